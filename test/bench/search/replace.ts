import { cpuMs } from './clock.ts';
import { PASSAGES_PER_REPORT, passages } from './corpus.ts';
import type { Engine } from './engines.ts';
import { quantile } from './latency.ts';

const REPLACED = 50;

/** How long does it take to replace one report and to get an answer that knows it? */
export async function measureReplace(engine: Engine): Promise<{ replaceMs: number; thenSearchMs: number }> {
  const fresh = [...passages(REPLACED * PASSAGES_PER_REPORT, 2)];
  const replace: number[] = [];
  const search: number[] = [];
  for (let i = 0; i < REPLACED; i++) {
    const report = fresh.slice(i * PASSAGES_PER_REPORT, (i + 1) * PASSAGES_PER_REPORT);
    const start = cpuMs();
    await engine.add(report, i * 7 * PASSAGES_PER_REPORT);
    const added = cpuMs();
    await engine.search(report[0]?.text.slice(0, 5) ?? [], 10);
    replace.push(added - start);
    search.push(cpuMs() - added);
  }
  return { replaceMs: quantile(replace, 0.5), thenSearchMs: quantile(search, 0.5) };
}

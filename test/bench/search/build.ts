import { cpuMs } from './clock.ts';
import { type BenchPassage, passages } from './corpus.ts';
import type { Engine } from './engines.ts';

/** How long does it take to take in this many passages? Making them up is not counted. */
export async function measureBuild(engine: Engine, size: number): Promise<{ buildMs: number }> {
  let buildMs = 0;
  let batch: BenchPassage[] = [];
  let done = 0;
  const take = async () => {
    const start = cpuMs();
    await engine.add(batch, done);
    buildMs += cpuMs() - start;
    done += batch.length;
    batch = [];
  };
  for (const passage of passages(size)) {
    batch.push(passage);
    if (batch.length === 1000) await take();
  }
  await take();
  const start = cpuMs();
  engine.finish?.();
  return { buildMs: buildMs + cpuMs() - start };
}

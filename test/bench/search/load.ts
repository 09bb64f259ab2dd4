import { cpuMs } from './clock.ts';
import { queries } from './corpus.ts';
import type { Engine } from './engines.ts';

export interface Load {
  writeMs: number;
  loadMs: number;
  bytes: number;
}

/** How long does it take from the bytes of a snapshot to the first answer? */
export async function measureLoad(engine: Engine, size: number): Promise<Load | undefined> {
  if (!engine.snapshot || !engine.restore) return undefined;
  const [question = []] = queries(1, size);
  const start = cpuMs();
  const bytes = engine.snapshot();
  const written = cpuMs();
  await engine.restore(bytes).search(question, 10);
  return { writeMs: written - start, loadMs: cpuMs() - written, bytes: bytes.length };
}

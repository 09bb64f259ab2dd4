import { cpuMs } from '../search/clock.ts';

export interface Lap {
  ms: number;
  processor: number;
}

/** Times one piece of work by the clock and by the processor. */
export async function lap<T>(work: () => T | Promise<T>): Promise<{ result: T } & Lap> {
  const started = performance.now();
  const processor = cpuMs();
  const result = await work();
  return { result, ms: performance.now() - started, processor: cpuMs() - processor };
}

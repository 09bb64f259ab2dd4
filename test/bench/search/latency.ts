import { cpuMs } from './clock.ts';
import { queries } from './corpus.ts';
import type { Engine, Hit } from './engines.ts';

export interface Latency {
  p50: number;
  p95: number;
  /** What each query found. */
  found: Hit[][];
}

const QUERIES = 200;
const LIMIT = 10;

/** The queries of which the ten best are looked up exhaustively where that takes long. */
const SAMPLE = 40;

/** What an exhaustive search finds for the first of the queries. */
export async function bestOfSample(engine: Engine, size: number): Promise<Hit[][]> {
  const found: Hit[][] = [];
  for (const terms of queries(QUERIES, size).slice(0, SAMPLE)) found.push(await engine.search(terms, LIMIT));
  return found;
}

/**
 * How long does a ranked query take, in milliseconds of processor time? Every query is asked in several rounds; its
 * time is the median of its rounds, so that what else the machine does falls out on all sides alike.
 */
export async function measureLatency(engine: Engine, size: number, rounds: number): Promise<Latency> {
  const asked = queries(QUERIES, size);
  const times = asked.map((): number[] => []);
  const found: Hit[][] = [];
  for (let round = 0; round < rounds; round++) {
    for (const [i, terms] of asked.entries()) {
      const start = cpuMs();
      found[i] = await engine.search(terms, LIMIT);
      times[i]?.push(cpuMs() - start);
    }
  }
  const medians = times.map((list) => quantile(list, 0.5));
  return { p50: quantile(medians, 0.5), p95: quantile(medians, 0.95), found };
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

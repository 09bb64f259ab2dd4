import { quantile } from './search/latency.ts';

/** One measured figure, and what was wanted of it. */
export interface Figure {
  what: string;
  /** Of how much: 50,000 reports, samples. */
  at: string;
  value: number;
  unit: 'ms' | 's' | 'MB' | 'KB' | '×' | 'per second' | '';
  /** The same in processor time, where the clock suffers from what else the machine does. */
  processor?: number;
  target?: Target;
  /** What it is made of; where the target is missed this is the cause. */
  because?: string;
}

export type Target = { most: number } | { least: number };

/** The targets are for so many reports; smaller archives have to meet them all the more. */
export const PLENTY = 50_000;

export function upToPlenty(count: number, most: number): { target?: Target } {
  return count <= PLENTY ? { target: { most } } : {};
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Measures several times and takes the middle, of the clock and of the processor time alike. */
export function medians(runs: readonly { ms: number; processor: number }[]): {
  value: number;
  processor: number;
} {
  return { value: median(runs.map((run) => run.ms)), processor: median(runs.map((run) => run.processor)) };
}

export function reportCount(count: number): string {
  return `${count.toLocaleString('en')} reports`;
}

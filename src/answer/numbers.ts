/** Sums of printed decimals without the dust of binary fractions: 0.1 + 0.2 → 0.3. */
export function tidy(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/** Percentages keep two decimals, as the reports print them. */
export function roundRate(value: number): number {
  return Math.round((value + Math.sign(value) * 1e-9) * 100) / 100;
}

/** +75% · −12.5%; undefined where there is nothing to divide by. */
export function percentChange(from: number, to: number): number | undefined {
  return from === 0 ? undefined : roundRate(((to - from) / from) * 100);
}

export function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

export function median(sorted: ArrayLike<number>): number {
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return sorted.length % 2 ? upper : tidy(((sorted[middle - 1] ?? Number.NaN) + upper) / 2);
}

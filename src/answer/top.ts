import type { Gauge } from './gauge.ts';

export interface Ranked {
  /** Best first; equal values share a place (1, 2, 2, 4). */
  first: { row: number; value: number; place: number; tied: boolean }[];
  /** How many rows have a value. */
  ranked: number;
  /** Rows beyond the limit whose value equals the last one shown. */
  tiedBeyond: number;
  blank: number[];
  absent: number[];
  incomputable: number[];
  /** Any row's place, also beyond the limit; undefined when it has no value. */
  placeOf(row: number): number | undefined;
}

/** The first of many rows in one pass and without sorting them all. Equal values keep the order of the rows. */
export function top(
  rows: readonly number[],
  gauge: Gauge,
  direction: 'most' | 'least',
  limit: number,
): Ranked {
  const sign = direction === 'most' ? 1 : -1;
  const known: number[] = [];
  const keys: number[] = [];
  const unknown = {
    blank: [] as number[],
    absent: [] as number[],
    derived: [] as number[],
    reported: [] as number[],
  };
  const best: { row: number; key: number }[] = [];
  for (const row of rows) {
    const { value, status } = gauge(row);
    if (value === null) {
      unknown[status].push(row);
      continue;
    }
    const key = value * sign;
    known.push(row);
    keys.push(key);
    if (best.length < limit || key > (best.at(-1)?.key ?? Number.NEGATIVE_INFINITY))
      insert(best, { row, key }, limit);
  }
  const countOf = (test: (key: number) => boolean) => keys.reduce((n, key) => (test(key) ? n + 1 : n), 0);
  const last = best.at(-1)?.key;
  const equalToLast = last === undefined ? 0 : countOf((key) => key === last);
  const tiedBeyond = equalToLast - best.filter((entry) => entry.key === last).length;
  return {
    first: best.map(({ row, key }) => ({
      row,
      value: key * sign,
      place: best.findIndex((entry) => entry.key === key) + 1,
      tied: best.filter((entry) => entry.key === key).length > 1 || (key === last && tiedBeyond > 0),
    })),
    ranked: known.length,
    tiedBeyond,
    blank: unknown.blank,
    absent: unknown.absent,
    incomputable: unknown.derived,
    placeOf: (row) => {
      const key = keys[known.indexOf(row)];
      return key === undefined ? undefined : countOf((other) => other > key) + 1;
    },
  };
}

/** Keeps the list in order and no longer than the limit; a newcomer stands behind its equals. */
function insert(
  best: { row: number; key: number }[],
  entry: { row: number; key: number },
  limit: number,
): void {
  let at = best.length;
  while (at > 0 && (best[at - 1]?.key ?? 0) < entry.key) at--;
  best.splice(at, 0, entry);
  if (best.length > limit) best.pop();
}

import type { HeldAgency, Library } from '../../model/library.ts';
import type { Filter, Query } from '../../model/query.ts';
import type { YearWord } from '../span.ts';
import { passes } from './scope.ts';

export interface YearsRead {
  years: number[];
  from: Query['yearsFrom'];
  /** Asked for and held by none of the agencies. */
  unheld?: number;
}

/** Years of the agencies held, each with the number of reports. */
export function heldYears(
  library: Library,
  agencies: readonly HeldAgency[],
  filter: Filter,
): Map<number, number> {
  const counts = new Map<number, number>();
  const count = (year: number) => counts.set(year, (counts.get(year) ?? 0) + 1);
  if (agencies.length > 0)
    for (const agency of agencies) for (const year of agency.reports.keys()) count(year);
  else for (const holding of library.holdings) if (passes(holding, filter)) count(holding.year);
  return counts;
}

/** `before`: the years of the talk. Without any word: the newest year that (nearly) all of them have. */
export function resolveYears(
  words: readonly YearWord[],
  held: ReadonlyMap<number, number>,
  before: readonly number[],
  today: number,
): YearsRead {
  const known = [...held.keys()].sort((a, b) => a - b);
  if (words.length === 0) {
    if (before.length > 0) return checked([...before], held, 'context');
    return { years: newestOfMost(held), from: 'default' };
  }
  const years = new Set<number>();
  const named = words.flatMap((word) => (word.kind === 'years' ? word.years : []));
  const base = named.length > 0 ? named : before;
  for (const word of words) for (const year of yearsOf(word, known, held, base, today)) years.add(year);
  return checked(
    [...years].sort((a, b) => a - b),
    held,
    'question',
  );
}

function yearsOf(
  word: YearWord,
  known: readonly number[],
  held: ReadonlyMap<number, number>,
  before: readonly number[],
  today: number,
): readonly number[] {
  switch (word.kind) {
    case 'years':
      return word.years;
    case 'last':
      return known.slice(-word.count);
    case 'since':
      return known.filter((year) => year >= word.year);
    case 'all':
      return known;
    case 'newest':
      return newestOfMost(held);
    case 'before':
      return [(before.length > 0 ? Math.min(...before) : today) - 1];
  }
}

/** Of several years those that are held; of one, whether it is. */
function checked(years: number[], held: ReadonlyMap<number, number>, from: Query['yearsFrom']): YearsRead {
  const have = years.filter((year) => held.has(year));
  const [first] = years;
  if (have.length === 0 && first !== undefined) return { years, from, unheld: first };
  return { years: have, from };
}

/** The newest year that at least half as many have as the year most have: a few early reports are no year. */
export function newestOfMost(held: ReadonlyMap<number, number>): number[] {
  const most = Math.max(0, ...held.values());
  const year = [...held.keys()].sort((a, b) => b - a).find((y) => (held.get(y) ?? 0) * 2 >= most);
  return year === undefined ? [] : [year];
}

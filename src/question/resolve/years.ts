import type { HeldAgency, Library } from '../../model/library.ts';
import type { Filter, Query } from '../../model/query.ts';
import type { YearWord } from '../span.ts';
import { passes } from './scope.ts';

export interface YearsRead {
  years: number[];
  from: Query['yearsFrom'];
  /** Asked for and held by none of the agencies. */
  unheld?: number;
  /** Asked for beside others, and held by none of them. */
  lacking?: number[];
}

/** Years of the agencies held, each with the number of reports. */
export function heldYears(
  library: Library,
  agencies: readonly HeldAgency[],
  filter: Filter,
): ReadonlyMap<number, number> {
  return agencies.length > 0
    ? countYears(agencies.flatMap((agency) => [...agency.reports.keys()]))
    : yearsOfAll(library, filter);
}

interface Known {
  revision: number;
  byFilter: Map<string, ReadonlyMap<number, number>>;
}

const known = new WeakMap<Library, Known>();
/** A few bytes each; regions and kinds together are some thousands. */
const keptFilters = 500;

/** Counted once for each revision and filter: it passes over everything that is held. */
function yearsOfAll(library: Library, filter: Filter): ReadonlyMap<number, number> {
  const { revision } = library;
  const last = known.get(library);
  const kept = last?.revision === revision ? last : { revision, byFilter: new Map() };
  known.set(library, kept);
  const key = JSON.stringify([filter.region, filter.kinds]);
  const counted = kept.byFilter.get(key);
  if (counted) return counted;
  const fitting = library.holdings.filter((holding) => passes(holding, filter));
  const years = countYears(fitting.map((holding) => holding.year));
  if (kept.byFilter.size >= keptFilters) kept.byFilter.clear();
  kept.byFilter.set(key, years);
  return years;
}

function countYears(years: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
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
  const lacking = years.filter((year) => !held.has(year));
  return { years: have, from, ...(lacking.length > 0 && from === 'question' ? { lacking } : {}) };
}

/** The newest year that at least half as many have as the year most have: a few early reports are no year. */
export function newestOfMost(held: ReadonlyMap<number, number>): number[] {
  const most = Math.max(0, ...held.values());
  const year = [...held.keys()].sort((a, b) => b - a).find((y) => (held.get(y) ?? 0) * 2 >= most);
  return year === undefined ? [] : [year];
}

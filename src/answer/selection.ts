import type { Library } from '../model/library.ts';
import type { Condition, Filter, Query } from '../model/query.ts';
import { type Gauge, libraryGauge } from './gauge.ts';
import { holdingAt, rowOf, rowsOfYear, rowTest, yearsOfRows } from './rows.ts';
import type { Task } from './task.ts';

/** The reports a question is about. */
export interface Selection {
  /** Rows of `library.holdings`: by year, then in the order of the question (named) or of the library. */
  rows: number[];
  /** Ascending; asked for or taken by default. */
  years: number[];
  /** True when the question gave no year. */
  byDefault: boolean;
  /** Named agencies without a report for a year that was asked for. */
  missing: { agencyId: string; year: number }[];
  /** Rows for which a condition cannot be told because the cell is blank or absent. */
  unknown: number[];
  /** Rows before the conditions, and their number. */
  candidates: readonly number[];
  considered: number;
}

/** @param everyYear what a missing year means: all years held, instead of the newest. */
export function select(task: Task, everyYear = false): Selection {
  const { library, query } = task;
  const years = query.years.length
    ? query.years
    : everyYear
      ? heldYears(library, query)
      : newestYear(library, query);
  const missing: Selection['missing'] = [];
  const rows: number[] = [];
  if (query.agencies.length) {
    for (const year of years) {
      for (const agencyId of query.agencies) {
        const row = rowOf(library, agencyId, year);
        if (row === undefined) missing.push({ agencyId, year });
        else rows.push(row);
      }
    }
  } else {
    const fits = rowTest(library, query.filter);
    for (const year of new Set(years))
      for (const row of rowsOfYear(library, year)) if (fits(row)) rows.push(row);
  }
  const byDefault = query.years.length === 0 || query.yearsFrom === 'default';
  const considered = rows.length;
  return { ...meeting(library, query.filter, rows), years, byDefault, missing, candidates: rows, considered };
}

function meeting(library: Library, filter: Filter, rows: number[]): { rows: number[]; unknown: number[] } {
  const conditions = filter.conditions ?? [];
  if (conditions.length === 0) return { rows, unknown: [] };
  const tests = conditions.map((condition) => {
    const figure = libraryGauge(library, condition.reading);
    return condition.than === undefined
      ? conditionTest(condition, figure)
      : relativeTest(library, condition, condition.than, figure);
  });
  const kept: number[] = [];
  const unknown: number[] = [];
  for (const row of rows) {
    const met = together(
      tests.map((test) => test(row)),
      filter.any === true,
    );
    if (met) kept.push(row);
    else if (met === undefined) unknown.push(row);
  }
  return { rows: kept, unknown };
}

/** What is decided by those that can be told stands; otherwise nobody can tell. */
function together(results: readonly (boolean | undefined)[], any: boolean): boolean | undefined {
  if (results.includes(any)) return any;
  return results.includes(undefined) ? undefined : !any;
}

/** Against the figure of another agency in the same year, which itself is none of those that fit. */
function relativeTest(
  library: Library,
  condition: Condition,
  than: string,
  figure: Gauge,
): (row: number) => boolean | undefined {
  return (row) => {
    const { agencyId, year } = holdingAt(library, row);
    if (agencyId === than) return false;
    const other = rowOf(library, than, year);
    const value = other === undefined ? null : figure(other).value;
    return value === null ? undefined : conditionTest({ ...condition, value }, figure)(row);
  };
}

/** undefined: the cell is blank or absent, so nobody can tell. */
function conditionTest({ operator, value }: Condition, figure: Gauge): (row: number) => boolean | undefined {
  if (operator === 'blank') return (row) => figure(row).status === 'blank';
  const holds: Record<typeof operator, (x: number) => boolean> = {
    '>': (x) => x > value,
    '>=': (x) => x >= value,
    '=': (x) => x === value,
    '<=': (x) => x <= value,
    '<': (x) => x < value,
    '!=': (x) => x !== value,
  };
  const test = holds[operator];
  return (row) => {
    const found = figure(row).value;
    return found === null ? undefined : test(found);
  };
}

/** One agency: its newest. Several: the newest that all of them hold. All: the newest that is held at all. */
function newestYear(library: Library, query: Query): number[] {
  const held = query.agencies.map((id) => [...(library.agency(id)?.reports.keys() ?? [])]);
  const common = held.reduce((all, years) => all.filter((year) => years.includes(year)), held[0] ?? []);
  const years = common.length ? common : heldYears(library, query);
  return years.length ? [years.reduce((a, b) => Math.max(a, b))] : [];
}

/** Ascending. */
export function heldYears(library: Library, query: Pick<Query, 'agencies' | 'filter'>): number[] {
  const years = new Set<number>();
  if (query.agencies.length) {
    for (const id of query.agencies)
      for (const year of library.agency(id)?.reports.keys() ?? []) years.add(year);
  } else {
    const fits = rowTest(library, query.filter);
    const yearOf = yearsOfRows(library);
    for (let row = 0; row < yearOf.length; row++) {
      const year = yearOf[row] ?? 0;
      if (!years.has(year) && fits(row)) years.add(year);
    }
  }
  return [...years].sort((a, b) => a - b);
}

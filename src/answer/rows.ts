import type { Holding, Library } from '../model/library.ts';

interface RowIndex {
  revision: number;
  rows: Map<string, number>;
  /** For each row the number of its agency, counted from 0 in the order of first appearance. */
  agencies: Int32Array;
  agencyCount: number;
  /** Year → its rows, in the order of the library. */
  years: Map<number, number[]>;
}

const indexes = new WeakMap<Library, RowIndex>();

/** Built once for each revision of the library. */
function rowIndex(library: Library): RowIndex {
  const known = indexes.get(library);
  if (known?.revision === library.revision) return known;
  const rows = new Map<string, number>();
  const numbers = new Map<string, number>();
  const agencies = new Int32Array(library.holdings.length);
  const years = new Map<number, number[]>();
  library.holdings.forEach(({ reportId, agencyId, year }, row) => {
    rows.set(reportId, row);
    const sameYear = years.get(year);
    if (sameYear) sameYear.push(row);
    else years.set(year, [row]);
    const number = numbers.get(agencyId) ?? numbers.size;
    numbers.set(agencyId, number);
    agencies[row] = number;
  });
  const index = { revision: library.revision, rows, agencies, agencyCount: numbers.size, years };
  indexes.set(library, index);
  return index;
}

/** How many different agencies stand in the rows. */
export function countAgencies(library: Library, rows: readonly number[]): number {
  return groupByAgency(library, rows).count;
}

/** For each row the group of its agency, numbered by first appearance among these rows. */
export function groupByAgency(
  library: Library,
  rows: readonly number[],
): { groups: Int32Array; count: number } {
  const { agencies, agencyCount } = rowIndex(library);
  const numbers = new Int32Array(agencyCount).fill(-1);
  const groups = new Int32Array(rows.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) {
    const agency = agencies[rows[i] ?? 0] ?? 0;
    if (numbers[agency] === -1) numbers[agency] = count++;
    groups[i] = numbers[agency] ?? 0;
  }
  return { groups, count };
}

/** The row of an agency's report for a year; undefined when it is not held. */
export function rowOf(library: Library, agencyId: string, year: number): number | undefined {
  const reportId = library.agency(agencyId)?.reports.get(year);
  return reportId === undefined ? undefined : rowIndex(library).rows.get(reportId);
}

/** The rows of one year, in the order of the library. */
export function rowsOfYear(library: Library, year: number): readonly number[] {
  return rowIndex(library).years.get(year) ?? [];
}

export function rowOfReport(library: Library, reportId: string): number | undefined {
  return rowIndex(library).rows.get(reportId);
}

export function holdingAt(library: Library, row: number): Holding {
  const holding = library.holdings[row];
  if (!holding) throw new RangeError(`the library has no row ${row}`);
  return holding;
}

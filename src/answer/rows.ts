import type { Holding, Library, LibraryRows } from '../model/library.ts';
import type { Filter } from '../model/query.ts';

interface RowIndex {
  revision: number;
  columns: Omit<LibraryRows, 'test'>;
  /** Year → its rows, in the order of the library; worked out when first asked for. */
  years: Map<number, number[]>;
}

const indexes = new WeakMap<Library, RowIndex>();

/** Made once for each revision of the library. */
function rowIndex(library: Library): RowIndex {
  const known = indexes.get(library);
  if (known?.revision === library.revision) return known;
  const index = {
    revision: library.revision,
    columns: library.rows ?? columnsOf(library.holdings),
    years: new Map(),
  };
  indexes.set(library, index);
  return index;
}

/** For a library that has only its holdings. */
function columnsOf(holdings: readonly Holding[]): RowIndex['columns'] {
  const rows = new Map(holdings.map(({ reportId }, row) => [reportId, row]));
  const numbers = new Map([...new Set(holdings.map(({ agencyId }) => agencyId))].map((id, i) => [id, i]));
  return {
    years: Uint32Array.from(holdings, ({ year }) => year),
    agencies: Uint32Array.from(holdings, ({ agencyId }) => numbers.get(agencyId) ?? 0),
    agencyCount: numbers.size,
    rowOf: (reportId) => rows.get(reportId),
  };
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
  const { agencies, agencyCount } = rowIndex(library).columns;
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
  return reportId === undefined ? undefined : rowOfReport(library, reportId);
}

/** The rows of one year, in the order of the library. */
export function rowsOfYear(library: Library, year: number): readonly number[] {
  const { years, columns } = rowIndex(library);
  const known = years.get(year);
  if (known) return known;
  const rows: number[] = [];
  const yearOf = columns.years;
  for (let row = 0; row < yearOf.length; row++) if (yearOf[row] === year) rows.push(row);
  years.set(year, rows);
  return rows;
}

/** The year of each row. */
export function yearsOfRows(library: Library): Uint32Array {
  return rowIndex(library).columns.years;
}

/** Whether a row's report passes a filter by region and kind; to be called with many rows. */
export function rowTest(library: Library, filter: Filter): (row: number) => boolean {
  const { except, ...where } = filter;
  const fits = library.rows?.test(where) ?? testOf(library, where);
  if (!except?.length) return fits;
  const left = new Set(except);
  return (row) => fits(row) && !left.has(holdingAt(library, row).agencyId);
}

function testOf(library: Library, filter: Filter): (row: number) => boolean {
  const fits = filterTest(filter);
  return (row) => fits(holdingAt(library, row));
}

export function filterTest({ region, kinds, except }: Filter): (holding: Holding) => boolean {
  if (!region && !kinds?.length && !except?.length) return () => true;
  const left = new Set(except);
  return (holding) =>
    !left.has(holding.agencyId) &&
    (!region || holding.region[region.level] === region.name) &&
    (!kinds?.length || kinds.includes(holding.kind));
}

export function rowOfReport(library: Library, reportId: string): number | undefined {
  return rowIndex(library).columns.rowOf(reportId);
}

export function holdingAt(library: Library, row: number): Holding {
  const holding = library.holdings[row];
  if (!holding) throw new RangeError(`the library has no row ${row}`);
  return holding;
}

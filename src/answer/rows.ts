import type { Holding, Library } from '../model/library.ts';

interface RowIndex {
  revision: number;
  rows: Map<string, number>;
}

const indexes = new WeakMap<Library, RowIndex>();

/** Report id → its row in `library.holdings`; built once for each revision of the library. */
function rowIndex(library: Library): Map<string, number> {
  const known = indexes.get(library);
  if (known?.revision === library.revision) return known.rows;
  const rows = new Map(library.holdings.map((holding, row) => [holding.reportId, row]));
  indexes.set(library, { revision: library.revision, rows });
  return rows;
}

/** The row of an agency's report for a year; undefined when it is not held. */
export function rowOf(library: Library, agencyId: string, year: number): number | undefined {
  const reportId = library.agency(agencyId)?.reports.get(year);
  return reportId === undefined ? undefined : rowIndex(library).get(reportId);
}

export function rowOfReport(library: Library, reportId: string): number | undefined {
  return rowIndex(library).get(reportId);
}

export function holdingAt(library: Library, row: number): Holding {
  const holding = library.holdings[row];
  if (!holding) throw new RangeError(`the library has no row ${row}`);
  return holding;
}

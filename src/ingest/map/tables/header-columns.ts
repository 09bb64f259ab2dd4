import { labelFit } from './label.ts';
import { type Labelled, labelData } from './label-data.ts';
import { type RowCell, splitRow, type TableRow } from './stream.ts';

/** Where a column of the table stands in an exact grid; `end` is exclusive. */
export interface Extent {
  start: number;
  end: number;
}

const goodFit = 0.75;

/**
 * The extents of the labelled columns, read from the header's cells from left to right; undefined unless every
 * column is found. One label may be missing: its column is the one that its neighbours leave.
 */
export function headerExtents(
  headers: readonly TableRow[],
  columns: readonly Labelled[],
): Extent[] | undefined {
  const cells = headers
    .flatMap((row) => row.cells.filter((cell) => cell.own && cell.bare))
    .sort((a, b) => a.column - b.column);
  const found: (Extent | undefined)[] = [];
  let from = 0;
  for (const { labels } of columns) {
    const cell = cells.find((c) => c.column >= from && labelFit(c.bare, labels) >= goodFit);
    found.push(cell && { start: cell.column, end: cell.column + cell.span });
    if (cell) from = cell.column + cell.span;
  }
  return withLost(found);
}

function withLost(found: readonly (Extent | undefined)[]): Extent[] | undefined {
  const lost = found.indexOf(undefined);
  const before = found[lost - 1];
  const behind = found[lost + 1];
  const start = before?.end ?? (behind ? behind.start - 1 : 0);
  const end = behind && before ? behind.start : start + 1;
  const whole = found.map((extent, c) => (c === lost ? { start, end } : extent));
  const known = whole.filter((extent) => extent !== undefined);
  return (known.length === found.length && start >= 0 && end === start + 1) || lost < 0 ? known : undefined;
}

/**
 * The cells of a row under the header's columns: one under each, or an empty one under several. Undefined when
 * the row does not fit the header: a number outside, two cells in one column, or no cell at all.
 */
export function cellsUnder(row: TableRow, extents: readonly Extent[]): RowCell[] | undefined {
  const first = extents[0]?.start ?? 0;
  const used = new Set<RowCell>();
  const found: RowCell[] = [];
  for (const extent of extents) {
    const over = row.cells.filter(
      (cell) => cell.column < extent.end && cell.column + cell.span > extent.start,
    );
    const printed = over.filter((cell) => cell.value.kind !== 'empty');
    const cell = printed[0] ?? over[0];
    const wide = cell && used.has(cell) && cell.value.kind !== 'empty';
    if (!cell?.own || printed.length > 1 || wide || cell.column < first) return undefined;
    used.add(cell);
    found.push(cell);
  }
  const outside = row.cells.some((cell) => isPrinted(cell) && cell.own && !used.has(cell));
  return outside ? undefined : found;
}

function isPrinted(cell: RowCell): boolean {
  return cell.value.kind === 'number' || cell.value.kind === 'mark';
}

/** The extents that a grid's header gives, with the width of the grid: grids that go on elsewhere are as wide. */
export interface KnownExtents {
  columns: number;
  extents: Extent[];
}

export function extentsByGrid(headers: readonly TableRow[]): KnownExtents[] {
  const grids = [...new Set(headers.filter((row) => row.exact).map((row) => row.grid))];
  return grids.flatMap((grid) => {
    const own = headers.filter((row) => row.grid === grid);
    const extents = headerExtents(own, labelData().columns);
    return grid && extents ? [{ columns: grid.columns, extents }] : [];
  });
}

/**
 * Loose rows stand under their header only where nothing slipped: most rows are equally long, and every one of
 * these has its label before the first column and no number behind the last.
 */
export function looseExtents(
  rows: readonly TableRow[],
  headers: readonly TableRow[],
): KnownExtents | undefined {
  const loose = rows.filter((row) => !row.exact && !row.plain);
  const extents = headerExtents(
    headers.filter((row) => !row.exact && !row.plain),
    labelData().columns,
  );
  if (!extents || loose.length < leastRows) return undefined;
  const lengths = loose.map((row) => row.cells.length).sort((a, b) => a - b);
  const columns = lengths[Math.floor(lengths.length / 2)] ?? 0;
  const regular = loose.filter((row) => row.cells.length === columns);
  const first = extents[0]?.start ?? 0;
  const fits = (row: TableRow) =>
    (splitRow(row).label.at(-1)?.column ?? -1) < first && cellsUnder(row, extents);
  return regular.length >= loose.length * 0.6 && regular.every(fits) ? { columns, extents } : undefined;
}

const leastRows = 5;

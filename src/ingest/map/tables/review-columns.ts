import type { CellAlignment } from './cell-columns.ts';
import { cellsUnder, headerExtents } from './header-columns.ts';
import { type Labelled, labelData } from './label-data.ts';
import { lineOf, type Part } from './review-parts.ts';
import { type RowCell, splitRow, type TableRow } from './stream.ts';

/**
 * The cells of a row of text under its header's, whatever padding stands behind them. Where a block is printed in
 * part a figure may be lost, which only a row from the first column to the last can exclude: undefined.
 */
export function rowUnder(
  row: TableRow,
  headers: readonly TableRow[],
  blocks: readonly Labelled[],
): RowCell[] | undefined {
  const { reviewColumns } = labelData();
  const cells = looseUnder(
    row,
    headers,
    blocks.flatMap(() => reviewColumns),
  );
  if (!cells) return undefined;
  const whole = blocks.every((_, b) => {
    const own = cells.slice(b * reviewColumns.length, (b + 1) * reviewColumns.length);
    return own.every(isBlank) || !own.some(isBlank);
  });
  const [first, last] = [cells[0], cells.at(-1)];
  const reaches = first && last && !isBlank(first) && !isBlank(last);
  return (whole && !cells.every(isBlank)) || reaches ? cells : undefined;
}

/** The same for a row to each result: a blank is a block's that is blank in all of them, or a figure may be lost. */
export function linesUnder(
  rows: readonly TableRow[],
  { headers, blocks }: Part & { blocks: readonly Labelled[] },
): (CellAlignment | undefined)[] {
  const under = rows.map((row) => (lineOf(row)?.column ? looseUnder(row, headers, blocks) : undefined));
  const known = under.every((cells) => cells !== undefined) ? under : [];
  const blank = blocks.map((_, c) => known.every((cells) => isBlank(cells[c])));
  return known.map((cells) =>
    cells.every((cell, c) => !isBlank(cell) || blank[c])
      ? { columns: cells.map((cell) => [cell]) }
      : undefined,
  );
}

/** Only where the row has a cell in every column of its header: what is shorter may have lost one. */
function looseUnder(
  row: TableRow,
  headers: readonly TableRow[],
  columns: readonly Labelled[],
): RowCell[] | undefined {
  if (row.exact || row.plain) return undefined;
  const extents = headerExtents(
    headers.filter((header) => header.grid === row.grid),
    columns,
  );
  if (!extents || row.cells.length < (extents.at(-1)?.end ?? 0)) return undefined;
  const { label } = splitRow(row);
  // A header that lost a cell in front stands over the labels too.
  return label.every((cell) => cell.column < (extents[0]?.start ?? 0)) ? cellsUnder(row, extents) : undefined;
}

function isBlank(cell: RowCell | undefined): boolean {
  return cell?.value.kind === 'empty';
}

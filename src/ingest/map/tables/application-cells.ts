import { alignCells } from './align-cells.ts';
import type { RowMatch } from './align-rows.ts';
import type { CellAlignment } from './cell-columns.ts';
import { cellsUnder, extentsByGrid, looseExtents } from './header-columns.ts';
import { applicationWidth, labelData } from './label-data.ts';
import { type RowCell, splitRow, type TableRow } from './stream.ts';

/** A grid that goes on behind a page break has no header: that of the last grid of the same width stands. */
export function alignMatched(
  body: readonly TableRow[],
  matches: readonly RowMatch[],
  headers: readonly TableRow[],
  trimmed: boolean,
): CellAlignment[] {
  const valueRows = matches.flatMap((match) => body[match.values] ?? []);
  const slotRows = valueRows.map((row, i) => {
    const { label, slots } = splitRow(row);
    const depth = labelData().rows[matches[i]?.row ?? 0]?.depth ?? 0;
    return { slots, labelColumn: label.at(-1)?.column ?? -1, depth };
  });
  const byOrder = alignCells(slotRows, applicationWidth, trimmed);
  const known = extentsByGrid(headers);
  const underLoose = cellsUnderLoose(valueRows, byOrder, headers);
  return valueRows.map((row, i) => {
    const extents = row.exact && known.findLast((k) => k.columns === row.grid?.columns)?.extents;
    const under = extents ? cellsUnder(row, extents) : byOrder[i]?.doubt && underLoose[i];
    return under ? { columns: under.map((cell) => [cell]) } : (byOrder[i] ?? { columns: [] });
  });
}

/**
 * What loose rows hold under their header's columns; nothing at all when a row that is certain contradicts it, or
 * when some rows lack the first column and others the last: then some of them slipped.
 */
function cellsUnderLoose(
  rows: readonly TableRow[],
  byOrder: readonly CellAlignment[],
  headers: readonly TableRow[],
): (RowCell[] | undefined)[] {
  const loose = looseExtents(rows, headers);
  if (!loose) return [];
  const under = rows.map((row) =>
    row.cells.length === loose.columns ? cellsUnder(row, loose.extents) : undefined,
  );
  const certain = byOrder.filter(({ doubt }) => !doubt);
  const blank = Array.from(
    { length: applicationWidth },
    (_, c) => certain.length > 2 && certain.every(({ columns }) => !columns[c]?.[0]?.text),
  );
  const contradicted = byOrder.some(
    ({ columns, doubt }, i) =>
      under[i]?.some((cell, c) => cell.text !== '' && blank[c]) ||
      (!doubt && under[i]?.some((cell, c) => cell.text !== (columns[c]?.[0]?.text ?? ''))),
  );
  const edge = (c: number) =>
    under.some((cells) => cells?.[c]?.text === '' && cells[applicationWidth - 1 - c]?.text !== '');
  return contradicted || (edge(0) && edge(applicationWidth - 1)) ? [] : under;
}

/** No line ends with an empty cell although the lines of the header are not equally long: their ends were cut. */
export function isTrimmed(region: readonly TableRow[], headers: readonly TableRow[]): boolean {
  const loose = region.filter((row) => !row.exact && row.cells.length > 1);
  const lengths = new Set((headers.length ? headers : loose).map((row) => row.cells.length));
  return (
    loose.length > 0 && lengths.size > 1 && loose.every((row) => row.cells.at(-1)?.value.kind !== 'empty')
  );
}

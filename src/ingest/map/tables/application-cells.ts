import { alignCells } from './align-cells.ts';
import type { RowMatch } from './align-rows.ts';
import type { CellAlignment } from './cell-columns.ts';
import { cellsUnder, type Extent, extentsByGrid, looseExtents } from './header-columns.ts';
import { labelFit } from './label.ts';
import { type ApplicationRow, applicationWidth, labelData } from './label-data.ts';
import { type RowCell, splitRow, type TableRow } from './stream.ts';

/** A grid that goes on behind a page break has no header: that of the last grid of the same width stands. */
export function alignMatched(
  body: readonly TableRow[],
  matches: readonly RowMatch[],
  headers: readonly TableRow[],
): CellAlignment[] {
  const valueRows = matches.flatMap((match) => body[match.values] ?? []);
  const slotRows = valueRows.map((row, i) => {
    const { label, slots } = splitRow(row);
    const official = labelData().rows[matches[i]?.row ?? 0];
    const labelColumn = label.at(-1)?.column ?? -1;
    const start = labelStart(label, official);
    const headed = isHeaded(label, official, start);
    return {
      slots,
      labelColumn,
      labelStart: start,
      headed,
      depth: official?.depth ?? 0,
      exact: row.exact,
      joined: row.joined,
      labelAbove: (matches[i]?.from ?? 0) < (matches[i]?.values ?? 0),
    };
  });
  const byOrder = alignCells(slotRows, applicationWidth);
  const known = extentsByGrid(headers);
  const underLoose = cellsUnderLoose(valueRows, byOrder, headers);
  return valueRows.map((row, i) => {
    const extents = row.exact && known.findLast((k) => k.columns === row.grid?.columns)?.extents;
    const under = extents ? cellsUnder(row, extents) : byOrder[i]?.doubt && underLoose[i];
    return under
      ? { columns: under.map((cell) => [cell]), drawn: row.exact }
      : (byOrder[i] ?? { columns: [] });
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
    row.cells.length === loose.columns && isLeftOf(row, loose.extents)
      ? cellsUnder(row, loose.extents)
      : undefined,
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
  if (contradicted || (edge(0) && edge(applicationWidth - 1))) return [];
  // Where lines are padded here and there, one that lost a figure may be as long as the others.
  const padded = rows.some(({ cells }) => cells.length > loose.columns && cells.at(-1)?.text === '');
  const sure = (cells: readonly RowCell[] | undefined) => !padded || cells?.at(-1)?.text !== '';
  return under.map((cells) => (sure(cells) ? cells : undefined));
}

/** The label ends before the first column of figures. */
function isLeftOf(row: TableRow, extents: readonly Extent[]): boolean {
  return (splitRow(row).label.at(-1)?.column ?? -1) < (extents[0]?.start ?? 0);
}

/** Where the row's own label begins: behind empty cells and the headings of several rows. */
function labelStart(label: readonly RowCell[], official: ApplicationRow | undefined): number {
  const printed = label.filter((cell) => cell.bare);
  const fits = printed.map((_, from) =>
    labelFit(
      printed
        .slice(from)
        .map((cell) => cell.bare)
        .join(''),
      official?.labels ?? [],
    ),
  );
  const best = Math.max(...fits) - asGood;
  return printed[fits.findLastIndex((fit) => fit >= best)]?.column ?? label.at(-1)?.column ?? -1;
}

/** Headings stand in front of the row's own label, or alone. */
function isHeaded(label: readonly RowCell[], official: ApplicationRow | undefined, start: number): boolean {
  const own = label
    .filter((cell) => cell.column >= start)
    .map((cell) => cell.bare)
    .join('');
  const fit = labelFit(own, official?.labels ?? []);
  return (
    label.some((cell) => cell.bare !== '' && cell.column < start) ||
    fit < ownFit ||
    labelFit(own, headingLabels()) > Math.max(fit, headingFit)
  );
}

const headingLabels = () => labelData().headingLabels;
const ownFit = 0.4;
const headingFit = 0.8;
/** Longer texts lose less by a slip. */
const asGood = 0.1;

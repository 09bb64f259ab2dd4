import { catalogue } from '../../../catalogue/catalogue.ts';
import { alignCells, type CellAlignment } from './align-cells.ts';
import { headerCells } from './find-disclosure.ts';
import { cellsUnder, headerExtents } from './header-columns.ts';
import { bestMatch, labelFit } from './label.ts';
import { type Labelled, labelData } from './label-data.ts';
import { emptyOutcome, keepReading, type Outcome } from './outcome.ts';
import type { Span } from './row-kinds.ts';
import { type RowCell, rowText, splitRow, type TableRow } from './stream.ts';

/** Rows of the header and the rows of values under them. */
interface Part {
  headers: TableRow[];
  values: TableRow[];
}

/**
 * Table 四: three blocks of five. As one row of fifteen under its header, as two or three tables, with a block in
 * each row, or with a result in each row.
 */
export function readReviews(rows: readonly TableRow[], span: Span): Outcome {
  const outcome = emptyOutcome();
  const region = rows.slice(span.from, span.to);
  for (const row of region) for (const block of row.blocks) outcome.blocks.add(block);
  let headersSoFar: TableRow[] = [];
  for (const part of partsOf(joinStacked(region))) {
    headersSoFar = part.headers.length ? part.headers : headersSoFar;
    readPart(outcome, { headers: headersSoFar, values: part.values });
  }
  warnOfMissing(outcome, region);
  return outcome;
}

/** In a paste with one cell a line a result stands over its three figures, or a block over its five. */
function joinStacked(region: readonly TableRow[]): TableRow[] {
  const joined: TableRow[] = [];
  for (const row of region) {
    const before = joined.at(-1);
    const line = before?.plain && before.cells.length === 1 && row.plain ? lineOf(before) : undefined;
    const count = splitRow(row).label.length ? 0 : row.cells.length;
    const fits = (line?.column && count === 3) || (line?.block && count === 5);
    if (before && fits)
      joined[joined.length - 1] = {
        ...row,
        cells: [...before.cells, ...row.cells],
        blocks: [...before.blocks, ...row.blocks],
      };
    else joined.push(row);
  }
  return joined;
}

function partsOf(region: readonly TableRow[]): Part[] {
  const parts: Part[] = [];
  let part: Part = { headers: [], values: [] };
  for (const row of region) {
    if (isValueRow(row) || isBlankRow(row, part)) {
      // An empty row between the header and the figures is none of the figures.
      if (isValueRow(row)) part.values = part.values.filter((value) => isValueRow(value) || lineOf(value));
      part.values.push(row);
    } else {
      if (part.values.length) {
        parts.push(part);
        part = { headers: [], values: [] };
      }
      part.headers.push(row);
    }
  }
  parts.push(part);
  return parts;
}

/** A row of figures that were all left blank: empty cells under the results, alone or behind a block or a result. */
function isBlankRow(row: TableRow, part: Part): boolean {
  const { label, slots } = splitRow(row);
  if (row.plain || slots.length < 3 || label.filter((cell) => cell.bare).length > 1) return false;
  if (slots.some((cell) => cell.value.kind !== 'empty')) return false;
  const above = part.headers.flatMap((header) => header.cells.map((cell) => cell.bare));
  const { reviewBlocks, reviewColumns } = labelData();
  const named = (list: readonly Labelled[]) =>
    list.filter(({ labels }) => above.some((text) => labelFit(text, labels) >= 0.75)).length;
  if (!label.some((cell) => cell.bare))
    return slots.length >= 5 && named(reviewColumns) >= 4 && !part.values.some(isValueRow);
  const line = lineOf(row);
  return (
    (line?.block !== undefined && named(reviewColumns) >= 4) ||
    (line?.column !== undefined && named(reviewBlocks) >= 2)
  );
}

function isValueRow(row: TableRow): boolean {
  return row.cells.some((cell) => cell.own && (cell.value.kind === 'number' || cell.value.kind === 'mark'));
}

function readPart(outcome: Outcome, part: Part): void {
  const labelled = part.values.filter((row) => lineOf(row));
  if (labelled.length) {
    for (const row of labelled) readLabelled(outcome, row, part.headers);
    return;
  }
  const row = joinValues(part.values);
  if (!row) return;
  const columns = labelData().reviewColumns;
  const blocks = blocksOf(part.headers);
  const ids = blocks.flatMap((block) => columns.map((column) => `reviews.${block.key}.${column.key}`));
  keepCells(outcome, row, ids, alignmentUnder(row, part.headers, blocks, ids.length));
}

function alignmentUnder(
  row: TableRow,
  headers: readonly TableRow[],
  blocks: readonly Labelled[],
  width: number,
): CellAlignment | undefined {
  const sameGrid = headers.filter((header) => header.exact && header.grid === row.grid);
  const extents =
    row.exact &&
    headerExtents(
      sameGrid,
      blocks.flatMap(() => labelData().reviewColumns),
    );
  const under = extents ? cellsUnder(row, extents) : undefined;
  if (under) return { columns: under.map((cell) => [cell]) };
  const { label, slots } = splitRow(row);
  const common = commonPadding(row, headers);
  return wholeRow(slots.slice(0, slots.length - common), label.length - 1, width);
}

/** A single row has no neighbours that tell its padding from its blanks: it has all its cells, or it is in doubt. */
function wholeRow(slots: readonly RowCell[], labelColumn: number, width: number): CellAlignment | undefined {
  const [aligned] = alignCells([{ slots, labelColumn, depth: 0 }], width);
  const printed = slots.filter((cell) => cell.value.kind !== 'empty').length;
  const whole = slots.length === width || (printed === width && aligned && !aligned.doubt);
  return whole || printed > width ? aligned : undefined;
}

/** Empty cells at the end of every row of a loose grid are its padding. */
function commonPadding(row: TableRow, headers: readonly TableRow[]): number {
  const rows = [row, ...headers.filter((header) => header.grid && header.grid === row.grid)];
  const trail = ({ cells }: TableRow) =>
    cells.length - 1 - cells.findLastIndex((cell) => cell.value.kind !== 'empty');
  return row.exact || rows.length < 2 ? 0 : Math.min(...rows.map(trail));
}

/** The blocks that the header names, in official order; all three when it names none or has results for three. */
function blocksOf(headers: readonly TableRow[]): Labelled[] {
  const { reviewBlocks, reviewColumns } = labelData();
  const cells = headers.flatMap((row) => headerCells(row).filter((cell) => cell.own && cell.bare));
  const text = cells.map((cell) => cell.bare).join(' ');
  const named = reviewBlocks.filter(
    ({ labels }) =>
      cells.some((cell) => labelFit(cell.bare, labels) >= 0.75) || text.includes(labels[0] ?? ' '),
  );
  const results = cells.filter((cell) => labelFit(cell.bare, reviewColumns[0]?.labels ?? []) >= 0.75).length;
  return named.length && results < reviewBlocks.length ? named : reviewBlocks;
}

/** What a row of values is labelled with: a block or a result. */
function lineOf(row: TableRow): { block?: string; column?: string } | undefined {
  const { label } = splitRow(row);
  const text = label.map((cell) => cell.bare).join('');
  if (!text) return undefined;
  const { reviewBlocks, reviewColumns } = labelData();
  const last = label.at(-1)?.bare ?? '';
  const block = bestMatch(last, reviewBlocks);
  const column = bestMatch(last, reviewColumns);
  if (block && block.score >= 0.75) return { block: block.key };
  if (column && column.score >= 0.75) return { column: column.key };
  return undefined;
}

function readLabelled(outcome: Outcome, row: TableRow, headers: readonly TableRow[]): void {
  const line = lineOf(row);
  const { reviewColumns } = labelData();
  const blocks = line?.block ? [] : blocksOf(headers);
  const ids = line?.block
    ? reviewColumns.map((column) => `reviews.${line.block}.${column.key}`)
    : blocks.map((block) => `reviews.${block.key}.${line?.column}`);
  const { label, slots } = splitRow(row);
  keepCells(outcome, row, ids, wholeRow(slots, label.length - 1, ids.length));
}

/** Values torn over lines are one row; a lone number behind a complete row is the page's. */
function joinValues(values: readonly TableRow[]): TableRow | undefined {
  const [first, ...rest] = values;
  if (!first) return undefined;
  const others = rest.filter((row) => row.cells.length > 1);
  const cells: RowCell[] = [first, ...others].flatMap((row) => row.cells);
  return others.length
    ? { ...first, exact: false, cells, blocks: values.flatMap((row) => row.blocks) }
    : first;
}

function keepCells(outcome: Outcome, row: TableRow, ids: readonly string[], alignment?: CellAlignment): void {
  const text = rowText(row);
  const open: string[] = [];
  for (const [c, id] of ids.entries()) {
    const [cell, ...others] = alignment?.columns[c] ?? [];
    if (cell && !others.length && !(id in outcome.readings)) keepReading(outcome, id, cell, row, text);
    else open.push(id);
  }
  if (!open.length && !alignment?.doubt) return;
  const message = `表四一行有${splitRow(row).slots.length}格，应有${ids.length}格${open.length ? '，无法对准的未采用' : '，不影响读数'}`;
  outcome.warnings.push({ code: 'row-count', message, place: row.place, raw: text, readings: open });
}

function warnOfMissing(outcome: Outcome, region: readonly TableRow[]): void {
  const warned = new Set(outcome.warnings.flatMap((warning) => warning.readings ?? []));
  const missing = [...catalogue().fields.values()]
    .filter((field) => field.table === 'reviews' && !(field.id in outcome.readings) && !warned.has(field.id))
    .map((field) => field.id);
  if (!missing.length) return;
  const message = `表四有${missing.length}格没有找到`;
  outcome.warnings.push({
    code: 'row-missing',
    message,
    ...(region[0] ? { place: region[0].place } : {}),
    readings: missing,
  });
}

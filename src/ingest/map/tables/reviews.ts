import { catalogue } from '../../../catalogue/catalogue.ts';
import type { Warning } from '../../../model/document.ts';
import { alignAlone } from './align-cells.ts';
import type { CellAlignment } from './cell-columns.ts';
import { cellsUnder, headerExtents } from './header-columns.ts';
import { type Labelled, labelData } from './label-data.ts';
import { doubtReviews, type PlacedRow } from './law-doubts.ts';
import { emptyOutcome, keepReading, type Outcome } from './outcome.ts';
import { linesUnder, rowUnder } from './review-columns.ts';
import { blocksByOrder } from './review-order.ts';
import { blocksOf, joinStacked, lineOf, type Part, partsOf, resultCount } from './review-parts.ts';
import { isSeated } from './row-evidence.ts';
import { printedCount, type Span } from './row-kinds.ts';
import { type RowCell, rowText, splitRow, type TableRow } from './stream.ts';

/**
 * Table 四: three blocks of five. As one row of fifteen under its header, as two or three tables, with a block in
 * each row, or with a result in each row.
 */
export function readReviews(rows: readonly TableRow[], span: Span): Outcome {
  const outcome: Reviews = { ...emptyOutcome(), placed: [] };
  const region = rows.slice(span.from, span.to);
  for (const row of region) for (const block of row.blocks) outcome.blocks.add(block);
  let headersSoFar: TableRow[] = [];
  const parts = partsOf(joinStacked(region));
  const named = new Set(parts.flatMap(({ headers }) => (headers.length ? blocksOf(headers) : [])));
  const complete = named.size === 0 || named.size === labelData().reviewBlocks.length;
  const byOrder = blocksByOrder(parts);
  for (const [i, part] of parts.entries()) {
    headersSoFar = part.headers.length ? part.headers : headersSoFar;
    const blocks = byOrder?.[i] ?? blocksOf(headersSoFar);
    readPart(outcome, {
      ...part,
      headers: headersSoFar,
      blocks,
      complete: complete || byOrder !== undefined,
    });
  }
  warnOfMissing(outcome, region);
  outcome.warnings.push(...doubtReviews(outcome.readings, outcome.placed));
  return outcome;
}

interface Reviews extends Outcome {
  placed: PlacedRow[];
}

interface KnownPart extends Part {
  /** Those of its columns, in their order. */
  blocks: readonly Labelled[];
  /** The headers of the table name all three blocks, or there are none, or their order tells. */
  complete: boolean;
}

function readPart(outcome: Reviews, part: KnownPart): void {
  const labelled = part.values.filter((row) => lineOf(row));
  if (labelled.length) {
    const under = linesUnder(labelled, part);
    const strays = part.values.filter((row) => !lineOf(row) && printedCount(row) > 1);
    for (const [i, row] of labelled.entries()) {
      // What stands nowhere may be the figures of a row that seems blank.
      if (!strays.length || printedCount(row)) readLabelled(outcome, row, part, under[i]);
    }
    outcome.warnings.push(...strays.map(strayWarning));
    return;
  }
  const row = joinValues(part.values);
  if (!row) return;
  const { headers, blocks } = part;
  const columns = labelData().reviewColumns;
  const ids = blocks.flatMap((block) => columns.map((column) => `reviews.${block.key}.${column.key}`));
  const known = blocks.length >= resultCount(headers);
  keepCells(outcome, row, ids, known ? alignmentUnder(row, headers, blocks, ids.length) : undefined);
}

function strayWarning(row: TableRow): Warning {
  const raw = rowText(row);
  const message = `表四有一行对不上任何项目，未采用：“${raw}”`;
  return { code: 'row-unmatched', message, place: row.place, raw };
}

function alignmentUnder(
  row: TableRow,
  headers: readonly TableRow[],
  blocks: readonly Labelled[],
  width: number,
): CellAlignment | undefined {
  const { reviewColumns } = labelData();
  const sameGrid = headers.filter((header) => header.exact && header.grid === row.grid);
  const extents =
    row.exact &&
    headerExtents(
      sameGrid,
      blocks.flatMap(() => reviewColumns),
    );
  const under = extents ? cellsUnder(row, extents) : rowUnder(row, headers, blocks);
  if (under) return { columns: under.map((cell) => [cell]), drawn: row.exact };
  const { slots } = splitRow(row);
  const common = slots.length === width ? 0 : commonPadding(row, headers);
  return wholeRow(slots.slice(0, slots.length - common), width);
}

/** A single row has no neighbours that tell its padding from its blanks: it has all its cells, or it is in doubt. */
function wholeRow(slots: readonly RowCell[], width: number): CellAlignment | undefined {
  const aligned = alignAlone(slots, width);
  const printed = slots.filter((cell) => cell.value.kind !== 'empty').length;
  // Longer by blanks in front: of another block, unless all blocks are printed.
  const apart = slots.length > width && width < widest && slots[0]?.value.kind === 'empty';
  const whole = slots.length === width || (printed === width && !aligned.doubt && !apart);
  return whole || printed > width ? aligned : undefined;
}

/** Three blocks of five. */
const widest = 15;

/** Empty cells at the end of every row of a loose grid are its padding. */
function commonPadding(row: TableRow, headers: readonly TableRow[]): number {
  const rows = [row, ...headers.filter((header) => header.grid && header.grid === row.grid)];
  const trail = ({ cells }: TableRow) =>
    cells.length - 1 - cells.findLastIndex((cell) => cell.value.kind !== 'empty');
  return row.exact || rows.length < 2 ? 0 : Math.min(...rows.map(trail));
}

function readLabelled(
  outcome: Reviews,
  row: TableRow,
  { headers, blocks, complete }: KnownPart,
  under: CellAlignment | undefined,
): void {
  const line = lineOf(row);
  const { reviewColumns } = labelData();
  const ids = line?.block
    ? reviewColumns.map((column) => `reviews.${line.block}.${column.key}`)
    : blocks.map((block) => `reviews.${block.key}.${line?.column}`);
  const { slots } = splitRow(row);
  const own = slots.slice(0, slots.length - commonPadding(row, headers));
  // A block that is named nowhere may have lost its header: nobody knows which column is its.
  const named = line?.block || complete;
  keepCells(outcome, row, ids, named ? (under ?? wholeRow(own, ids.length)) : undefined);
}

/** Values torn over lines are one row; a lone number beside them is the page's. */
function joinValues(values: readonly TableRow[]): TableRow | undefined {
  const lines = values.filter((row) => row.cells.length > 1);
  const [first, ...others] = lines.length ? lines : values.slice(0, 1);
  if (!first) return undefined;
  const cells: RowCell[] = [first, ...others].flatMap((row) => row.cells);
  return others.length
    ? { ...first, exact: false, joined: 'parts', cells, blocks: values.flatMap((row) => row.blocks) }
    : first;
}

function keepCells(outcome: Reviews, row: TableRow, ids: readonly string[], alignment?: CellAlignment): void {
  const text = rowText(row);
  const open: string[] = [];
  for (const [c, id] of ids.entries()) {
    const [cell, ...others] = alignment?.columns[c] ?? [];
    if (cell && !others.length && !(id in outcome.readings)) keepReading(outcome, id, cell, row, text);
    else open.push(id);
  }
  const read = ids.filter((id) => !open.includes(id));
  outcome.placed.push({
    name: '表四一行',
    readings: read,
    place: row.place,
    raw: text,
    labelled: true,
    seated: alignment !== undefined && isSeated(row, alignment, ids.length),
    odd: false,
    loose: !row.exact,
  });
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

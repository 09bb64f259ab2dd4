import { headerCells } from './find-disclosure.ts';
import { labelFit } from './label.ts';
import { type Labelled, labelData } from './label-data.ts';
import { lineOf, namedBlocks, type Part } from './review-parts.ts';
import { isTitle, printedCount } from './row-kinds.ts';
import type { TableRow } from './stream.ts';

/**
 * The blocks of each part by their order alone, where a header lost a name: all fifteen figures of the form are
 * printed, in rows of whole blocks or with one for each block behind every result, and the names that stand there
 * are in their places. Undefined where anything is blank or left over, or a name says something else.
 */
export function blocksByOrder(parts: readonly Part[]): Labelled[][] | undefined {
  const filled = parts.filter(({ values }) => values.length);
  const { reviewBlocks, reviewColumns } = labelData();
  const [only, ...others] = filled;
  if (only && !others.length && only.values.every((row) => lineOf(row)?.column))
    return isTurned(only) ? [reviewBlocks] : undefined;
  let from = 0;
  const blocks = parts.map(({ headers, values }) => {
    const count = values.length ? wholeCount(values) / reviewColumns.length : 0;
    const own = reviewBlocks.slice(from, from + count);
    from += count;
    const fits = namedBlocks(withoutTitles(headers)).every((block) => own.includes(block));
    return Number.isInteger(count) && fits ? own : undefined;
  });
  const placed = blocks.flatMap((own) => (own ? [own] : []));
  const named = parts.some(({ headers }) => namedBlocks(withoutTitles(headers)).length);
  return from === reviewBlocks.length && named && placed.length === parts.length ? placed : undefined;
}

/** A row for each result and a figure for each block in each of them; the header lost one block's name. */
function isTurned({ headers, values }: Part): boolean {
  const { reviewBlocks, reviewColumns } = labelData();
  const named = namedBlocks(withoutTitles(headers));
  const results = new Set(values.map((row) => lineOf(row)?.column));
  return (
    named.length === reviewBlocks.length - 1 &&
    results.size === reviewColumns.length &&
    values.length === results.size &&
    values.every((row) => isFull(row) && printedCount(row) === reviewBlocks.length) &&
    withoutTitles(headers).every((row) =>
      headerCells(row).every((cell) => !cell.bare || isBlockName(cell.bare)),
    )
  );
}

/** The part's own title names no block, however it is worded. */
function withoutTitles(headers: readonly TableRow[]): TableRow[] {
  const isLong = ({ cells: [cell, ...others] }: TableRow) =>
    !others.length && (cell?.bare.length ?? 0) > longestName;
  return headers.filter((row) => !isTitle(row) && !(row.plain && isLong(row)));
}

const longestName = 12;

/** A block, the heading of two of them, or a piece of either. */
function isBlockName(bare: string): boolean {
  const { reviewBlocks, reviewHeaders } = labelData();
  const names = [...reviewBlocks.flatMap(({ labels }) => labels), ...reviewHeaders];
  return labelFit(bare, names) >= namesBlock || names.some((name) => name.includes(bare));
}

const namesBlock = 0.75;

/** The figures of rows without a label; not a whole number where a cell among them is blank or a word. */
function wholeCount(values: readonly TableRow[]): number {
  const rows = values.filter((row) => row.cells.length > 1);
  if (!rows.length || rows.some((row) => !isFull(row) || lineOf(row))) return Number.NaN;
  return rows.reduce((sum, row) => sum + printedCount(row), 0);
}

/** Nothing but figures from the first to the last. */
function isFull({ cells }: TableRow): boolean {
  const kinds = cells.map(({ value }) => value.kind);
  const isFigure = (kind: string) => kind === 'number' || kind === 'mark';
  const inside = kinds.slice(kinds.findIndex(isFigure), kinds.findLastIndex(isFigure) + 1);
  return inside.length > 0 && inside.every(isFigure);
}

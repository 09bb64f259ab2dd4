import { headerCells } from './find-disclosure.ts';
import { bestMatch, labelFit } from './label.ts';
import { type Labelled, labelData } from './label-data.ts';
import { splitRow, type TableRow } from './stream.ts';

/** Rows of the header and the rows of values under them. */
export interface Part {
  headers: TableRow[];
  values: TableRow[];
}

/** In a paste with one cell a line a result stands over its three figures, or a block over its five. */
export function joinStacked(region: readonly TableRow[]): TableRow[] {
  const joined: TableRow[] = [];
  for (const row of region) {
    const before = joined.at(-1);
    const line = before?.plain && before.cells.length === 1 && row.plain ? lineOf(before) : undefined;
    const count = splitRow(row).label.length ? 0 : row.cells.length;
    const above = joined.at(-2);
    // The last word of a header that lists them all has no figures of its own.
    const listed = above?.plain && above.cells.length === 1 ? lineOf(above) : undefined;
    const fits = line?.column ? count === 3 && !listed?.column : line?.block && count === 5 && !listed?.block;
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

export function partsOf(region: readonly TableRow[]): Part[] {
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

/** The blocks that the header names, in official order; all three when it names none or has results for three. */
export function blocksOf(headers: readonly TableRow[]): Labelled[] {
  const { reviewBlocks } = labelData();
  const named = namedBlocks(headers);
  return named.length && resultCount(headers) < reviewBlocks.length ? named : reviewBlocks;
}

/** The blocks whose names stand in the header, in official order. */
export function namedBlocks(headers: readonly TableRow[]): Labelled[] {
  const cells = headers.flatMap((row) => headerCells(row).filter((cell) => cell.own && cell.bare));
  const text = cells.map((cell) => cell.bare).join(' ');
  return labelData().reviewBlocks.filter(
    ({ labels }) =>
      cells.some((cell) => labelFit(cell.bare, labels) >= 0.75) || text.includes(labels[0] ?? ' '),
  );
}

/** How many blocks' results the header lists. */
export function resultCount(headers: readonly TableRow[]): number {
  const cells = headers.flatMap((row) => headerCells(row).filter((cell) => cell.own && cell.bare));
  const { reviewBlocks, reviewColumns } = labelData();
  const first = reviewColumns[0]?.labels ?? [];
  return Math.min(reviewBlocks.length, cells.filter((cell) => labelFit(cell.bare, first) >= 0.75).length);
}

/** What a row of values is labelled with: a block or a result. */
export function lineOf(row: TableRow): { block?: string; column?: string } | undefined {
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

import type { Block, Cell, Place } from '../../model/document.ts';
import { IngestError } from '../errors.ts';

/** A cell of a word processor's table, where it is drawn. */
export interface DrawnCell {
  row: number;
  column: number;
  columnSpan: number;
  /** Covered by the cell above. */
  continues: boolean;
  blocks: Block[];
}

/** Beyond this length a cell's text is a part of the document, not of a table. */
const longestCell = 300;

/**
 * A table as one exact grid; one that only arranges the page gives the blocks of its cells in order.
 * @throws {IngestError} `too-complex`
 */
export function drawnTable(rows: readonly DrawnCell[][], mostCells: number): Block[] {
  const drawn = rows.flat();
  const columns = Math.max(0, ...drawn.map((cell) => cell.column + cell.columnSpan));
  if (columns * rows.length > mostCells) throw new IngestError('too-complex', '表格过大');
  if (isLayout(drawn)) return drawn.flatMap((cell) => cell.blocks);
  const places = rowPlaces(rows);
  const cells = drawn
    .filter((cell) => !cell.continues)
    .map((cell) => cellOf(cell, rows, places[cell.row] ?? {}));
  const first = cells.find((cell) => cell.text !== '');
  if (!first) return [];
  return [{ kind: 'grid', grid: { rows: rows.length, columns, cells, exact: true }, place: first.place }];
}

function isLayout(cells: readonly DrawnCell[]): boolean {
  if (cells.length <= 1) return true;
  return cells.some(
    ({ blocks }) => blocks.some((block) => block.kind === 'grid') || textOf(blocks).length > longestCell,
  );
}

/** Where each row stands: empty cells have no place of their own. */
function rowPlaces(rows: readonly DrawnCell[][]): Place[] {
  let last: Place | undefined;
  const places = rows.map((row) => {
    last = row.flatMap((cell) => cell.blocks)[0]?.place ?? last;
    return last;
  });
  const first = places.find((place) => place !== undefined) ?? {};
  return places.map((place) => place ?? first);
}

function cellOf(cell: DrawnCell, rows: readonly DrawnCell[][], rowPlace: Place): Cell {
  const { row, column, columnSpan, blocks } = cell;
  let end = row + 1;
  while (rows[end]?.some((below) => below.continues && below.column === column)) end++;
  const place = blocks[0]?.place ?? rowPlace;
  return { text: textOf(blocks), row, column, rowSpan: end - row, columnSpan, place };
}

export function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text.trim() : '')).join('\n');
}

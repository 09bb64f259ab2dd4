import { isFigure } from './characters.ts';
import type { PageCell, PageGrid } from './page-grid.ts';

/** Edges of the same column on two pages may differ by this many points. */
const sameEdge = 4;

/** Whether `next`, the first thing on its page, goes on with `grid`, the last thing on the page before. */
export function continues(grid: PageGrid, next: PageGrid): boolean {
  if (!grid.exact || !next.exact) return false;
  const [few, many] = grid.xs.length <= next.xs.length ? [grid.xs, next.xs] : [next.xs, grid.xs];
  const has = (x: number) => many.some((other) => Math.abs(other - x) <= sameEdge);
  const ends = near(grid.xs[0], next.xs[0]) && near(grid.xs.at(-1), next.xs.at(-1));
  return ends && few.every(has);
}

function near(a = 0, b = 0): boolean {
  return Math.abs(a - b) <= sameEdge;
}

/**
 * Appends the rows of the next page. A header that is printed again is dropped; a row that the break cut in two
 * becomes one where only one part holds figures; a merged label goes on over its rows on the next page.
 */
export function joined(grid: PageGrid, next: PageGrid): PageGrid {
  const xs = grid.xs.length >= next.xs.length ? grid.xs : next.xs;
  const above = onEdges(grid, xs);
  const repeated = repeatedHeader(above, next);
  const below = onEdges(next, xs)
    .filter((cell) => cell.row >= repeated)
    .map((cell) => ({ ...cell, row: cell.row - repeated }));
  const columns = xs.length - 1;
  joinTornFigures(above, below);
  const torn = isTornRow(above, below, grid.rows - 1);
  const cells = torn ? joinRow(above, below, grid.rows - 1) : stack(above, below, grid.rows);
  const rows = grid.rows + next.rows - repeated - (torn ? 1 : 0);
  return { ...grid, xs, columns, rows, cells: torn ? cells : carryLabels(cells, grid.rows) };
}

/**
 * Figures without a label at the top of the next page, each under one of several digits in the last row of this page
 * that has figures, are what the break cut off them, or seem to be: they come into one cell with a blank between, which is
 * no number and is told as a doubt.
 */
function joinTornFigures(above: PageCell[], below: PageCell[]): void {
  const figures = (cells: readonly PageCell[], row: number) =>
    cells.filter((c) => c.row === row && isFigure(c.text));
  const last = Math.max(-1, ...above.filter((c) => isFigure(c.text)).map((c) => c.row));
  const first = Math.min(Infinity, ...below.filter((c) => isFigure(c.text)).map((c) => c.row));
  // Words below them are a row whose figures stand on the next page.
  if (above.some((c) => c.row > last) || below.some((c) => c.row === first && isLabel(c.text))) return;
  const [upper, lower] = [figures(above, last), figures(below, first)];
  const pairs = lower.map((cell) => [upper.find((c) => sameColumns(c, cell)), cell] as const);
  if (!pairs.every(([a, b]) => a && a.text.length >= 2 && a.text.length >= b.text.length)) return;
  for (const [a, b] of pairs) {
    above.splice(above.indexOf(a ?? b), 1, { ...b, ...a, text: `${a?.text ?? ''} ${b.text}` });
    below.splice(below.indexOf(b), 1, { ...b, text: '' });
  }
}

/** The same cells counted in the columns of finer edges. */
function onEdges(grid: PageGrid, xs: readonly number[]): PageCell[] {
  if (xs === grid.xs) return [...grid.cells];
  const at = grid.xs.map((x) => xs.reduce((best, edge, i) => (closer(edge, xs[best], x) ? i : best), 0));
  return grid.cells.map((cell) => {
    const column = at[cell.column] ?? 0;
    return { ...cell, column, columnSpan: (at[cell.column + cell.columnSpan] ?? column + 1) - column };
  });
}

function closer(a: number, b = Infinity, x: number): boolean {
  return Math.abs(a - x) < Math.abs(b - x);
}

/** How many rows at the top of `next` repeat the top of the table word for word. Rows with figures never count. */
function repeatedHeader(above: readonly PageCell[], next: PageGrid): number {
  let rows = 0;
  while (rows < next.rows) {
    const first = rowOf(above, rows);
    const again = rowOf(next.cells, rows);
    if (first.length === 0 || first.join('\n') !== again.join('\n')) break;
    if (first.some(isFigure) || first.every((text) => text === '')) break;
    rows++;
  }
  const spans = next.cells.some((c) => c.row < rows && c.row + c.rowSpan > rows);
  return spans || rows === next.rows ? 0 : rows;
}

function rowOf(cells: readonly PageCell[], row: number): string[] {
  const inRow = cells.filter((c) => c.row === row).sort((a, b) => a.column - b.column);
  return inRow.map((c) => c.text);
}

function stack(above: readonly PageCell[], below: readonly PageCell[], rows: number): PageCell[] {
  return [...above, ...below.map((cell) => ({ ...cell, row: cell.row + rows }))];
}

/** A line that leaves less than this many ems free (the cell's own margins are in it) took no more characters. */
const full = 2.2;
/** …and a cell with less than this many ems free below took no more lines. */
const low = 1.5;

/** `1.`, `（二）`, `三、`: a label that begins so is no rest of another. */
export const numbering = /^(?:[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d+[）)、.．])/;

/**
 * The first row of the next page is the rest of the last row of this page: both have the same cells, the rest has
 * no number before its label, and figures stand in one of the two at most.
 */
function isTornRow(above: readonly PageCell[], below: readonly PageCell[], last: number): boolean {
  const upper = above.filter((c) => c.row + c.rowSpan - 1 === last);
  const lower = below.filter((c) => c.row === 0);
  if (upper.length !== lower.length || upper.length < 2) return false;
  const pairs = upper.map((cell) => [cell, lower.find((c) => sameColumns(c, cell))] as const);
  if (pairs.some(([, cell]) => cell === undefined)) return false;
  const figures = [upper, lower].filter((row) => row.some((c) => isFigure(c.text)));
  if (figures.length > 1 || lower.some((c) => numbering.test(c.text))) return false;
  if (!pairs.every(([a, b]) => b && isRest(a, b))) return false;
  const words = pairs.filter(([a, b]) => isLabel(a.text) && isLabel(b?.text ?? ''));
  // Without figures it is a row of the header: more than one of its words must have been cut.
  return figures.length === 1 ? lower.some((c) => c.text !== '') : words.length > 1;
}

/** Nothing on one side, or words whose first part fills its cell to the edge: words that had to go on. */
function isRest(a: PageCell, b: PageCell): boolean {
  if (b.text === '') return true;
  if (a.text === '') return isFigure(b.text);
  return isLabel(a.text) && isLabel(b.text) && isFull(a);
}

function isFull(cell: PageCell): boolean {
  return cell.room < full && cell.below < low;
}

function isLabel(text: string): boolean {
  return text !== '' && !isFigure(text);
}

function sameColumns(a: PageCell, b: PageCell): boolean {
  return a.column === b.column && a.columnSpan === b.columnSpan;
}

function joinRow(above: readonly PageCell[], below: readonly PageCell[], last: number): PageCell[] {
  const upper = above.map((cell) => {
    if (cell.row + cell.rowSpan - 1 !== last) return cell;
    const rest = below.find((c) => c.row === 0 && sameColumns(c, cell));
    if (!rest) return cell;
    const place = cell.text === '' ? rest.place : cell.place;
    return { ...cell, text: cell.text + rest.text, rowSpan: cell.rowSpan + rest.rowSpan - 1, place };
  });
  const lower = below.filter((c) => c.row > 0).map((c) => ({ ...c, row: c.row + last }));
  return [...upper, ...lower];
}

/**
 * A label merged over several rows has an empty cell (or the rest of its words) under it on the next page. It is
 * one cell again where its rows have labels of their own beside it; an empty cell for a figure never is.
 */
function carryLabels(cells: readonly PageCell[], row: number): PageCell[] {
  const result = [...cells];
  for (const upper of cells) {
    if (upper.row + upper.rowSpan !== row || !isLabel(upper.text)) continue;
    const lower = result.find((c) => c.row === row && sameColumns(c, upper));
    if (!lower || numbering.test(lower.text) || isFigure(lower.text)) continue;
    if (lower.text !== '' && !isFull(upper)) continue;
    const inRows = (c: PageCell) => c.row >= lower.row && c.row < lower.row + lower.rowSpan;
    const beside = result.some((c) => inRows(c) && c.column > lower.column && isLabel(c.text));
    if (!beside) continue;
    const at = result.indexOf(upper);
    result.splice(at, 1, { ...upper, text: upper.text + lower.text, rowSpan: upper.rowSpan + lower.rowSpan });
    result.splice(result.indexOf(lower), 1);
  }
  return result;
}

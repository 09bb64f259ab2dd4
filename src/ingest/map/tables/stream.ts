import type { Block, Cell, Grid, Place } from '../../../model/document.ts';
import { type CellValue, cellValue } from './cell-value.ts';
import { bareLabel } from './label.ts';
import { labelData } from './label-data.ts';

/** One cell of a row. */
export interface RowCell {
  text: string;
  /** The text as labels are compared. */
  bare: string;
  value: CellValue;
  /** In the grid; in loose rows the order. */
  column: number;
  span: number;
  /** False for a cell that reaches down from a row above. */
  own: boolean;
}

/** A line of the document that may be a row of a table, or a piece of one. */
export interface TableRow {
  cells: RowCell[];
  /** The columns of the cells are known. */
  exact: boolean;
  /** A line of running text rather than a row of a grid. */
  plain: boolean;
  grid?: Grid;
  blocks: Block[];
  place: Place;
  /** Digits alone on the line behind: the page's number, or what a narrow cell could not hold. */
  tail?: string;
  /** Put together from several lines, some with empty cells between; `whole`: with just as many cells as others. */
  joined?: 'parts' | 'blank between' | 'whole';
}

/** Every row of every grid and every paragraph, in the order of the document. */
export function tableRows(blocks: readonly Block[]): TableRow[] {
  const rows: TableRow[] = [];
  for (const block of blocks) {
    if (block.kind === 'grid') rows.push(...gridRows(block, block.grid));
    else if (!isPageFurniture(block.text)) rows.push(paragraphRow(block, block.text));
  }
  return joinLoneValues(rows);
}

/** `- 3 -`, `第 3 页`: printed on every page, inside tables too. */
export function isPageFurniture(text: string): boolean {
  return /^\s*(?:[-—–－·]+\s*\d{1,3}\s*[-—–－·]+|第\s*\d{1,3}\s*页.{0,12}|\d{1,3}\s*\/\s*\d{1,3})\s*$/.test(
    text,
  );
}

function gridRows(block: Block, grid: Grid): TableRow[] {
  const lines: TableRow[] = Array.from({ length: grid.rows }, () => ({
    cells: [],
    exact: grid.exact,
    plain: false,
    grid,
    blocks: [block],
    place: block.place,
  }));
  for (const cell of [...grid.cells].sort((a, b) => a.column - b.column)) {
    for (let r = cell.row; r < Math.min(grid.rows, cell.row + cell.rowSpan); r++) {
      const line = lines[r];
      if (!line) continue;
      const own = r === cell.row;
      if (!grid.exact) fillGap(line, cell);
      if (own && !line.cells.some((c) => c.own)) line.place = cell.place;
      line.cells.push(rowCell(cell.text, cell.column, cell.columnSpan, own));
    }
  }
  return lines.filter((line) => line.cells.length);
}

/** A loose row may leave its empty cells out where it knows the column of the others. */
function fillGap(line: TableRow, cell: Cell): void {
  for (let c = line.cells.length; c < cell.column; c++) line.cells.push(rowCell('', c, 1, true));
}

export function rowCell(text: string, column: number, span = 1, own = true): RowCell {
  const value = cellValue(text);
  return { text, bare: value.kind === 'text' ? bareLabel(text) : '', value, column, span, own };
}

/** `1.属于国家秘密 0 0 0 0 0 0 0` is a row too: a label and the values behind it. */
function paragraphRow(block: Block, text: string): TableRow {
  const cells = paragraphCells(text).map((cell, i) => rowCell(cell, i));
  return { cells, exact: false, plain: true, blocks: [block], place: block.place };
}

/** Labels and seven numbers; columns drawn with spaces are wide. */
const longestRow = 400;

function paragraphCells(text: string): string[] {
  if (text.includes('\t')) return text.split('\t').map((cell) => cell.trim());
  if (text.length > longestRow || text.includes('。')) return [text.trim()];
  const words = text.trim().split(/\s+/);
  let first = words.length;
  while (first > 0 && isValue(words[first - 1] ?? '')) first--;
  if (first === words.length - 1 && isFootnote(words[first] ?? '')) first = words.length;
  if (first === words.length || words.length === 1) return text.trim().split(/ {2,}|\u3000{2,}/);
  const head = words.slice(0, first).join(' ');
  const glued = words.length - first >= 5 ? /^(.*[^\d.,，．])(\d+)$/.exec(head) : null;
  return [...(glued ? [glued[1] ?? '', glued[2] ?? ''] : head ? [head] : []), ...words.slice(first)];
}

/** Alone behind a label the sign of a footnote; among figures it may stand for nothing. */
function isFootnote(word: string): boolean {
  return /^[*＊]+$/.test(word);
}

function isValue(word: string): boolean {
  const { kind } = cellValue(word);
  return kind === 'number' || kind === 'mark' || isPlaceholder(bareLabel(word));
}

/** A paste with one cell on each line: values that stand alone on following lines are one row. */
function joinLoneValues(rows: TableRow[]): TableRow[] {
  const joined: TableRow[] = [];
  for (let i = 0; i < rows.length; ) {
    let end = i;
    while (end < rows.length && isLoneValue(rows[end]) && followsAlike(rows, i, end)) end++;
    if (end > i + 2 && gapBefore(rows, i + 1) > gapBefore(rows, i + 2)) end = i + 1;
    const run = rows.slice(i, end);
    const first = run[0];
    if (first && run.length > 1) {
      const cells = run.map((row, c) => rowCell(row.cells[0]?.text ?? '', c));
      joined.push({ ...first, cells, blocks: run.flatMap((row) => row.blocks) });
      i = end;
    } else {
      const row = rows[i++];
      if (row) joined.push(row);
    }
  }
  return joined;
}

/** The numbers of pages stand apart: a wider gap than between the first two ends the run, or parts the first from it. */
function followsAlike(rows: readonly TableRow[], start: number, at: number): boolean {
  return at - start < 2 || gapBefore(rows, at) <= gapBefore(rows, start + 1);
}

function gapBefore(rows: readonly TableRow[], at: number): number {
  return (rows[at]?.place.line ?? 0) - (rows[at - 1]?.place.line ?? 0);
}

function isLoneValue(row: TableRow | undefined): boolean {
  if (!row?.plain || row.cells.length !== 1) return false;
  const [cell] = row.cells;
  return cell?.value.kind === 'number' || cell?.value.kind === 'mark' || isPlaceholder(cell?.bare ?? '');
}

/** Words that stand where a number should. */
function isPlaceholder(bare: string): boolean {
  return labelData().placeholders.some((word) => bare === word || (bare.startsWith(word) && bare.length < 8));
}

/** The row as a person reads it: its printed cells between bars. */
export function rowText(row: TableRow, label?: string): string {
  const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
  const { label: cells, slots } = splitRow(row);
  const head = clean(
    label ??
      cells
        .filter((cell) => cell.text)
        .map((cell) => clean(cell.text))
        .join(' '),
  );
  const printed = trimmed(slots);
  // Of a row that is blank altogether the bars are left to quote.
  const shown = head || printed.length ? printed : slots;
  return [head, ...shown.map((cell) => clean(cell.text))].join(' | ').trim();
}

function trimmed(cells: readonly RowCell[]): readonly RowCell[] {
  let end = cells.length;
  while (end > 0 && cells[end - 1]?.value.kind === 'empty') end--;
  return cells.slice(0, end);
}

/**
 * Label cells and what stands behind them. A lone number in front of a text is its numbering; a text behind
 * two values, or one that says "see annex", is a cell that should be a number.
 */
export function splitRow(row: TableRow): { label: RowCell[]; slots: RowCell[] } {
  let last = -1;
  let values = 0;
  for (const [i, cell] of row.cells.entries()) {
    if (cell.value.kind === 'number' || cell.value.kind === 'mark') values++;
    if (cell.value.kind === 'text' && values < 2 && !isPlaceholder(cell.bare)) last = i;
  }
  return { label: row.cells.slice(0, last + 1), slots: row.cells.slice(last + 1).filter((cell) => cell.own) };
}

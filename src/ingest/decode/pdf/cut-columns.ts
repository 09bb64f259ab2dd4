import type { Cell } from '../../../model/document.ts';
import { cutMark, isFigure } from './characters.ts';

/**
 * What stands beside the page is often not even in the file. So where the page's edge cuts figures of a column, a
 * blank cell of that column, in a row that has figures, gets the mark of what is cut: it may have had one too.
 */
export function markCutColumns<T extends Cell>(cells: readonly T[]): T[] {
  const columns = new Set(cells.filter(isCut).map((cell) => cell.column));
  if (!columns.size) return [...cells];
  const rows = new Set(cells.filter(({ text }) => isFigure(text)).map((cell) => cell.row));
  const isOpen = (cell: T) => cell.text === '' && columns.has(cell.column) && rows.has(cell.row);
  return cells.map((cell) => (isOpen(cell) ? { ...cell, text: cutMark } : cell));
}

function isCut({ text }: Cell): boolean {
  return text.includes(cutMark) && isFigure(text);
}

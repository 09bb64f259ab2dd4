import { catalogue } from '../../../catalogue/catalogue.ts';
import { similarity } from './label.ts';
import type { TableRow } from './stream.ts';

/** Rows `from` … `to` (exclusive) of the stream. */
export interface Span {
  from: number;
  to: number;
}

/** The heading of a part: it belongs to the text, also where a table follows at once. */
export function isTitle(row: TableRow): boolean {
  if (!row.plain) return false;
  const text = row.cells.map((cell) => cell.bare).join('');
  if (text.length > 60) return false;
  const titles = (['disclosure', 'applications', 'reviews'] as const).map((table) =>
    catalogue().title(table),
  );
  return (
    titles.some((title) => similarity(text, title.replace(/[^\p{L}]/gu, '')) > 0.8) ||
    /^[五六].{0,12}(?:问题|改进|事项)/.test(text)
  );
}

export function isProse(row: TableRow): boolean {
  const text = row.cells.map((cell) => cell.text).join(' ');
  return (
    row.plain && printedCount(row) < 3 && (text.length > 90 || (/[。；;]/.test(text) && text.length > 40))
  );
}

/** Numbers and marks that begin in the row. */
export function printedCount(row: TableRow): number {
  return row.cells.filter((cell) => cell.own && (cell.value.kind === 'number' || cell.value.kind === 'mark'))
    .length;
}

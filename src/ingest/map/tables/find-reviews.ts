import { catalogue } from '../../../catalogue/catalogue.ts';
import { similarity } from './label.ts';
import { labelData } from './label-data.ts';
import { isProse, isTitle, type Span } from './row-kinds.ts';
import { splitRow, type TableRow } from './stream.ts';

/** A header may be torn into as many lines as it has words. */
const tornHeader = 45;
const headerRows = 12;

/** Table 四: from the header that names its results (or from its title on) to its last row of numbers. */
export function findReviews(rows: readonly TableRow[]): Span | undefined {
  const anchor = rows.findIndex((row) => namesResults(row));
  const from = anchor >= 0 ? startAbove(rows, anchor) : behindTitle(rows);
  if (from === undefined) return undefined;
  let to = from;
  for (let i = from; i < rows.length; i++) {
    const row = rows[i];
    if (!row || isProse(row) || isTitle(row) || endsTable(row)) break;
    if (!row.plain || isValueRow(row) || namesResults(row)) to = i + 1;
    if (i - to > (to === from ? tornHeader : headerRows)) break;
  }
  return to > from ? { from, to } : undefined;
}

/** At least two of 结果维持 · 结果纠正 · 其他结果 · 尚未审结 in one row, or one alone on its line. */
function namesResults(row: TableRow): boolean {
  if (isProse(row)) return false;
  const text = row.cells.map((cell) => (cell.own ? cell.bare : '')).join(' ');
  const found = labelData().reviewColumns.filter(
    ({ key, labels }) => key !== 'total' && text.includes(labels[0] ?? ' '),
  );
  return found.length > 1 || (found.length === 1 && text.trim().length < 8);
}

function startAbove(rows: readonly TableRow[], anchor: number): number {
  let start = anchor;
  for (let i = anchor - 1; i >= Math.max(0, anchor - headerRows); i--) {
    const row = rows[i];
    if (!row || isTitle(row) || isProse(row) || isSentence(row)) break;
    if (row.cells.some(({ bare }) => bare.length < 60 && /行政复议|行政诉讼|起诉/.test(bare))) start = i;
    else if (row.grid !== rows[anchor]?.grid && !row.plain) break;
  }
  return start;
}

/** 本年度无行政复议、行政诉讼案件。 between the heading and the table is no header. */
function isSentence(row: TableRow): boolean {
  return row.plain && /[\u3400-\u9fff）)\d]。$/.test(row.cells.at(-1)?.text.trim() ?? '');
}

function behindTitle(rows: readonly TableRow[]): number | undefined {
  const title = catalogue()
    .title('reviews')
    .replace(/[^\p{L}]/gu, '');
  const at = rows.findIndex((row) => row.plain && similarity(row.cells[0]?.bare ?? '', title) > 0.75);
  const values = rows.findIndex(
    (row, i) => i > at && i < at + tornHeader && splitRow(row).slots.length >= 15,
  );
  return at >= 0 && values >= 0 ? at + 1 : undefined;
}

function isValueRow(row: TableRow): boolean {
  return row.cells.filter((cell) => cell.value.kind === 'number' || cell.value.kind === 'mark').length > 1;
}

function endsTable(row: TableRow): boolean {
  return row.plain && /^[五六七]、|存在的?(?:主要)?问题/.test(row.cells[0]?.text.trim() ?? '');
}

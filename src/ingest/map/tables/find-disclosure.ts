import { labelFit } from './label.ts';
import { type Labelled, labelData } from './label-data.ts';
import { isProse, isTitle, type Span } from './row-kinds.ts';
import { type RowCell, rowCell, splitRow, type TableRow } from './stream.ts';

const widestGap = 8;

/** Table 二: the last dense run of its headers and rows before `end`. */
export function findDisclosure(rows: readonly TableRow[], end: number): Span | undefined {
  const known = rows.slice(0, end).flatMap((row, i) => (isPart(row) ? [i] : []));
  const groups: number[][] = [];
  for (const i of known) {
    const group = groups.at(-1);
    if (group && i - (group.at(-1) ?? i) <= widestGap) group.push(i);
    else groups.push([i]);
  }
  const best = groups.filter((group) => group.length >= 3).at(-1);
  const last = best?.at(-1);
  if (best?.[0] === undefined || last === undefined) return undefined;
  return { from: best[0], to: withValuesBehind(rows, last, end) };
}

function isPart(row: TableRow): boolean {
  if (isProse(row) || isTitle(row)) return false;
  return isDisclosureHeader(row) || disclosureRow(row) !== undefined;
}

/** A label alone on its line has its numbers on the next. */
function withValuesBehind(rows: readonly TableRow[], last: number, end: number): number {
  let to = last + 1;
  while (to < Math.min(end, last + 4)) {
    const row = rows[to];
    if (!row || splitRow(row).label.length) break;
    to++;
  }
  return to;
}

/** A header in a line of running text has spaces between its columns. */
export function headerCells(row: TableRow): RowCell[] {
  if (!row.plain) return row.cells;
  return row.cells.flatMap((cell) => cell.text.split(/\s+/).map((word) => rowCell(word, cell.column)));
}

/** A cell names a column or an article of the regulation, and no row. */
export function isDisclosureHeader(row: TableRow): boolean {
  const { disclosureHeaders, disclosureColumns } = labelData();
  return headerCells(row).some(
    ({ bare, own }) =>
      own &&
      bare.length >= 3 &&
      (labelFit(bare, disclosureHeaders) >= 0.85 ||
        /^第二十条第.{1,3}项/.test(bare) ||
        disclosureColumns.some(({ labels }) => labelFit(bare, labels) >= 0.8)),
  );
}

/** The official row that a label names. Running text never counts, a line of its own only when it fits well. */
export function disclosureRow(row: TableRow): Labelled | undefined {
  const { label, slots } = splitRow(row);
  const least = row.plain ? 0.9 : 0.6;
  if (!label.length || (row.plain && slots.length > 6)) return undefined;
  const texts = [label.at(-1)?.bare ?? '', label.map((cell) => cell.bare).join('')];
  return disclosureRowOf(texts, least);
}

export function disclosureRowOf(texts: readonly string[], least: number): Labelled | undefined {
  let best: { row: Labelled; score: number } | undefined;
  for (const row of labelData().disclosureRows) {
    const score = Math.max(...texts.map((text) => labelFit(text, row.labels)));
    if (score >= least && score > (best?.score ?? 0)) best = { row, score };
  }
  return best?.row;
}

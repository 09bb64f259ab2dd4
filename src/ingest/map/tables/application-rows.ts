import { isApplicationHeader, joinedLabel } from './find-applications.ts';
import { applicationWidth, labelData } from './label-data.ts';
import { withoutCopies } from './row-copies.ts';
import type { Item } from './row-groups.ts';
import { type RowCell, splitRow, type TableRow } from './stream.ts';

/** Also the short words (其他, 总计) that stand alone on lines next to other header lines. */
export function headerRows(region: readonly TableRow[]): TableRow[] {
  const isHeader = region.map(isApplicationHeader);
  const words = new Set(labelData().columns.flatMap(({ labels }) => labels));
  const isWord = (row: TableRow | undefined) =>
    row?.plain && row.cells.length === 1 && words.has(row.cells[0]?.bare ?? '');
  for (let i = 0; i < region.length; i++) if (isHeader[i - 1] && isWord(region[i])) isHeader[i] = true;
  for (let i = region.length - 1; i >= 0; i--) if (isHeader[i + 1] && isWord(region[i])) isHeader[i] = true;
  return region.filter((_, i) => isHeader[i]);
}

export function toItem(row: TableRow): Item {
  const { slots } = splitRow(row);
  const valued = slots.some((cell) => cell.value.kind === 'number' || cell.value.kind === 'mark');
  const joined = joinedLabel(row);
  // The heading of several rows says nothing about which of them the figures are.
  const label = valued && labelData().headings.has(joined) ? '' : joined;
  return { label, valued, blank: !valued && slots.length >= applicationWidth && label !== '' };
}

/** Values that go on in the next line are one row; numbers of pages and rows printed once more are none. */
export function joinTornValues(rows: readonly TableRow[]): TableRow[] {
  const joined: TableRow[] = [];
  const form = formOf(rows);
  for (const row of rows) {
    const { label, slots } = splitRow(row);
    const before = joined.at(-1);
    const open = before && !row.exact ? applicationWidth - printed(splitRow(before).slots) : 0;
    const count = printed(slots);
    if (label.length || !count) joined.push(row);
    else if (before && open < applicationWidth && count <= open && slots.length > 1)
      joined[joined.length - 1] = joinWhole(before, row, form) ?? join(before, row);
    else if (slots.length > 1 || count > 1) joined.push(row);
    else if (before) joined[joined.length - 1] = { ...before, tail: slots[0]?.text ?? '' };
  }
  return withoutCopies(joined);
}

interface Form {
  /** Cells of a row. */
  length: number;
  /** How many of them stand before the figures. */
  labels: number;
}

/** How long all rows with a label and figures are; undefined where they differ other than by a figure too many. */
function formOf(rows: readonly TableRow[]): Form | undefined {
  const labelled = rows.filter(
    (row) => !row.exact && !row.plain && splitRow(row).label.length && printed(splitRow(row).slots) > 1,
  );
  const lengths = labelled.map(({ cells }) => cells.length).sort((a, b) => a - b);
  const length = lengths[lengths.length >> 1] ?? 0;
  const own = labelled.filter(({ cells }) => cells.length === length);
  const padded = labelled.some(({ cells }) => cells.length > length && cells.at(-1)?.value.kind === 'empty');
  if (padded || own.length < labelled.length * mostRows) return undefined;
  return { length, labels: Math.max(...own.map((row) => splitRow(row).label.length)) };
}

const mostRows = 0.7;

/** Two lines that are as long together as other rows are, without the columns of the labels before the second. */
function joinWhole(a: TableRow, b: TableRow, form: Form | undefined): TableRow | undefined {
  if (!form || a.joined || a.plain || b.plain) return undefined;
  const over = a.cells.length + b.cells.length - form.length;
  const lead = b.cells.slice(0, over);
  if (over !== 0 && (over !== form.labels || lead.some(({ text }) => text !== ''))) return undefined;
  const cells = [...a.cells, ...b.cells.slice(over)].map((cell, column) => ({ ...cell, column }));
  return { ...a, joined: 'whole', cells, blocks: [...a.blocks, ...b.blocks] };
}

/** The empty cells between stand for the columns of the labels, or for nothing. */
function join(a: TableRow, b: TableRow): TableRow {
  const isEmpty = ({ value }: RowCell) => value.kind === 'empty';
  const head = a.cells.slice(0, a.cells.findLastIndex((cell) => !isEmpty(cell)) + 1);
  const rest = b.cells.slice(b.cells.findIndex((cell) => !isEmpty(cell)));
  const joined = head.length < a.cells.length ? 'blank between' : 'parts';
  return { ...a, joined, cells: [...head, ...rest], blocks: [...a.blocks, ...b.blocks] };
}

function printed(slots: readonly RowCell[]): number {
  return slots.filter((cell) => cell.value.kind !== 'empty').length;
}

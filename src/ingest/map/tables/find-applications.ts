import { disclosureRow, isDisclosureHeader } from './find-disclosure.ts';
import { labelFit } from './label.ts';
import { labelData } from './label-data.ts';
import { isProse, isTitle, printedCount, type Span } from './row-kinds.ts';
import { splitRow, type TableRow } from './stream.ts';

const farthestHeader = 14;
const tornHeader = 60;
const rowsBehind = 4;

/** Table 三: from its header to the last row whose label it knows and the fragments behind. */
export function findApplications(rows: readonly TableRow[]): Span | undefined {
  const known = rows.flatMap((row, i) => (isKnownRow(row, rows[i + 1]) ? [i] : []));
  const first = known[0];
  const last = known.at(-1);
  if (first === undefined || last === undefined || known.length < 3) return undefined;
  const from = startAbove(rows, first);
  return { from: behindTitle(rows, from) ?? from, to: endBelow(rows, last) };
}

/** A row's label with its values in the same row or, in a paste with one cell a line, in the next. */
function isKnownRow(row: TableRow, next: TableRow | undefined): boolean {
  const { label } = splitRow(row);
  if (!label.length || (valueCount(row) < 3 && !(next && isBareValues(next)))) return false;
  const text = joinedLabel(row);
  return (
    text.length >= 4 &&
    text.length < 120 &&
    labelData().rows.some(({ labels }) => labelFit(text, labels) >= goodFit)
  );
}

function valueCount(row: TableRow): number {
  return splitRow(row).slots.filter((cell) => cell.value.kind !== 'text').length;
}

function isBareValues(row: TableRow): boolean {
  return splitRow(row).label.length === 0 && valueCount(row) >= 3;
}

const goodFit = 0.8;
const leastFigures = 3;

/** The bare label cells of a row, joined; a label repeated in each of its columns counts once. */
export function joinedLabel(row: TableRow): string {
  const { label } = splitRow(row);
  return label
    .filter((cell, i) => !cell.bare || !label[i - 1]?.bare.endsWith(cell.bare))
    .map((cell) => cell.bare || (cell.value.kind === 'number' ? cell.text.trim() : ''))
    .join('');
}

function startAbove(rows: readonly TableRow[], first: number): number {
  let start = first;
  for (let i = first - 1; i >= Math.max(0, first - farthestHeader); i--) {
    const row = rows[i];
    if (!row || isTitle(row) || isProse(row) || isDisclosureHeader(row) || disclosureRow(row)) break;
    if (isApplicationHeader(row) || (row.grid && row.grid === rows[first]?.grid)) start = i;
  }
  return start;
}

/** A header that narrow cells tore into many lines, and first rows torn with it, stand right behind the title. */
function behindTitle(rows: readonly TableRow[], start: number): number | undefined {
  for (let i = start - 1; i >= Math.max(0, start - tornHeader); i--) {
    const row = rows[i];
    if (!row?.plain || isProse(row)) return undefined;
    if (isTitle(row)) return i + 1;
    if (disclosureRow(row)) return undefined;
  }
  return undefined;
}

/** Labels may be torn over several lines: wherever figures stand the table goes on. */
function endBelow(rows: readonly TableRow[], last: number): number {
  let end = last + 1;
  let farthest = end + rowsBehind;
  for (let i = end; i < Math.min(rows.length, farthest); i++) {
    const row = rows[i];
    if (!row || isTitle(row) || isProse(row) || /行政复议|行政诉讼|结果维持/.test(joinedLabel(row))) break;
    end = i + 1;
    if (printedCount(row) >= leastFigures) farthest = end + rowsBehind;
  }
  return end;
}

/** No numbers, but at least one of the words that only the header of table 三 prints. */
export function isApplicationHeader(row: TableRow): boolean {
  if (row.cells.some((cell) => cell.value.kind === 'number')) return false;
  const { columns, headers } = labelData();
  const words = [...columns.map(({ labels }) => labels[0] ?? ''), ...headers].filter(
    (word) => word.length > 2,
  );
  const text = row.cells.map((cell) => (cell.own ? cell.bare : '')).join(' ');
  return words.some((word) => text.includes(word)) || text.includes('勾稽关系');
}

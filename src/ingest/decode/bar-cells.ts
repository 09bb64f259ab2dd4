import type { Block } from '../../model/document.ts';
import { isOfficialHeading } from '../layout/official-headings.ts';
import { plainMarkdown } from './markdown.ts';
import { type Row, rowsToGrid } from './row-grid.ts';

/** A line of a text file; numbers count from 1. */
export interface Line {
  text: string;
  number: number;
}

/** One cell of a table whose cells stand on lines of their own, each closed by a bar. */
interface BarCell {
  text: string;
  line: number;
}

interface BarRun {
  cells: BarCell[];
  /** After how many cells bars without a cell between follow: there a row is filled up, and ends. */
  ends: number[];
  /** Index of the line behind. */
  end: number;
}

const leastCells = 8;
const longestCell = 60;

/**
 * Tables as text is taken from web pages: a cell a line and a bar behind it, on the line or on the next; rows are
 * filled up with bars to the width of the table, or not at all.
 *
 *     规章 |            规章
 *     0 |       or      |
 *     ||                0
 *                       |
 */
export function barBlocks(
  lines: readonly Line[],
  start: number,
): { blocks: Block[]; end: number } | undefined {
  const run = collect(lines, start);
  if (!run || run.cells.length < leastCells) return undefined;
  const width = widthOf(run);
  const rows = width ? chunks(run.cells, width) : undefined;
  const first = run.cells[0]?.line ?? 1;
  const blocks: Block[] = rows
    ? [{ kind: 'grid', grid: rowsToGrid(rows), place: { line: first } }]
    : looseRows(run.cells);
  return { blocks, end: run.end };
}

/** From a line with a single cell or a bar to the last bar that goes with it. */
function collect(lines: readonly Line[], start: number): BarRun | undefined {
  if (!opens(lines, start)) return undefined;
  const run: BarRun = { cells: [], ends: [], end: start };
  let pending: BarCell | undefined;
  for (let i = start; i < lines.length; i++) {
    const line = lines[i];
    if (!line) break;
    const pieces = line.text.split('|');
    const printed = pieces.filter((piece) => piece.trim());
    if (printed.length > 1) return undefined;
    if (pieces.length === 1) {
      if (!printed.length) continue;
      // Text without a bar goes on in the next lines up to the bar; nothing else stands in a table.
      if (!isPiece(line.text) || !barFollows(lines, i)) break;
      pending = join(pending, line);
      continue;
    }
    const text = printed.length ? { text: printed[0] ?? '', number: line.number } : undefined;
    if (text) pending = join(pending, text);
    run.cells.push(pending ?? { text: '', line: line.number });
    pending = undefined;
    const more = pieces.length - 2;
    for (let bar = 0; bar < more; bar++) run.cells.push({ text: '', line: line.number });
    if (more > 0) run.ends.push(run.cells.length);
    run.end = i + 1;
  }
  return run;
}

/** A bar alone with or without text before it, or a short text with the bar on the next line. */
function opens(lines: readonly Line[], start: number): boolean {
  const text = lines[start]?.text ?? '';
  const bars = text.split('|').length - 1;
  if (bars === 0) {
    if (!isPiece(text)) return false;
    const [next = '', behind = ''] = printedAfter(lines, start);
    return /^\|+$/.test(next) && !/[^|\s]\s*\|$/.test(behind);
  }
  return text.split('|').filter((piece) => piece.trim()).length < 2;
}

/** The next two lines with something on them, trimmed. */
function printedAfter(lines: readonly Line[], start: number): string[] {
  const found: string[] = [];
  for (let i = start + 1; i < lines.length && found.length < 2; i++) {
    const text = lines[i]?.text.trim();
    if (text) found.push(text);
  }
  return found;
}

/** What may stand in a cell; the heading of a part never does. */
function isPiece(text: string): boolean {
  const bare = text.trim();
  return bare.length > 0 && bare.length <= longestCell && !/[。；]/.test(bare) && !isOfficialHeading(bare);
}

/** Within the lines of one cell. */
function barFollows(lines: readonly Line[], at: number): boolean {
  let texts = 0;
  for (let i = at + 1; i < lines.length && texts < 4; i++) {
    const text = lines[i]?.text ?? '';
    if (text.includes('|')) return true;
    if (text.trim()) texts++;
    if (text.trim() && !isPiece(text)) return false;
  }
  return false;
}

function join(cell: BarCell | undefined, { text, number }: Line): BarCell {
  const plain = plainMarkdown(text);
  return cell ? { ...cell, text: cell.text + plain } : { text: plain, line: number };
}

/** Every row has as many bars as the table has columns, so that rows that were filled up end at multiples of it. */
function widthOf({ cells, ends }: BarRun): number | undefined {
  if (ends.length < 3) return undefined;
  const width = [...ends, cells.length].reduce(commonDivisor);
  return width >= 3 ? width : undefined;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

function chunks(cells: readonly BarCell[], width: number): Row[] {
  const rows: Row[] = [];
  for (let i = 0; i < cells.length; i += width) {
    const row = cells.slice(i, i + width);
    const line = (row.find((cell) => cell.text) ?? row[0])?.line ?? 1;
    rows.push({ cells: row.map((cell) => cell.text), line });
  }
  return rows;
}

/** Longer ones are the figures of a row that has no label, as table 四 prints it; so are those behind its last header. */
const longestRow = 12;

/** Words that stand where a figure should are none. */
function isLabel(text: string): boolean {
  const bare = text.replace(/\s/g, '');
  return /\p{L}{2}/u.test(bare) && !/^(?:详?见|同上|不适用|不详)/.test(bare);
}

/** Nobody says where rows end: a label, and the figures and empty cells up to the next. */
function looseRows(cells: readonly BarCell[]): Block[] {
  const rows: { texts: string[]; line: number }[] = [];
  for (const { text, line } of cells) {
    const last = rows.at(-1);
    if (last && !isLabel(text)) last.texts.push(text);
    else rows.push({ texts: [text], line });
  }
  return rows
    .flatMap(({ texts, line }) => {
      const [label = '', ...figures] = texts;
      const alone = texts.length > longestRow || /^[总合]\s*计$/.test(label);
      return alone
        ? [label, figures.join('\t')].map((text) => ({ text, line }))
        : { text: texts.join('\t'), line };
    })
    .map(({ text, line }) => ({ kind: 'paragraph', text, place: { line } }));
}

import { beginsOfficially, isOfficialHeading } from '../../layout/official-headings.ts';
import { figuresOf, type ItemLine, onlyFigures, startOfFigures } from './items.ts';
import { centreY } from './layout.ts';
import { type LinePitch, nearer } from './line-pitch.ts';

/** Lines `from` … `to` (exclusive) that form a table without drawn columns; `first` is the first with figures. */
export interface OpenRegion {
  from: number;
  first: number;
  to: number;
  /** Where the figures begin: what ends before is a label. */
  left: number;
}

/** Lines without figures between two rows that reach under the figures: the header of another part. */
const mostBetween = 8;
const mostHeaders = 14;
/** So near the top of a page one row may be the rest of the table on the page before. */
const mostAbove = 3;
/** One line alone is a table when it holds this many figures (table 四). */
const figuresAlone = 5;

/**
 * Runs of lines with figures behind a label. A line of running text ends a run; so does a change in the number of
 * columns by more than blanks explain, for then another table begins. Lines that stay left of the figures are labels
 * that wrap, however many there are. `goesOn`: the page before ends with a table.
 */
export function openRegions(lines: readonly ItemLine[], pitch: LinePitch, goesOn: boolean): OpenRegion[] {
  const regions: OpenRegion[] = [];
  let used = 0;
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i];
    if (!first || !hasFigures(first)) continue;
    const last = lastRow(lines, i);
    const rows = lines.slice(i, last + 1).filter(hasFigures);
    const rest = goesOn && regions.length === 0 && i < mostAbove;
    if (!rest && !isTable(rows)) continue;
    const from = headerStart(lines, i, used, pitch);
    const left = startOf(rows);
    used = labelEnd(lines, last, left, pitch) + 1;
    regions.push({ from, first: i, to: used, left });
    i = used - 1;
  }
  return regions;
}

/** The last row's label may end on a line below its figures. */
function labelEnd(lines: readonly ItemLine[], last: number, left: number, pitch: LinePitch): number {
  const [line, next] = [lines[last], lines[last + 1]];
  if (!line || !next || !onlyFigures(line) || !areLabels([next], left)) return last;
  const near = 1.2 * pitch.inCell(line.glyphs[0]?.size ?? 0);
  return centreY(next) - centreY(line) < near ? last + 1 : last;
}

function lastRow(lines: readonly ItemLine[], start: number): number {
  const first = lines[start];
  let last = start;
  let left = first ? startOfFigures(first) : Infinity;
  let between = 0;
  for (let j = start + 1; j < lines.length && between <= mostBetween; j++) {
    const line = lines[j];
    if (!first || !line || isProse(line) || isHeading(line) || parts(first, line)) break;
    if (hasFigures(line) || isLoneFigure(line, left)) {
      last = j;
      between = 0;
      left = Math.min(left, startOfFigures(line));
    } else if (line.right > left) between++;
  }
  return last;
}

/** A label and figures behind it, or nothing but several figures. */
export function hasFigures(line: ItemLine): boolean {
  if (line.items.length < 2) return false;
  const figures = figuresOf(line).length;
  const lastLabel = line.items.findLastIndex((item) => !item.figure);
  return figures >= 1 && figures >= line.items.length - 1 - Math.min(2, lastLabel);
}

/** One figure by itself, in the columns of figures: its label stands above and below it. */
export function isLoneFigure(line: ItemLine, start: number): boolean {
  const [item] = line.items;
  return line.items.length === 1 && item !== undefined && item.figure && item.right > start;
}

/** Of the rows that are printed well enough: a word of a label may look like a mark for nothing (无). */
function startOf(rows: readonly ItemLine[]): number {
  const most = Math.max(...rows.map((line) => figuresOf(line).length));
  return Math.min(...rows.filter((line) => figuresOf(line).length >= most / 2).map(startOfFigures));
}

function isTable(rows: readonly ItemLine[]): boolean {
  const figures = rows.map((line) => figuresOf(line).length);
  return rows.length >= 2 ? Math.max(...figures) >= 2 || rows.length >= 3 : (figures[0] ?? 0) >= figuresAlone;
}

/** Three columns or fewer and six or more are not the same table. */
function parts(first: ItemLine, line: ItemLine): boolean {
  if (!hasFigures(line)) return false;
  const [a, b] = [figuresOf(first).length, figuresOf(line).length];
  return (a <= 3 && b >= 6) || (b <= 3 && a >= 6 && b < a - 4);
}

/** One long item, or a sentence. */
export function isProse(line: ItemLine): boolean {
  const text = line.items.map((item) => item.text).join('');
  const long = line.items.some((item) => item.text.length > 36);
  return line.items.length <= 2 && (long || (/[。；;]$/.test(text) && text.length > 12));
}

/** A part of the report begins: what follows is another table. */
export function isHeading(line: ItemLine): boolean {
  const text = line.items.map((item) => item.text).join('');
  return figuresOf(line).length === 0 && (isOfficialHeading(text) || beginsOfficially(text));
}

/** Lines that hold nothing but labels, so that a table may go on beside or behind them. */
export function areLabels(lines: readonly ItemLine[], left: number): boolean {
  return lines.every((line) => line.right <= left + 1 && !isHeading(line) && !isProse(line));
}

/** Nearer than the lines of one cell: the first line of a header beside cells of fewer lines. */
function isBeside(line: ItemLine, below: ItemLine | undefined, pitch: LinePitch): boolean {
  const size = line.glyphs[0]?.size ?? 0;
  return below !== undefined && centreY(below) - centreY(line) < nearer * pitch.inCell(size);
}

/** Lines above that hold several items are the header; single items only where more header stands above them. */
function headerStart(lines: readonly ItemLine[], first: number, lowest: number, pitch: LinePitch): number {
  let start = first;
  for (let i = first - 1; i >= Math.max(lowest, first - mostHeaders); i--) {
    const line = lines[i];
    if (!line || isProse(line) || isHeading(line) || hasFigures(line) || start - i > 3) break;
    if (line.items.length >= 2 || (start < first && isBeside(line, lines[start], pitch))) start = i;
  }
  return start;
}

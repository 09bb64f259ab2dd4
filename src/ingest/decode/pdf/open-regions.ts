import { beginsOfficially, isOfficialHeading } from '../../layout/official-headings.ts';
import { figuresOf, type ItemLine } from './items.ts';

/** Lines `from` … `to` (exclusive) that form a table without drawn columns; `first` is the first with figures. */
export interface OpenRegion {
  from: number;
  first: number;
  to: number;
}

/** Lines without figures between two rows: labels that wrap, group labels. */
const mostBetween = 4;
const mostHeaders = 8;
/** One line alone is a table when it holds this many figures (table 四). */
const figuresAlone = 5;

/**
 * Runs of lines with figures behind a label. A line of running text ends a run; so does a change in the number of
 * columns by more than blanks explain, for then another table begins.
 */
export function openRegions(lines: readonly ItemLine[]): OpenRegion[] {
  const regions: OpenRegion[] = [];
  let used = 0;
  for (let i = 0; i < lines.length; i++) {
    const first = lines[i];
    if (!first || !hasFigures(first)) continue;
    let last = i;
    for (let j = i + 1; j < lines.length && j - last <= mostBetween + 1; j++) {
      const line = lines[j];
      if (!line || isProse(line) || isHeading(line) || parts(first, line)) break;
      if (hasFigures(line)) last = j;
    }
    const rows = lines.slice(i, last + 1).filter(hasFigures);
    if (!isTable(rows)) continue;
    const from = headerStart(lines, i, used);
    regions.push({ from, first: i, to: last + 1 });
    used = last + 1;
    i = last;
  }
  return regions;
}

/** A label and figures behind it, or nothing but several figures. */
export function hasFigures(line: ItemLine): boolean {
  if (line.items.length < 2) return false;
  const figures = figuresOf(line).length;
  const lastLabel = line.items.findLastIndex((item) => !item.figure);
  return figures >= 1 && figures >= line.items.length - 1 - Math.min(2, lastLabel);
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
  return line.items.length <= 2 && (text.length > 36 || (/[。；;]$/.test(text) && text.length > 12));
}

/** A part of the report begins: what follows is another table. */
function isHeading(line: ItemLine): boolean {
  const text = line.items.map((item) => item.text).join('');
  return figuresOf(line).length === 0 && (isOfficialHeading(text) || beginsOfficially(text));
}

/** Lines above that hold several items are the header; single items only where more header stands above them. */
function headerStart(lines: readonly ItemLine[], first: number, lowest: number): number {
  let start = first;
  for (let i = first - 1; i >= Math.max(lowest, first - mostHeaders); i--) {
    const line = lines[i];
    if (!line || isProse(line) || isHeading(line) || hasFigures(line) || start - i > 3) break;
    if (line.items.length >= 2) start = i;
  }
  return start;
}

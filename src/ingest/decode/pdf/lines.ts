import { isFigure, isWide } from './characters.ts';
import { boundingBox, centreY, type Glyph, type Line } from './layout.ts';

/** A gap of this many ems between Chinese characters is more than justification. */
const wideGap = 1.2;
/** A gap of this many ems between Latin letters or digits separates words. */
const latinGap = 0.3;

/** Glyphs of one area gathered into lines, from the top; within a line from the left. Blanks are kept. */
export function groupLines(glyphs: readonly Glyph[]): Glyph[][] {
  const sorted = [...glyphs].sort((a, b) => centreY(a) - centreY(b));
  const lines: { middle: number; size: number; glyphs: Glyph[] }[] = [];
  for (const glyph of sorted) {
    const middle = centreY(glyph);
    const last = lines.at(-1);
    if (last && middle - last.middle < 0.45 * Math.min(glyph.size, last.size)) {
      last.glyphs.push(glyph);
      last.middle += (middle - last.middle) / last.glyphs.length;
    } else {
      lines.push({ middle, size: glyph.size, glyphs: [glyph] });
    }
  }
  return lines
    .map((line) => line.glyphs.sort((a, b) => a.left - b.left))
    .filter((line) => line.some((g) => g.text !== ' '));
}

export function toLine(glyphs: Glyph[]): Line {
  const inked = glyphs.filter((g) => g.text !== ' ');
  return { ...boundingBox(inked), glyphs, text: lineText(glyphs) };
}

/**
 * The line as a reader would type it: spaces stand between Latin words only, for Chinese is set without them and
 * those in a PDF come from justification. Gaps too wide for that (a signature beside its date) stay as one space.
 */
export function lineText(glyphs: readonly Glyph[], keepWideGaps = true): string {
  const inked = glyphs.filter((g) => g.text !== ' ');
  const tracking = usualGap(inked);
  let text = '';
  let before: Glyph | undefined;
  let blank = false;
  for (const glyph of glyphs) {
    if (glyph.text === ' ') {
      blank = true;
      continue;
    }
    if (before && separated(before, glyph, blank, tracking, keepWideGaps)) text += ' ';
    text += glyph.text;
    before = glyph;
    blank = false;
  }
  return text;
}

function separated(a: Glyph, b: Glyph, blank: boolean, tracking: number, keepWideGaps: boolean): boolean {
  const size = Math.max(a.size, b.size);
  const gap = b.left - a.right - tracking;
  if (isWide(a.text) || isWide(b.text)) return keepWideGaps && gap > wideGap * size;
  return gap > (blank ? latinGap / 3 : latinGap) * size;
}

/** The gap that most neighbours have: more than nothing in text that is spaced out evenly. */
function usualGap(glyphs: readonly Glyph[]): number {
  if (glyphs.length < 6) return 0;
  const gaps: number[] = [];
  for (let i = 1; i < glyphs.length; i++) gaps.push((glyphs[i]?.left ?? 0) - (glyphs[i - 1]?.right ?? 0));
  gaps.sort((a, b) => a - b);
  return Math.max(0, gaps[Math.floor(gaps.length / 2)] ?? 0);
}

export interface AreaText {
  text: string;
  /** How much of its width the last line leaves free, in ems. */
  room: number;
}

/**
 * All writing of a cell in reading order. Lines follow each other without a space, as Chinese wraps; two lines of
 * nothing but figures are one number only where the first fills the cell (`7730.` / `28`), else they are two.
 */
export function areaText(glyphs: readonly Glyph[], width: number): AreaText {
  const upright = glyphs.filter((g) => g.turn === 0 && !g.vertical);
  const other = glyphs.filter((g) => g.turn !== 0 || g.vertical);
  let text = '';
  let before: { text: string; room: number; size: number } | undefined;
  for (const line of groupLines(upright)) {
    const next = lineText(line, false);
    const apart = before && isFigure(before.text) && isFigure(next) && before.room > before.size;
    if (text && (apart || (before && latinWrap(before.text, next)))) text += ' ';
    text += next;
    const inked = boundingBox(line.filter((g) => g.text !== ' '));
    before = { text: next, room: width - (inked.right - inked.left), size: line[0]?.size ?? 0 };
  }
  return { text: text + turnedText(other), room: before ? before.room / before.size : Infinity };
}

function latinWrap(before: string, next: string): boolean {
  return /[A-Za-z]$/.test(before) && /^[A-Za-z]/.test(next);
}

/** Columns of vertical writing from the right; turned writing line by line, as if the page were turned. */
function turnedText(glyphs: readonly Glyph[]): string {
  let text = '';
  for (const turn of [0, 1, 2, 3] as const) {
    const part = glyphs.filter((g) => g.turn === turn);
    if (part.length === 0) continue;
    // A vertical column, read downwards from the right, is a line of a page turned back by a quarter.
    const quarter = turn === 0 ? 1 : turn;
    text += groupLines(part.map((g) => asIfUpright(g, quarter)))
      .map((line) => lineText(line, false))
      .join('');
  }
  return text;
}

function asIfUpright(g: Glyph, turn: 1 | 2 | 3): Glyph {
  if (turn === 1) return { ...g, left: g.top, right: g.bottom, top: -g.right, bottom: -g.left };
  if (turn === 2) return { ...g, left: -g.right, right: -g.left, top: -g.bottom, bottom: -g.top };
  return { ...g, left: -g.bottom, right: -g.top, top: g.left, bottom: g.right };
}

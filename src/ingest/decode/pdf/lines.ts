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

/** Space between the writing and the borders of a cell, both sides together: word processors leave up to this. */
const cellMargins = 11.5;

interface AreaLine {
  text: string;
  width: number;
  size: number;
}

/**
 * All writing of a cell in reading order. Lines follow each other without a space, as Chinese wraps. Two lines of
 * nothing but figures are one number only where it did not fit into the cell's width (`7730.` / `28`), else two.
 */
export function areaText(glyphs: readonly Glyph[], width: number): AreaText {
  const upright = glyphs.filter((g) => g.turn === 0 && !g.vertical);
  const other = glyphs.filter((g) => g.turn !== 0 || g.vertical);
  const lines = groupLines(upright).map((line): AreaLine => {
    const inked = boundingBox(line.filter((g) => g.text !== ' '));
    return { text: lineText(line, false), width: inked.right - inked.left, size: line[0]?.size ?? 0 };
  });
  let text = '';
  let before: AreaLine | undefined;
  for (const line of lines) {
    if (before && (latinWrap(before.text, line.text) || !isOneNumber(before, line, width))) text += ' ';
    text += line.text;
    before = line;
  }
  const room = before ? (width - before.width) / (before.size || 1) : Infinity;
  return { text: text + turnedText(other), room };
}

/** False for two figures one under another of which the first had room for another digit. */
function isOneNumber(a: AreaLine, b: AreaLine, width: number): boolean {
  if (!isFigure(a.text) || !isFigure(b.text)) return true;
  const digit = a.width / a.text.length;
  return a.text.length >= b.text.length && a.width + digit > width - cellMargins;
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

import { isWide } from './characters.ts';
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

import { isFigure, isWide } from './characters.ts';
import { boundingBox, type Glyph } from './layout.ts';
import { groupLines, lineText } from './lines.ts';
import type { Box } from './matrix.ts';

/** What stands together in a line: a label, a number in its column. */
export interface Item extends Box {
  glyphs: Glyph[];
  text: string;
  figure: boolean;
}

export interface ItemLine extends Box {
  items: Item[];
  glyphs: Glyph[];
}

/** Gaps that part items, in ems; Chinese is looser than figures, for it is justified. */
const wideGap = 1;
const figureGap = 0.55;

export function itemLines(glyphs: readonly Glyph[]): ItemLine[] {
  return groupLines(glyphs).map((line) => {
    const inked = line.filter((g) => g.text !== ' ');
    return { ...boundingBox(inked), glyphs: line, items: itemsOf(inked) };
  });
}

function itemsOf(inked: readonly Glyph[]): Item[] {
  const runs: Glyph[][] = [];
  for (const glyph of inked) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && !parts(before, glyph)) last.push(glyph);
    else runs.push([glyph]);
  }
  return runs.map(toItem);
}

function parts(a: Glyph, b: Glyph): boolean {
  const limit = isWide(a.text) && isWide(b.text) && !isDigit(a) && !isDigit(b) ? wideGap : figureGap;
  return b.left - a.right > limit * Math.max(a.size, b.size);
}

/** Full-width digits of two columns stand as near as narrow ones do. */
function isDigit({ text }: Glyph): boolean {
  return /[０-９]/.test(text);
}

export function toItem(glyphs: Glyph[]): Item {
  const text = lineText(glyphs, false);
  return { ...boundingBox(glyphs), glyphs, text, figure: isFigure(text) };
}

export function figuresOf(line: ItemLine, left = -Infinity): Item[] {
  return line.items.filter((item) => item.figure && item.right > left);
}

/** Where the first figure behind the words of a line begins. */
export function startOfFigures(line: ItemLine): number {
  const words = line.items.findLastIndex((item) => !item.figure);
  const behind = line.items.slice(words + 1);
  return Math.min(...(behind.length > 0 ? behind : figuresOf(line)).map((item) => item.left));
}

export function onlyFigures(line: ItemLine): boolean {
  return line.items.every((item) => item.figure);
}

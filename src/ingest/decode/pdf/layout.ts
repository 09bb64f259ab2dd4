import type { Box } from './matrix.ts';

/** One drawn character (or ligature) at its place on the upright page. */
export interface Glyph extends Box {
  /** U+FFFD where the font does not say which character it is. */
  text: string;
  /** Height of the em in points. */
  size: number;
  /**
   * The way the writing runs, in clockwise quarters from left-to-right: 0 → right, 1 → down, 2 → left, 3 → up.
   * A vertical font writes down with upright characters: `turn` 0 and `vertical`.
   */
  turn: 0 | 1 | 2 | 3;
  vertical: boolean;
  /** Drawn with render mode 3 or wholly transparent: the text layer over a scan. */
  hidden: boolean;
}

/** A drawn straight ruling: along x (`h`) or along y (`v`), `at` is the other coordinate of its middle. */
export interface Ruling {
  direction: 'h' | 'v';
  at: number;
  from: number;
  to: number;
}

export interface PageContent {
  /** Counts from 1. */
  number: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  rulings: Ruling[];
}

/** One line of text: glyphs from left to right. */
export interface Line extends Box {
  glyphs: Glyph[];
  text: string;
}

export function centreX(box: Box): number {
  return (box.left + box.right) / 2;
}

export function centreY(box: Box): number {
  return (box.top + box.bottom) / 2;
}

export function boundingBox(boxes: readonly Box[]): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  return { left, top, right, bottom };
}

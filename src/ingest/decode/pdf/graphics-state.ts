import { type Box, identity, type Matrix } from './matrix.ts';
import type { FontMetrics } from './pdfjs.ts';

/** The part of PDF's graphics state that decides where text and rulings stand and whether they can be seen. */
export interface GraphicsState {
  /** User space to the page as shown: upright, y downwards. */
  matrix: Matrix;
  clip: Box;
  /** The whole page, as shown. */
  page: Box;
  fillVisible: boolean;
  strokeVisible: boolean;
  fillAlpha: number;
  strokeAlpha: number;
  lineWidth: number;
  font: FontMetrics;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  /** 1 is normal. */
  horizontalScale: number;
  leading: number;
  rise: number;
  renderMode: number;
}

export const noFont: FontMetrics = {
  scale: 0.001,
  em: 1,
  vertical: false,
  verticalDefault: [-1000, 500, 880],
};

export function initialState(matrix: Matrix, page: Box): GraphicsState {
  return {
    matrix,
    clip: page,
    page,
    fillVisible: true,
    strokeVisible: true,
    fillAlpha: 1,
    strokeAlpha: 1,
    lineWidth: 1,
    font: noFont,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    renderMode: 0,
  };
}

/** Where the next glyph goes: the text matrix, the start of the line, and how far the line has been written. */
export interface TextPosition {
  matrix: Matrix;
  lineX: number;
  lineY: number;
  x: number;
  y: number;
}

export function startOfText(matrix: Matrix = identity): TextPosition {
  return { matrix, lineX: 0, lineY: 0, x: 0, y: 0 };
}

/** White (or nearly) on white paper is not seen. pdf.js gives colours as `#rrggbb`. */
export function isVisibleColour(colour: unknown): boolean {
  if (typeof colour !== 'string' || !/^#[0-9a-f]{6}$/i.test(colour)) return true;
  const parts = [1, 3, 5].map((i) => Number.parseInt(colour.slice(i, i + 2), 16));
  return parts.some((part) => part < 0xf7);
}

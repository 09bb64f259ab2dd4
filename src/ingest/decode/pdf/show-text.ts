import { cutMark, isFigure, readCharacters } from './characters.ts';
import type { GraphicsState, TextPosition } from './graphics-state.ts';
import type { Glyph } from './layout.ts';
import { boxOf, centredIn, type Matrix, movedInto, multiply, translated } from './matrix.ts';

/** A glyph as pdf.js hands it over in `showText`; a number instead is a shift in thousandths of the em. */
interface ShownGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
  /** `[w1, vx, vy]` of vertical fonts. */
  vmetric?: readonly number[] | null;
}

/** Of the em, where fonts say nothing: a Chinese em box reaches this far above and below the base line. */
const ascent = 0.88;
const descent = 0.12;

/** Places the glyphs of one `showText` and moves the position behind them. */
export function showText(items: unknown, state: GraphicsState, position: TextPosition): Glyph[] {
  const glyphs: Glyph[] = [];
  if (!Array.isArray(items)) return glyphs;
  const lost: Glyph[] = [];
  const size = Math.abs(state.fontSize);
  const direction = state.fontSize < 0 ? -1 : 1;
  const { vertical } = state.font;
  const frame = textFrame(state, position, direction);
  let along = 0;
  let before = '';
  for (const item of items) {
    if (typeof item === 'number') {
      along += ((vertical ? 1 : -1) * item * size) / 1000;
      continue;
    }
    if (!isShown(item)) continue;
    const spacing = (item.isSpace ? state.wordSpacing : 0) + state.characterSpacing;
    const metric = item.vmetric ?? state.font.verticalDefault;
    const unit = size * state.font.scale;
    const width = vertical ? -(metric[0] ?? -1000) : item.width;
    const written = vertical
      ? placed(item, frame, state, [-(metric[1] ?? 500) * unit, -along - size, size])
      : placed(item, frame, state, [along, -descent * size * state.font.em, item.width * unit]);
    const glyph = written && centredIn(written, state.clip) ? written : undefined;
    if (written && !glyph) lost.push(written);
    markCut(glyphs.at(-1), glyph, { before, now: item.unicode });
    before = glyph ? '' : item.unicode;
    if (glyph) glyphs.push(glyph);
    along += width * unit + (vertical ? -spacing : spacing) * direction;
  }
  if (vertical) position.y -= along;
  else position.x += along * state.horizontalScale * direction;
  return glyphs.length ? glyphs : markLost(lost, state);
}

/** A figure beside the page stands at its edge, cut: the table goes on there, and its cell is not blank. */
function markLost(lost: readonly Glyph[], { page, clip }: GraphicsState): Glyph[] {
  const [first] = lost;
  const text = lost.map((glyph) => glyph.text).join('');
  if (!first || !isFigure(text) || !/\d/.test(text)) return [];
  const level = first.turn % 2 === 0;
  const edge = movedInto(first, page);
  const [moved, aside] = [edge.left - first.left, edge.top - first.top].map(Math.abs);
  const [along = 0, across = 0] = level ? [moved, aside] : [aside, moved];
  const reach = (level ? page.right - page.left : page.bottom - page.top) / 2;
  const beside = across < 1 && along <= reach && centredIn(edge, clip);
  return beside ? [{ ...first, ...edge, text: `${cutMark}${text}${cutMark}` }] : [];
}

const digit = /^[\d０-９.,]$/;

/** A figure that goes on outside the page, or behind the edge of its cell, is not the figure that is seen. */
function markCut(
  last: Glyph | undefined,
  glyph: Glyph | undefined,
  signs: { before: string; now: string },
): void {
  if (!digit.test(signs.now)) return;
  if (!glyph && last && digit.test(last.text)) last.text += cutMark;
  if (glyph && digit.test(signs.before)) glyph.text = cutMark + glyph.text;
}

function isShown(item: unknown): item is ShownGlyph {
  return typeof item === 'object' && item !== null && 'unicode' in item && 'width' in item;
}

/** Text units of the line being written to the page. */
function textFrame(state: GraphicsState, position: TextPosition, direction: number): Matrix {
  const moved = translated(position.matrix, position.x, position.y + state.rise);
  const text = multiply(state.matrix, moved);
  return multiply(text, [state.horizontalScale * direction, 0, 0, direction, 0, 0]);
}

/** `place`: left edge, bottom and width in text units. */
function placed(
  shown: ShownGlyph,
  frame: Matrix,
  state: GraphicsState,
  place: readonly [number, number, number],
): Glyph | undefined {
  const text = readCharacters(shown.unicode);
  if (text === '') return undefined;
  const [left, bottom, width] = place;
  const em = Math.abs(state.fontSize) * (state.font.vertical ? 1 : state.font.em);
  const box = boxOf(frame, left, bottom, left + width, bottom + em * (ascent + descent));
  const turn = turnOf(frame);
  if (turn === undefined) return undefined;
  return {
    ...box,
    text,
    size: em * Math.hypot(frame[2], frame[3]),
    turn,
    vertical: state.font.vertical,
    hidden: state.renderMode === 3 || state.renderMode === 7 || state.fillAlpha < 0.02,
  };
}

/** Undefined for slanted writing: stamps and watermarks across the page. */
function turnOf(frame: Matrix): Glyph['turn'] | undefined {
  const degrees = (Math.atan2(frame[1], frame[0]) * 180) / Math.PI;
  const quarter = Math.round(degrees / 90);
  if (Math.abs(degrees - quarter * 90) > 8) return undefined;
  const turn = (quarter + 4) % 4;
  return turn === 1 || turn === 2 || turn === 3 ? turn : 0;
}

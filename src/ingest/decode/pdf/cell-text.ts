import { isFigure } from './characters.ts';
import { boundingBox, type Glyph } from './layout.ts';
import { groupLines, lineText } from './lines.ts';
import { isStacked, turnedText } from './vertical-text.ts';

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
  const stacked = isStacked(glyphs);
  const upright = stacked ? [] : glyphs.filter((g) => g.turn === 0 && !g.vertical);
  const other = stacked ? glyphs : glyphs.filter((g) => g.turn !== 0 || g.vertical);
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

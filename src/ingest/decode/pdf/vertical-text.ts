import { isWide } from './characters.ts';
import { centreX, centreY, type Glyph } from './layout.ts';
import { groupLines, lineText } from './lines.ts';

/** Characters of a column touch each other, in ems; lines under one another never do. */
const touching = 0.08;
/** Columns stand apart, in ems; neighbours in a line do not. */
const between = 0.25;

/**
 * Upright characters that are written downwards in two or more columns: under most of them the next one follows
 * at once, while beside them there is a gap.
 */
export function isStacked(glyphs: readonly Glyph[]): boolean {
  const inked = glyphs.filter((g) => g.text !== ' ');
  if (inked.length < 4 || inked.length > 60 || !inked.every((g) => isWide(g.text) && g.turn === 0))
    return false;
  const below = inked.flatMap((g) => nearestGap(inked, g, 'down'));
  const beside = inked.flatMap((g) => nearestGap(inked, g, 'right'));
  if (below.length < inked.length / 2 || beside.length === 0) return false;
  return below.every((gap) => gap < touching) && beside.every((gap) => gap > between);
}

/** From the glyph to the next one in this direction, in ems; nothing where there is none within two ems. */
function nearestGap(glyphs: readonly Glyph[], from: Glyph, direction: 'down' | 'right'): number[] {
  const gaps = glyphs.flatMap((g) => {
    const [along, across] =
      direction === 'down'
        ? [centreY(g) - centreY(from), centreX(g) - centreX(from)]
        : [centreX(g) - centreX(from), centreY(g) - centreY(from)];
    if (along <= 0.1 * from.size || Math.abs(across) > 0.5 * from.size) return [];
    return [(direction === 'down' ? g.top - from.bottom : g.left - from.right) / from.size];
  });
  const nearest = Math.min(...gaps);
  return nearest < 2 ? [nearest] : [];
}

/** Columns of vertical writing from the right; turned writing line by line, as if the page were turned. */
export function turnedText(glyphs: readonly Glyph[]): string {
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

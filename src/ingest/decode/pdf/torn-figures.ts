import { figuresOf, type Item, type ItemLine } from './items.ts';
import { boundingBox } from './layout.ts';

/**
 * A number too long for its column is wrapped within its cell: its parts stand above and below the line of the
 * other figures, or its last digits alone on the line below. In the second case they might be a row of
 * their own: the parts come into one cell with a blank between, which is no number and is told as a doubt.
 */
export function joinTornFigures(lines: readonly ItemLine[]): ItemLine[] {
  const result: ItemLine[] = [];
  for (const line of lines) {
    const above = result.at(-1);
    if (above && interleaved(above, line)) result.splice(-1, 1, join(above, line, ''));
    else if (above && isOverhang(above, line)) result.splice(-1, 1, join(above, line, ' '));
    else result.push(line);
  }
  return result;
}

function onlyFigures(line: ItemLine): boolean {
  return line.items.every((item) => item.figure);
}

function sizeOf(line: ItemLine): number {
  return line.glyphs[0]?.size ?? 0;
}

/** Lines so near that they must belong to one row. */
function interleaved(above: ItemLine, line: ItemLine): boolean {
  if (!onlyFigures(above) && !onlyFigures(line)) return false;
  if (figuresOf(above).length === 0 || figuresOf(line).length === 0) return false;
  return above.bottom - line.top > 0.15 * sizeOf(line);
}

/** Digits without a label, each closely under a figure of several digits. */
function isOverhang(above: ItemLine, line: ItemLine): boolean {
  if (!onlyFigures(line) || line.top - above.bottom > 0.5 * sizeOf(line)) return false;
  const upper = figuresOf(above);
  if (upper.length <= line.items.length) return false;
  return line.items.every((item) =>
    upper.some((u) => overlap(u, item) && u.text.length >= 2 && u.text.length >= item.text.length),
  );
}

function overlap(a: Item, b: Item): boolean {
  return a.left < b.right && b.left < a.right;
}

function join(above: ItemLine, line: ItemLine, between: string): ItemLine {
  const items = [...above.items];
  for (const item of line.items) {
    const at = items.findIndex((upper) => upper.figure && item.figure && overlap(upper, item));
    const upper = items[at];
    if (upper) items.splice(at, 1, together(upper, item, between));
    else items.push(item);
  }
  items.sort((a, b) => a.left - b.left);
  return { ...boundingBox([above, line]), items, glyphs: [...above.glyphs, ...line.glyphs] };
}

function together(a: Item, b: Item, between: string): Item {
  const glyphs = [...a.glyphs, ...b.glyphs];
  return { ...boundingBox(glyphs), glyphs, text: a.text + between + b.text, figure: true };
}

import { figuresOf, type Item, type ItemLine, onlyFigures } from './items.ts';
import { boundingBox, centreY } from './layout.ts';
import { type LinePitch, nearer } from './line-pitch.ts';
import { overlapX } from './open-columns.ts';

/**
 * A number too long for its column is wrapped within its cell. Its parts stand above and below the line of the
 * other figures, nearer to it than two rows can be: they are one row. Or its last digits stand on a line of their own,
 * or its first ones, as far off as the next row would be: then the parts come into one cell with a blank between, which
 * is no number and is told as a doubt.
 */
export function joinTornFigures(lines: readonly ItemLine[], pitch: LinePitch): ItemLine[] {
  const widest = widestAlike(lines);
  const result: ItemLine[] = [];
  let last = -1;
  for (const line of lines) {
    const above = result[last];
    const torn =
      above && figuresOf(line).length > 0 ? tornAs(above, result.slice(last + 1), line) : undefined;
    if (above && torn !== undefined) result[last] = join(above, line, torn);
    else if (result.push(line) && figuresOf(line).length > 0) last = result.length - 1;
  }
  return result;

  function tornAs(above: ItemLine, between: readonly ItemLine[], line: ItemLine): string | undefined {
    const near = pitch.inCell(sizeOf(line));
    if (distance(above, line) < nearer * near || aroundLabel(above, between, line, near)) return '';
    return isRest(above, line, near, widest) ? ' ' : undefined;
  }
}

/** As near as two lines of one cell. */
const asNear = 1.15;

function sizeOf(line: ItemLine): number {
  return line.glyphs[0]?.size ?? 0;
}

/** Between the last figures of one line (or its words, where it has none) and the first of the other. */
function distance(above: ItemLine, line: ItemLine): number {
  return Math.min(...heights(line)) - Math.max(...heights(above));
}

function heights(line: ItemLine): number[] {
  const figures = figuresOf(line).flatMap((item) => item.glyphs);
  return figures.length > 0 ? figures.map(centreY) : [centreY(line)];
}

/** Figures that are all torn stand above and below their label. */
function aroundLabel(above: ItemLine, labels: readonly ItemLine[], line: ItemLine, pitch: number): boolean {
  if (!onlyFigures(above) || !onlyFigures(line)) return false;
  const near = (label: ItemLine) =>
    distance(above, label) < nearer * pitch && distance(label, line) < nearer * pitch;
  return labels.some(near) && line.items.some((item) => above.items.some((upper) => overlapX(upper, item)));
}

/** Each figure of one line stands closely under (or over) one of the other line that has more of them. */
function isRest(above: ItemLine, line: ItemLine, pitch: number, widest: ReadonlyMap<Item, number>): boolean {
  if (distance(above, line) > asNear * pitch) return false;
  const [upper, lower] = [figuresOf(above), figuresOf(line)];
  if (upper.length === lower.length || upper.length === 0 || lower.length === 0) return false;
  const [few, many] = upper.length < lower.length ? [upper, lower] : [lower, upper];
  return few.every((item) => {
    const other = many.find((figure) => overlapX(figure, item));
    const [first, rest] = few === upper ? [item, other] : [other, item];
    return first && rest && first.text.length >= 2 && isFull(first, rest, widest);
  });
}

/** The first part is at least as long as the rest, and no number of the column is longer by a digit. */
function isFull(first: Item, rest: Item, widest: ReadonlyMap<Item, number>): boolean {
  const length = first.right - first.left;
  const digit = length / first.text.length;
  return rest.right - rest.left <= length + 1 && (widest.get(first) ?? 0) < length + digit - 0.5;
}

/** The width of the widest figure in the column of each. */
function widestAlike(lines: readonly ItemLine[]): Map<Item, number> {
  const figures = lines.flatMap((line) => figuresOf(line));
  return new Map(
    figures.map((figure) => {
      const alike = figures.filter((other) => overlapX(other, figure));
      return [figure, Math.max(...alike.map((other) => other.right - other.left))];
    }),
  );
}

function join(above: ItemLine, line: ItemLine, between: string): ItemLine {
  const items = [...above.items];
  for (const item of line.items) {
    const at = items.findIndex((upper) => upper.figure && item.figure && overlapX(upper, item));
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

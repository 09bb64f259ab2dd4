import { isFigure } from './characters.ts';
import { type Item, type ItemLine, toItem } from './items.ts';
import { boundingBox, centreX } from './layout.ts';
import type { Extent } from './open-columns.ts';

/** A gap of so many ems between two glyphs may part two cells. */
const smallGap = 0.12;

/** A figure closely behind its label, where the figures of other rows begin, is an item of its own. */
export function partFromLabels(line: ItemLine, left: number): ItemLine {
  const items = line.items.flatMap((item) => {
    if (item.figure || item.left >= left || item.right <= left + 1) return [item];
    const at = item.glyphs.findIndex((glyph) => glyph.left >= left - 1);
    const [label, figure] = [item.glyphs.slice(0, at), item.glyphs.slice(at)];
    if (at < 1 || !isFigure(toItem(figure).text) || /[\d０-９.．]$/.test(toItem(label).text)) return [item];
    return [toItem(label), toItem(figure)];
  });
  return items.length === line.items.length ? line : { ...line, ...boundingBox(items), items };
}

/**
 * An item over several columns is parted between the glyphs nearest to each edge, provided that there is at least a
 * small gap at every one of them.
 */
export function partedAtEdges(item: Item, edges: readonly number[]): Item[] {
  const crossed = edges.slice(1, -1).filter((edge) => edge > item.left && edge < item.right);
  if (crossed.length === 0) return [item];
  const pieces: Item[] = [];
  let rest = item.glyphs;
  for (const edge of crossed) {
    const at = rest.findIndex((g) => centreX(g) > edge);
    const before = rest[at - 1];
    const after = rest[at];
    if (!before || !after || after.left - before.right < smallGap * after.size) return [item];
    pieces.push(toItem(rest.slice(0, at)));
    rest = rest.slice(at);
  }
  return [...pieces, toItem(rest)];
}

/** Where words lie over one column of figures only, it takes a gap of so many ems. */
const wideGap = 0.4;
/** Gaps nearly as wide as one that parts two cells part two others, also over columns without figures. */
const nearlyAsWide = 0.7;

/**
 * Headers of neighbouring columns may nearly touch. Words over several columns of figures are parted at the widest
 * gap between each two, if these gaps are wider than those between the characters.
 */
export function partedOverColumns(item: Item, columns: readonly Extent[]): Item[] {
  const gaps = item.glyphs.slice(1).map((glyph, i) => glyph.left - (item.glyphs[i]?.right ?? 0));
  const usual = Math.max(0, [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0);
  const over = columns.filter((column) => column.left < item.right && item.left < column.right).length;
  const least = (over > 1 ? smallGap : wideGap) * (item.glyphs[0]?.size ?? 0) + usual;
  const widest = columns.slice(1).map((column, c) => {
    const from = columns[c]?.left ?? 0;
    const inside = gaps.filter((_, i) => {
      const x = ((item.glyphs[i]?.right ?? 0) + (item.glyphs[i + 1]?.left ?? 0)) / 2;
      return x > from && x < column.right;
    });
    return Math.max(0, ...inside);
  });
  const cuts = widest.filter((gap) => gap > least);
  if (cuts.length === 0) return [item];
  const limit = Math.max(least, nearlyAsWide * Math.min(...cuts));
  const at = gaps.flatMap((gap, i) => (gap > limit ? [i + 1] : []));
  return [0, ...at].map((start, i) => toItem(item.glyphs.slice(start, at[i])));
}

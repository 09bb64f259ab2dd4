import type { Item } from './items.ts';
import { boundingBox, type Glyph } from './layout.ts';
import type { LinePitch } from './line-pitch.ts';
import type { Box } from './matrix.ts';

/** Lines of one cell, one under another. */
export interface ItemBlock extends Box {
  items: Item[];
  glyphs: Glyph[];
}

/** Lines of one cell lie nearer to each other than this, in ems; cells have more between them. */
const lineGap = 0.6;

/** What stands between the lines of one cell at most, in points. */
export function gapOf(item: Item, pitch?: LinePitch): number {
  const size = item.glyphs[0]?.size ?? 0;
  return pitch?.tells(size) ? 1.07 * pitch.inCell(size) - (item.bottom - item.top) : lineGap * size;
}

/** Items that stand closely under one another and overlap in width become one block. `parted`: they are not. */
export function itemBlocks(
  items: readonly Item[],
  parted: (above: Box, below: Item) => boolean = () => false,
  pitch?: LinePitch,
): ItemBlock[] {
  const blocks: ItemBlock[] = [];
  for (const item of [...items].sort((a, b) => a.top - b.top || a.left - b.left)) {
    const size = item.glyphs[0]?.size ?? 0;
    const above = blocks.find(
      (block) =>
        block.left < item.right &&
        item.left < block.right &&
        item.top - block.bottom < gapOf(item, pitch) &&
        item.top - block.bottom > -0.5 * size &&
        !parted(block, item),
    );
    if (above) {
      const box = boundingBox([above, item]);
      Object.assign(above, box, { items: [...above.items, item], glyphs: [...above.glyphs, ...item.glyphs] });
    } else blocks.push({ ...boundingBox([item]), items: [item], glyphs: [...item.glyphs] });
  }
  return blocks;
}

/** Blocks from left to right, where they do not overlap in width, else from the top. */
export function inReadingOrder(blocks: readonly ItemBlock[]): ItemBlock[] {
  return [...blocks].sort((a, b) =>
    a.right <= b.left + 1 || b.right <= a.left + 1 ? a.left - b.left : a.top - b.top,
  );
}

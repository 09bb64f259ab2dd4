import { areaText } from './cell-text.ts';
import { gapOf } from './item-blocks.ts';
import type { Item, ItemLine } from './items.ts';
import { boundingBox, type Glyph, type Ruling } from './layout.ts';
import type { LinePitch } from './line-pitch.ts';
import type { Box } from './matrix.ts';
import { type Extent, type OpenColumns, overlapX } from './open-columns.ts';
import type { PageCell } from './page-grid.ts';
import { partedOverColumns } from './part-items.ts';

/** One cell of a header: its lines one under another. */
export interface HeaderBlock extends Box {
  glyphs: Glyph[];
  /** The items of its last line. */
  last: Item;
  text: string;
  /** Nothing of the header stands below: it names a column, or the labels. */
  leaf: boolean;
  /** Words alone on their line with more of the header below: they stand over the table, wherever they are. */
  title: boolean;
}

/** Lines of one cell lie nearer to each other than this, in ems, where as many words stand under one another. */
const farLine = 2;

/**
 * The cells of a header. Words closely under one another are one cell, unless several stand under one: that is a
 * heading of theirs. `edges` part what nearly touches.
 */
export function headerBlocks(
  lines: readonly ItemLine[],
  columns: readonly Extent[],
  level: readonly Ruling[],
  pitch: LinePitch,
): HeaderBlock[] {
  const blocks: HeaderBlock[] = [];
  let before: Item[] = [];
  for (const line of lines) {
    const items = line.items.flatMap((item) => partedOverColumns(item, columns));
    const wraps = isWrap(before, items);
    for (const item of items) {
      const above = blocks.findLast((block) => overlapX(block, item));
      const children = above ? items.filter((other) => overlapX(other, above)).length : 0;
      if (
        above &&
        children === 1 &&
        isSameCell(above, item, wraps ? farLine * sizeOf(item) : gapOf(item, pitch), level)
      ) {
        const glyphs = [...above.glyphs, ...item.glyphs];
        Object.assign(above, boundingBox([above, item]), { glyphs, last: item });
      } else {
        const box = { left: item.left, right: item.right, top: item.top, bottom: item.bottom };
        blocks.push({ ...box, glyphs: [...item.glyphs], last: item, text: '', leaf: true, title: false });
      }
    }
    before = items;
  }
  for (const block of blocks) {
    block.text = areaText(block.glyphs, block.right - block.left).text;
    block.title = isTitle(block, lines);
    block.leaf = !block.title && !blocks.some((other) => isBelow(other, block));
  }
  return blocks;
}

/** As many words below as above, each under one: the second lines of cells rather than cells under headings. */
function isWrap(above: readonly Item[], below: readonly Item[]): boolean {
  const single = above.every((a) => below.filter((b) => overlapX(a, b)).length <= 1);
  const pairs = above.filter((a) => below.some((b) => overlapX(a, b))).length;
  return single && pairs > 1 && below.length <= above.length + 1;
}

function isSameCell(above: HeaderBlock, item: Item, most: number, level: readonly Ruling[]): boolean {
  const gap = item.top - above.bottom;
  const drawn = level.some(
    (r) => r.at > above.bottom - 1 && r.at < item.top + 1 && r.from < item.right && r.to > item.left,
  );
  return !drawn && gap < most && gap > -0.5 * sizeOf(item);
}

function sizeOf(item: Item): number {
  return item.glyphs[0]?.size ?? 0;
}

function isBelow(other: HeaderBlock, block: HeaderBlock): boolean {
  return other !== block && other.top > block.bottom - 1 && overlapX(other, block);
}

function isTitle(block: HeaderBlock, lines: readonly ItemLine[]): boolean {
  const own = lines.filter((line) => line.top < block.bottom && line.bottom > block.top);
  const below = lines.some((other) => other.top > block.bottom - 1 && other.items.length > 1);
  return own.every(({ items }) => items.length === 1) && below;
}

/**
 * The header's cells on their columns: cells over others are one level up, those that name columns in one row. Where columns are in doubt only the names of columns are told, from left to right.
 */
export function headerCells(columns: OpenColumns, page: number): { cells: PageCell[]; rows: number } {
  const placed = columns.sure ? columns.header : columns.header.filter(({ block }) => block.leaf);
  const levels: number[] = [];
  for (const [i, { column, end }] of placed.entries()) {
    const above = levels.filter((_, k) => isOver(placed[k], { column, end }));
    levels[i] = columns.sure ? 1 + Math.max(-1, ...above) : 0;
  }
  const rows = 1 + Math.max(-1, ...levels);
  const cells = placed.map(({ block, column, end }, i): PageCell => {
    const row = block.leaf ? rows - 1 : (levels[i] ?? 0);
    return {
      row,
      column,
      rowSpan: 1,
      columnSpan: end - column + 1,
      text: block.text,
      room: Infinity,
      below: Infinity,
      place: { page },
    };
  });
  return { cells, rows };
}

function isOver(a: { column: number; end: number } | undefined, b: { column: number; end: number }): boolean {
  return a !== undefined && a.column <= b.end && b.column <= a.end;
}

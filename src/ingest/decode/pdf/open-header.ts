import { areaText } from './cell-text.ts';
import { type ItemBlock, itemBlocks } from './item-blocks.ts';
import type { ItemLine } from './items.ts';

import { columnOf, partedAtEdges } from './open-columns.ts';
import type { PageCell } from './page-grid.ts';

export interface OpenHeader {
  cells: PageCell[];
  rows: number;
  /** Headers beside each other stand over different columns. */
  clear: boolean;
}

interface Placed {
  block: ItemBlock;
  column: number;
  end: number;
  row: number;
  text: string;
  room: number;
}

function isClear(placed: readonly Placed[]): boolean {
  return placed.every((a) =>
    placed.every((b) => {
      const level = a.block.top < b.block.bottom && b.block.top < a.block.bottom;
      return a === b || !level || a.end < b.column || b.end < a.column;
    }),
  );
}

/**
 * The header over aligned columns: what stands closely under one another is one cell, cells over others are one
 * level up, and the lowest reach down to the figures.
 */
export function headerCells(header: readonly ItemLine[], edges: readonly number[], page: number): OpenHeader {
  const items = header.flatMap((line) => line.items.flatMap((item) => partedAtEdges(item, edges)));
  const placed: Placed[] = [];
  for (const block of itemBlocks(items)) {
    const column = columnOf(edges, block.left + 1);
    const end = columnOf(edges, block.right - 1);
    const above = placed.filter((p) => p.column <= end && p.end >= column);
    const row = 1 + Math.max(-1, ...above.map((p) => p.row));
    placed.push({ block, column, end, row, ...areaText(block.glyphs, block.right - block.left) });
  }
  const rows = 1 + Math.max(-1, ...placed.map((p) => p.row));
  const cells = placed.map((p) => {
    const covered = placed.some((q) => q.row > p.row && q.column <= p.end && q.end >= p.column);
    return {
      row: p.row,
      column: p.column,
      rowSpan: covered ? 1 : rows - p.row,
      columnSpan: p.end - p.column + 1,
      text: p.text,
      room: p.room,
      below: Infinity,
      place: { page },
    };
  });
  return { cells, rows, clear: isClear(placed) };
}

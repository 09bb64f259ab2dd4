import { figuresOf, type ItemLine } from './items.ts';
import { centreY } from './layout.ts';
import type { Extent } from './open-columns.ts';

/** How far apart lines stand. */
export interface LinePitch {
  /** The lines of one cell, in writing of this size: the least that words keep from words above. */
  inCell: (size: number) => number;
  /** Rows are known to stand farther apart than the lines of one cell. */
  tells: (size: number) => boolean;
}

/** A share of it by which lines are nearer than two lines of one cell, and so than two rows. */
export const nearer = 0.85;

const usual = 1.3;
/** Rows are clearly farther apart than lines. */
const clearly = 0.9;

export function linePitch(lines: readonly ItemLine[]): LinePitch {
  const words = lines.map((line) => line.items.filter((item) => !item.figure));
  const inCells = new Map<number, number>();
  const betweenRows = new Map<number, number>();
  const least = (known: Map<number, number>, size: number, distance: number) => {
    if (distance > 0.9 * size) known.set(size, Math.min(distance, known.get(size) ?? Infinity));
  };
  let row: ItemLine | undefined;
  for (const [i, line] of lines.entries()) {
    const size = sizeOf(line);
    for (const item of words[i] ?? []) {
      const below = lines.findIndex((_, j) => j > i && j < i + 6 && words[j]?.some((w) => overlapX(w, item)));
      const next = lines[below];
      if (next && sizeOf(next) === size) least(inCells, size, centreY(next) - centreY(line));
    }
    if (figuresOf(line).length === 0) continue;
    if (row && sizeOf(row) === size) least(betweenRows, size, centreY(line) - centreY(row));
    row = line;
  }
  const inCell = (size: number) => Math.min(inCells.get(Math.round(size)) ?? usual * size, 3 * size);
  const tells = (size: number) => {
    const rows = betweenRows.get(Math.round(size));
    return inCells.has(Math.round(size)) && rows !== undefined && inCell(size) < clearly * rows;
  };
  return { inCell, tells };
}

function sizeOf(line: ItemLine): number {
  return Math.round(line.glyphs[0]?.size ?? 0);
}

function overlapX(a: Extent, b: Extent): boolean {
  return a.left < b.right && b.left < a.right;
}

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
const widest = 3;
/** Rows are clearly farther apart than lines. */
const clearly = 0.9;

export function linePitch(lines: readonly ItemLine[]): LinePitch {
  const inCells = wordPitches(lines);
  const betweenRows = rowPitches(lines);
  const tells = (size: number) => {
    const [cell, row] = [inCells.get(Math.round(size)), betweenRows.get(Math.round(size))];
    return cell !== undefined && row !== undefined && cell < clearly * row;
  };
  // Where no words wrap it is rows that they tell of.
  const inCell = (size: number) =>
    Math.min(inCells.get(Math.round(size)) ?? Infinity, (tells(size) ? widest : usual) * size);
  return { inCell, tells };
}

function wordPitches(lines: readonly ItemLine[]): Map<number, number> {
  const words = lines.map((line) => line.items.filter((item) => !item.figure));
  const pitches = new Map<number, number>();
  for (const [i, line] of lines.entries()) {
    const size = sizeOf(line);
    for (const item of words[i] ?? []) {
      const below = lines.findIndex((_, j) => j > i && j < i + 6 && words[j]?.some((w) => overlapX(w, item)));
      const next = lines[below];
      const distance = next && sizeOf(next) === size ? centreY(next) - centreY(line) : Infinity;
      if (distance > 0.9 * size) pitches.set(size, Math.min(distance, pitches.get(size) ?? Infinity));
    }
  }
  return pitches;
}

/** A quarter of the rows are nearer; what is nearer still may be a torn figure. */
function rowPitches(lines: readonly ItemLine[]): Map<number, number> {
  const most = Math.max(0, ...lines.map((line) => figuresOf(line).length));
  const rows = lines.filter((line) => figuresOf(line).length > most / 2);
  const pitches = new Map<number, number>();
  for (const size of new Set(rows.map(sizeOf))) {
    const own = rows.filter((line) => sizeOf(line) === size);
    const distances = own.slice(1).map((line, i) => centreY(line) - centreY(own[i] ?? line));
    const quarter = distances.sort((a, b) => a - b)[Math.floor(distances.length / 4)];
    if (quarter !== undefined) pitches.set(size, quarter);
  }
  return pitches;
}

function sizeOf(line: ItemLine): number {
  return Math.round(line.glyphs[0]?.size ?? 0);
}

function overlapX(a: Extent, b: Extent): boolean {
  return a.left < b.right && b.left < a.right;
}

import type { Ruling } from './layout.ts';

/** Lines nearer than this are one line: double borders, borders of neighbouring cells, drawing that is not exact. */
export const lineTolerance = 3;
/** Pieces of one line may lie this far apart: dashes, dots, gaps in the drawing. No row or column is so small. */
const gapTolerance = 6.5;
/** A line that ends this far from another meets it. */
const meetTolerance = 3.5;
/** What is shorter after joining rules nothing. */
const shortest = 5;

/** Joins the pieces of each line; `at` becomes the mean of the pieces, weighted by length. */
export function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  const h = mergeDirection(rulings.filter((r) => r.direction === 'h'));
  const v = mergeDirection(rulings.filter((r) => r.direction === 'v'));
  return [...h, ...v].filter((r) => r.to - r.from >= shortest);
}

function mergeDirection(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at);
  const merged: Ruling[] = [];
  let level: Ruling[] = [];
  for (const ruling of sorted) {
    const first = level[0];
    if (first && ruling.at - first.at > lineTolerance) {
      for (const joined of joinPieces(level)) merged.push(joined);
      level = [];
    }
    level.push(ruling);
  }
  for (const joined of joinPieces(level)) merged.push(joined);
  return merged;
}

/** Pieces on one level, joined where they touch or nearly do. */
function joinPieces(level: readonly Ruling[]): Ruling[] {
  const sorted = [...level].sort((a, b) => a.from - b.from);
  const joined: (Ruling & { weight: number })[] = [];
  for (const piece of sorted) {
    const weight = piece.to - piece.from + 0.01;
    const last = joined.at(-1);
    if (last && piece.from <= last.to + gapTolerance) {
      last.at = (last.at * last.weight + piece.at * weight) / (last.weight + weight);
      last.weight += weight;
      last.to = Math.max(last.to, piece.to);
    } else {
      joined.push({ ...piece, weight });
    }
  }
  return joined.map(({ direction, at, from, to }) => ({ direction, at, from, to }));
}

/** Sets of rulings that touch or cross: one set for each table (or frame, or underline). */
export function connectedRulings(rulings: readonly Ruling[]): Ruling[][] {
  const parent = rulings.map((_, i) => i);
  const find = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root] ?? root;
    parent[i] = root;
    return root;
  };
  const verticals = rulings.map((r, i) => ({ r, i })).filter(({ r }) => r.direction === 'v');
  verticals.sort((a, b) => a.r.at - b.r.at);
  rulings.forEach((h, i) => {
    if (h.direction !== 'h') return;
    for (let k = firstAtLeast(verticals, h.from - meetTolerance); k < verticals.length; k++) {
      const v = verticals[k];
      if (!v || v.r.at > h.to + meetTolerance) break;
      if (h.at >= v.r.from - meetTolerance && h.at <= v.r.to + meetTolerance) parent[find(i)] = find(v.i);
    }
  });
  const sets = new Map<number, Ruling[]>();
  rulings.forEach((ruling, i) => {
    const root = find(i);
    const set = sets.get(root);
    if (set) set.push(ruling);
    else sets.set(root, [ruling]);
  });
  return [...sets.values()];
}

function firstAtLeast(sorted: readonly { r: Ruling }[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.r.at ?? Infinity) < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

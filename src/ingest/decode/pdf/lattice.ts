import type { Ruling } from './layout.ts';
import type { Box } from './matrix.ts';
import { lineTolerance } from './rulings.ts';

/** A table as its lines draw it: edges of columns and rows, and cells as ranges of them. */
export interface Lattice {
  /** Ascending; column c lies between `xs[c]` and `xs[c + 1]`. */
  xs: number[];
  ys: number[];
  cells: Region[];
}

/** Columns `column … column + columnSpan − 1` and rows likewise. */
export interface Region {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
}

/** Edges nearer than this are one: no row and no column with writing in it is that small. */
const smallestBand = 4;
/** An inner border counts when at least this share of it is drawn. */
const drawnShare = 0.6;
/** A table of this many elementary cells is no table. */
const mostCells = 20_000;

/** @returns undefined where the lines do not make at least two cells */
export function latticeOf(rulings: readonly Ruling[]): Lattice | undefined {
  const h = rulings.filter((r) => r.direction === 'h');
  const v = rulings.filter((r) => r.direction === 'v');
  if (h.length + v.length < 3 || h.length === 0 || v.length === 0) return undefined;
  const xs = edges(v, h);
  const ys = edges(h, v);
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > mostCells) return undefined;
  const right = borders(v, xs, ys);
  const below = borders(h, ys, xs);
  const cells = regions(
    rows,
    columns,
    (r, c) => right[c]?.[r] ?? true,
    (r, c) => below[r]?.[c] ?? true,
  );
  return cells.length > 1 ? { xs, ys, cells } : undefined;
}

export function regionBox(lattice: Lattice, region: Region): Box {
  const { xs, ys } = lattice;
  return {
    left: xs[region.column] ?? 0,
    right: xs[region.column + region.columnSpan] ?? 0,
    top: ys[region.row] ?? 0,
    bottom: ys[region.row + region.rowSpan] ?? 0,
  };
}

/**
 * Where the lines of one direction stand; also the ends of the crossing lines, which stand in for an outer border
 * that is not drawn (tables open at the sides, a bottom line lost at a page break).
 */
function edges(lines: readonly Ruling[], crossing: readonly Ruling[]): number[] {
  const groups: { at: number; weight: number; first: number }[] = [];
  for (const { at, from, to } of [...lines].sort((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    const weight = to - from;
    if (last && at - last.first <= Math.max(smallestBand, lineTolerance)) {
      last.at = (last.at * last.weight + at * weight) / (last.weight + weight);
      last.weight += weight;
    } else groups.push({ at, weight, first: at });
  }
  const result = groups.map((g) => g.at);
  const start = Math.min(...crossing.map((r) => r.from));
  const end = Math.max(...crossing.map((r) => r.to));
  if (start < (result[0] ?? 0) - 2 * smallestBand) result.unshift(start);
  if (end > (result.at(-1) ?? 0) + 2 * smallestBand) result.push(end);
  return result;
}

/** `result[i][j]`: whether the edge after band i is drawn along band j of the other direction. */
function borders(lines: readonly Ruling[], at: readonly number[], along: readonly number[]): boolean[][] {
  const drawn = at.map(() => along.map(() => 0));
  for (const line of lines) {
    const row = drawn[nearest(at, line.at)];
    if (!row) continue;
    for (let j = 0; j + 1 < along.length; j++) {
      const low = Math.max(line.from, along[j] ?? 0);
      const high = Math.min(line.to, along[j + 1] ?? 0);
      if (high > low) row[j] = (row[j] ?? 0) + high - low;
    }
  }
  return drawn
    .slice(1, -1)
    .map((row) =>
      row.slice(0, -1).map((length, j) => length >= drawnShare * ((along[j + 1] ?? 0) - (along[j] ?? 0))),
    );
}

function nearest(values: readonly number[], value: number): number {
  let best = 0;
  values.forEach((v, i) => {
    if (Math.abs(v - value) < Math.abs((values[best] ?? 0) - value)) best = i;
  });
  return best;
}

type Border = (row: number, column: number) => boolean;

/**
 * Cells without a border between them are one. A set of them that is no rectangle (a border is missing somewhere)
 * is cut into rectangles from its upper left corner on, so that no cell swallows its neighbours' figures.
 */
function regions(rows: number, columns: number, right: Border, below: Border): Region[] {
  const owner = new Int32Array(rows * columns).fill(-1);
  const label = labelled(rows, columns, right, below);
  const found: Region[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (owner[row * columns + column] !== -1) continue;
      const region = grow(row, column, rows, columns, label, owner);
      for (let r = row; r < row + region.rowSpan; r++)
        owner.fill(found.length, r * columns + column, r * columns + column + region.columnSpan);
      found.push(region);
    }
  }
  return found;
}

/** Number of the connected set each elementary cell belongs to. */
function labelled(rows: number, columns: number, right: Border, below: Border): Int32Array {
  const label = new Int32Array(rows * columns).fill(-1);
  let next = 0;
  for (let start = 0; start < label.length; start++) {
    if (label[start] !== -1) continue;
    const stack = [start];
    label[start] = next;
    const visit = (index: number, open: boolean) => {
      if (!open || label[index] !== -1) return;
      label[index] = next;
      stack.push(index);
    };
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const row = Math.floor(at / columns);
      const column = at % columns;
      if (column + 1 < columns) visit(at + 1, !right(row, column));
      if (column > 0) visit(at - 1, !right(row, column - 1));
      if (row + 1 < rows) visit(at + columns, !below(row, column));
      if (row > 0) visit(at - columns, !below(row - 1, column));
    }
    next++;
  }
  return label;
}

/** The widest, then tallest rectangle of one set from this corner that is still free. */
function grow(
  row: number,
  column: number,
  rows: number,
  columns: number,
  label: Int32Array,
  owner: Int32Array,
): Region {
  const own = label[row * columns + column];
  const free = (r: number, c: number) => label[r * columns + c] === own && owner[r * columns + c] === -1;
  let columnSpan = 1;
  while (column + columnSpan < columns && free(row, column + columnSpan)) columnSpan++;
  let rowSpan = 1;
  const fits = (r: number) => {
    for (let c = column; c < column + columnSpan; c++) if (!free(r, c)) return false;
    return true;
  };
  while (row + rowSpan < rows && fits(row + rowSpan)) rowSpan++;
  return { row, column, rowSpan, columnSpan };
}

import { figuresOf, type Item, type ItemLine } from './items.ts';
import { centreX, type Ruling } from './layout.ts';
import type { LinePitch } from './line-pitch.ts';
import { matchHeaders } from './match-headers.ts';
import { type HeaderBlock, headerBlocks } from './open-header.ts';

/** Columns found from the alignment of figures and from the header over them. */
export interface OpenColumns {
  /** Column c lies between `edges[c]` and `edges[c + 1]`. */
  edges: number[];
  /** What is printed in each of the columns of figures, header and figures together. */
  extents: Extent[];
  /** Column 0 holds the labels; else it holds figures as the others do. */
  labelled: boolean;
  /** Every figure stands in a column of its own row, and no column can have gone unseen. */
  sure: boolean;
  /** The cells of the header, those over columns with the column that they name. */
  header: { block: HeaderBlock; column: number; end: number }[];
}

export interface Extent {
  left: number;
  right: number;
}

export interface ColumnSource {
  header: readonly ItemLine[];
  body: readonly ItemLine[];
  /** Where the labels of the whole table end, and where its figures begin. */
  labelEnd: number;
  left: number;
  level: readonly Ruling[];
  pitch: LinePitch;
  /** The columns on the page before, for a table that goes on without a header. */
  before?: OpenColumns | undefined;
}

export function findColumns(source: ColumnSource): OpenColumns | undefined {
  const { header: lines, before, labelEnd } = source;
  const rows = source.body.map((line) => figuresOf(line, source.left));
  const figures = merged(rows.flat());
  if (lines.length === 0 && before && goesOn(figures, before)) {
    const sure = before.sure && rows.every((row) => standApart(row, before.edges));
    return { ...before, sure, header: [] };
  }
  const blocks = headerBlocks(lines, figures, source.level, source.pitch);
  const labelled = labelEnd > -Infinity;
  const leaves = blocks.filter((block) => block.leaf && block.left > labelEnd);
  const matched = matchHeaders(leaves, figures);
  const extents = matched.columns;
  const [first] = extents;
  if (!first) return undefined;
  const edges = before && isAlike(extents, before) ? before.edges : edgesOf(extents, source, labelled);
  const apart = extents.every((extent, c) => extent.left >= (extents[c - 1]?.right ?? labelEnd) - 0.5);
  const glued = source.body.some(
    (line) => figuresOf(line, source.left).length > 0 && isGlued(line, first.left),
  );
  const sure =
    apart &&
    !glued &&
    matched.sure &&
    leaves.length > 0 &&
    rows.every((row) => standApart(row, edges, labelled));
  const offset = labelled ? 1 : 0;
  const header = blocks.map((block) => {
    if (block.title) return { block, column: 0, end: edges.length - 2 };
    const own = matched.columnOf.get(block);
    if (own !== undefined) return { block, column: own + offset, end: own + offset };
    return { block, column: columnOf(edges, block.left + 1), end: columnOf(edges, block.right - 1) };
  });
  return { edges, extents, labelled, sure, header };
}

function edgesOf(extents: readonly Extent[], source: ColumnSource, labelled: boolean): number[] {
  const { labelEnd } = source;
  const lines = [...source.header, ...source.body];
  const edges = [Math.min(...lines.map((line) => line.left)) - 1];
  const starts = labelled ? [labelEnd, ...extents.map((c) => c.right)] : extents.map((c) => c.right);
  for (const [i, column] of (labelled ? extents : extents.slice(1)).entries()) {
    edges.push(((starts[i] ?? column.left) + column.left) / 2);
  }
  edges.push(Math.max(...lines.map((line) => line.right)) + 1);
  return edges;
}

/** Every column of figures stands under one of the columns on the page before, no two under one. */
function goesOn(figures: readonly Extent[], before: OpenColumns): boolean {
  const under = figures.map((column) => before.extents.filter((extent) => overlapX(extent, column)));
  const single = under.every((extents) => extents.length === 1);
  return figures.length > 0 && single && new Set(under.map(([extent]) => extent)).size === under.length;
}

/** The same columns as on the page before, under the same header once more. */
function isAlike(extents: readonly Extent[], before: OpenColumns): boolean {
  const alike = (extent: Extent, c: number) =>
    before.extents.every((other, o) => overlapX(extent, other) === (o === c));
  return extents.length === before.extents.length && extents.every(alike);
}

/** A label reaches under the first column: a figure may be part of it. */
function isGlued(line: ItemLine, left: number): boolean {
  return line.items.some((item) => !item.figure && item.left < left - 1 && item.right > left + 1);
}

export function overlapX(a: Extent, b: Extent): boolean {
  return a.left < b.right && b.left < a.right;
}

function merged(items: readonly Extent[]): Extent[] {
  const result: Extent[] = [];
  for (const { left, right } of [...items].sort((a, b) => a.left - b.left)) {
    const last = result.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else result.push({ left, right });
  }
  return result;
}

function standApart(figures: readonly Item[], edges: readonly number[], labelled = true): boolean {
  const bands = figures.map((item) => columnOf(edges, centreX(item)));
  return new Set(bands).size === bands.length && !(labelled && bands.includes(0));
}

export function columnOf(edges: readonly number[], x: number): number {
  let column = 0;
  while (column + 2 < edges.length && x >= (edges[column + 1] ?? Infinity)) column++;
  return column;
}

import { itemBlocks } from './item-blocks.ts';
import { figuresOf, type Item, type ItemLine, toItem } from './items.ts';
import { centreX } from './layout.ts';

/** Columns found from the alignment of figures. */
export interface OpenColumns {
  /** Column c lies between `edges[c]` and `edges[c + 1]`. */
  edges: number[];
  /** Column 0 holds the labels; else it holds figures as the others do. */
  labelled: boolean;
  /** Every figure stands in a column of its own row. */
  sure: boolean;
}

interface Interval {
  left: number;
  right: number;
}

/** `rows` hold figures; `header` stands above them and may name a column that is blank throughout. */
export function findColumns(rows: readonly ItemLine[], header: readonly ItemLine[]): OpenColumns | undefined {
  const figures = merged(rows.flatMap(figuresOf));
  const first = figures[0];
  if (!first) return undefined;
  const labels = rows.flatMap((line) => line.items.filter((item) => item.right <= first.left));
  const labelEnd = Math.max(...labels.map((item) => item.right), -Infinity);
  const named = header
    .flatMap((line) => line.items)
    .filter((item) => item.left > labelEnd && !figures.some((column) => overlap(column, item)))
    .filter((item) => item.right - item.left < widest(figures));
  const columns = underHeaders(merged([...figures, ...named]), header, labelEnd);
  const edges = [Math.min(...rows.map((line) => line.left), ...header.map((line) => line.left)) - 1];
  const labelled = labels.length > 0;
  const starts = labelled ? [labelEnd, ...columns.map((c) => c.right)] : columns.map((c) => c.right);
  for (const [i, column] of (labelled ? columns : columns.slice(1)).entries()) {
    edges.push(((starts[i] ?? column.left) + column.left) / 2);
  }
  edges.push(Math.max(...[...rows, ...header].map((line) => line.right)) + 1);
  return { edges, labelled, sure: rows.every((line) => standApart(line, edges, labelled)) };
}

/**
 * A header may reach beyond the figures under it, as far as the next column's: the column is as wide as its header.
 * The lowest headers come first; one that stands over several columns widens none.
 */
function underHeaders(
  columns: readonly Interval[],
  header: readonly ItemLine[],
  labelEnd: number,
): Interval[] {
  const result = columns.map(({ left, right }) => ({ left, right }));
  const blocks = itemBlocks(header.flatMap((line) => line.items)).sort((a, b) => b.bottom - a.bottom);
  for (const block of blocks) {
    const under = result.filter((column) => overlap(column, block));
    const [column] = under;
    if (!column || under.length > 1 || block.left <= labelEnd) continue;
    const wide = { left: Math.min(column.left, block.left), right: Math.max(column.right, block.right) };
    if (result.every((other) => other === column || !overlap(other, wide))) Object.assign(column, wide);
  }
  return result;
}

function widest(columns: readonly Interval[]): number {
  const middles = columns.map((c) => (c.left + c.right) / 2);
  const pitches = middles.slice(1).map((x, i) => x - (middles[i] ?? 0));
  return pitches.length > 0 ? 1.5 * Math.max(...pitches) : Infinity;
}

function overlap(a: Interval, b: Interval): boolean {
  return a.left < b.right && b.left < a.right;
}

function merged(items: readonly Interval[]): Interval[] {
  const result: Interval[] = [];
  for (const { left, right } of [...items].sort((a, b) => a.left - b.left)) {
    const last = result.at(-1);
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else result.push({ left, right });
  }
  return result;
}

function standApart(line: ItemLine, edges: readonly number[], labelled: boolean): boolean {
  const bands = figuresOf(line).map((item) => columnOf(edges, centreX(item)));
  return new Set(bands).size === bands.length && !(labelled && bands.includes(0));
}

export function columnOf(edges: readonly number[], x: number): number {
  let column = 0;
  while (column + 2 < edges.length && x >= (edges[column + 1] ?? Infinity)) column++;
  return column;
}

/**
 * Headers of neighbouring columns may nearly touch. An item over several columns is parted between the glyphs
 * nearest to each edge, provided that there is at least a small gap at every one of them.
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
    if (!before || !after || after.left - before.right < 0.12 * after.size) return [item];
    pieces.push(toItem(rest.slice(0, at)));
    rest = rest.slice(at);
  }
  return [...pieces, toItem(rest)];
}

import { type ItemBlock, inReadingOrder, itemBlocks } from './item-blocks.ts';
import type { Item, ItemLine } from './items.ts';
import { numbering } from './join-pages.ts';
import { centreX, centreY, type Ruling } from './layout.ts';
import type { LinePitch } from './line-pitch.ts';
import type { Box } from './matrix.ts';
import { columnOf, type OpenColumns } from './open-columns.ts';
import { partedAtEdges } from './part-items.ts';

/** One row to be: blocks of the label, and everything else that stands in it. */
export interface OpenRow {
  y: number;
  labels: ItemBlock[];
  items: Item[];
}

/**
 * Every line with figures is a row. A label that wraps belongs to the figures beside it; lines without figures
 * that belong to none stay rows of their own.
 */
export function openRows(
  body: readonly ItemLine[],
  columns: OpenColumns,
  level: readonly Ruling[],
  pitch: LinePitch,
): OpenRow[] {
  const rows: OpenRow[] = [];
  const labels: Item[] = [];
  for (const line of body) {
    const items = line.items.flatMap((item) => partedAtEdges(item, columns.edges));
    const isLabel = (item: Item) => columns.labelled && endsInLabels(item, columns);
    const others = items.filter((item) => !isLabel(item));
    labels.push(...items.filter(isLabel));
    if (others.length > 0) {
      // Torn figures may hang below the line of their label.
      const own = items.filter(isLabel).at(-1);
      rows.push({ y: centreY(own ?? line), labels: [], items: others });
    }
  }
  const parted = (above: Box, below: Item) =>
    numbering.test(below.text) ||
    level.some(
      (r) => r.at > centreY(above) && r.at < centreY(below) && r.from < below.right && r.to > below.left,
    );
  for (const block of itemBlocks(labels, parted, pitch)) {
    for (const part of besideOneRow(block, rows)
      ? [block]
      : block.items.flatMap((item) => itemBlocks([item])))
      attach(part, rows);
  }
  const sorted = rows.sort((a, b) => a.y - b.y);
  for (const row of rows) if (row.items.length > 0 && row.labels.length === 0) gatherLabels(row, sorted);
  for (const row of rows) row.labels = inReadingOrder(row.labels);
  return sorted.filter((row) => row.items.length + row.labels.length > 0);
}

/** Points by which lines above and below may differ in their distance. */
const alike = 2;

/** Figures without a label have it in as many lines above as below, each pair equally far away. */
function gatherLabels(row: OpenRow, rows: readonly OpenRow[]): void {
  const at = rows.indexOf(row);
  for (let d = 1; ; d++) {
    const [above, below] = [rows[at - d], rows[at + d]];
    const [a] = above?.items.length === 0 ? above.labels : [];
    const [b] = below?.items.length === 0 ? below.labels : [];
    if (!above || !below || !a || !b || a.left >= b.right || b.left >= a.right) return;
    if (Math.abs(row.y - above.y - (below.y - row.y)) > alike || numbering.test(b.items[0]?.text ?? ''))
      return;
    row.labels.unshift(...above.labels);
    row.labels.push(...below.labels);
    above.labels = [];
    below.labels = [];
  }
}

function endsInLabels(item: Item, { edges, extents }: OpenColumns): boolean {
  const before = item.right <= (extents[0]?.left ?? -Infinity) + 1;
  return before || columnOf(edges, centreX(item)) === 0;
}

function besideOneRow(block: ItemBlock, rows: readonly OpenRow[]): boolean {
  return beside(block, rows).length <= 1;
}

function beside(block: ItemBlock, rows: readonly OpenRow[]): OpenRow[] {
  return rows.filter((row) => row.items.length > 0 && row.y > block.top && row.y < block.bottom);
}

/** To the row it stands beside (at its first line, its middle or its last), else it is a row by itself. */
function attach(block: ItemBlock, rows: OpenRow[]): void {
  const [row] = beside(block, rows);
  if (row) row.labels.push(block);
  else rows.push({ y: centreY(block), labels: [block], items: [] });
}

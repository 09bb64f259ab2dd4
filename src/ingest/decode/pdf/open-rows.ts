import { type ItemBlock, inReadingOrder, itemBlocks } from './item-blocks.ts';
import type { Item, ItemLine } from './items.ts';
import { numbering } from './join-pages.ts';
import { centreY, type Ruling } from './layout.ts';
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
): OpenRow[] {
  const rows: OpenRow[] = [];
  const labels: Item[] = [];
  for (const line of body) {
    const items = line.items.flatMap((item) => partedAtEdges(item, columns.edges));
    const isLabel = (item: Item) => columns.labelled && endsInLabels(item, columns);
    const others = items.filter((item) => !isLabel(item));
    labels.push(...items.filter(isLabel));
    if (others.length > 0) rows.push({ y: centreY(line), labels: [], items: others });
  }
  const parted = (above: Box, below: Item) =>
    numbering.test(below.text) ||
    level.some(
      (r) => r.at > centreY(above) && r.at < centreY(below) && r.from < below.right && r.to > below.left,
    );
  for (const block of itemBlocks(labels, parted)) {
    for (const part of besideOneRow(block, rows)
      ? [block]
      : block.items.flatMap((item) => itemBlocks([item])))
      attach(part, rows);
  }
  for (const row of rows) row.labels = inReadingOrder(row.labels);
  return rows.sort((a, b) => a.y - b.y);
}

function endsInLabels(item: Item, { edges }: OpenColumns): boolean {
  return columnOf(edges, (item.left + item.right) / 2) === 0;
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

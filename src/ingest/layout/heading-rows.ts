import type { Block, Cell, Grid } from '../../model/document.ts';
import { isOfficialHeading } from './official-headings.ts';

/**
 * Official headings are sometimes a row of the table: its title above the header, or between two tables that were
 * drawn as one. The grid is cut there, and the heading becomes the paragraph that it is elsewhere.
 */
export function splitAtHeadings(block: Extract<Block, { kind: 'grid' }>): Block[] {
  const rows = cellsByRow(block.grid);
  const headings = rows.flatMap((cells, row) => {
    const heading = headingOf(cells, row);
    return heading ? [{ row, heading }] : [];
  });
  if (headings.length === 0) return [block];
  const blocks: Block[] = [];
  let from = 0;
  for (const { row, heading } of headings) {
    blocks.push(...part(block.grid, from, row));
    blocks.push({ kind: 'paragraph', text: heading.text.replace(/\s*\n\s*/g, ''), place: heading.place });
    from = row + 1;
  }
  blocks.push(...part(block.grid, from, block.grid.rows));
  return blocks;
}

function cellsByRow(grid: Grid): Cell[][] {
  const rows: Cell[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) rows[row]?.push(cell);
  }
  return rows;
}

function headingOf(cells: Cell[], row: number): Cell | undefined {
  const filled = cells.filter((cell) => cell.text.trim() !== '');
  const only = filled.length === 1 ? filled[0] : undefined;
  if (only?.row !== row || only.rowSpan !== 1) return undefined;
  return isOfficialHeading(only.text) ? only : undefined;
}

/** The rows `from` to before `to` as a grid of their own; nothing when they hold no cell. */
function part(grid: Grid, from: number, to: number): Block[] {
  const cells = grid.cells
    .filter((cell) => cell.row < to && cell.row + cell.rowSpan > from)
    .map((cell) => {
      const row = Math.max(cell.row, from);
      const end = Math.min(cell.row + cell.rowSpan, to);
      return { ...cell, row: row - from, rowSpan: end - row };
    });
  const first = cells.find((cell) => cell.text.trim() !== '');
  if (!first) return [];
  return [{ kind: 'grid', grid: { ...grid, rows: to - from, cells }, place: first.place }];
}

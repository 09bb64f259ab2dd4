import { areaText } from './cell-text.ts';
import { type ItemLine, itemLines } from './items.ts';
import { boundingBox, centreX, type Glyph, type PageContent, type Ruling } from './layout.ts';

import { columnOf, findColumns } from './open-columns.ts';
import { headerCells } from './open-header.ts';
import { hasFigures, type OpenRegion, openRegions } from './open-regions.ts';
import { type OpenRow, openRows } from './open-rows.ts';
import type { PageCell, PageGrid } from './page-grid.ts';
import { mergeRulings } from './rulings.ts';
import { joinTornFigures } from './torn-figures.ts';

/** Tables without drawn columns: their columns come from the alignment of the figures. */
export function openTables(page: PageContent, rest: readonly Glyph[]): { grids: PageGrid[]; rest: Glyph[] } {
  const lines = joinTornFigures(itemLines(rest));
  const level = mergeRulings(page.rulings).filter((r) => r.direction === 'h');
  const grids: PageGrid[] = [];
  const taken = new Set<Glyph>();
  for (const region of openRegions(lines)) {
    const grid = toGrid(lines, region, level, page.number);
    if (!grid) continue;
    grids.push(grid);
    for (const line of lines.slice(region.from, region.to)) for (const glyph of line.glyphs) taken.add(glyph);
  }
  return { grids, rest: rest.filter((g) => !taken.has(g)) };
}

function toGrid(
  lines: readonly ItemLine[],
  region: OpenRegion,
  level: readonly Ruling[],
  page: number,
): PageGrid | undefined {
  const above = lines.slice(region.from, region.first);
  const body = lines.slice(region.first, region.to);
  const columns = findColumns(body.filter(hasFigures), above);
  if (!columns) return undefined;
  const { edges } = columns;
  const header = headerCells(above, edges, page);
  const sure = columns.sure && header.clear;
  const rows = openRows(body, columns, level);
  const cells = [...header.cells, ...rows.flatMap((row, i) => rowCells(row, edges, header.rows + i, page))];
  return {
    ...boundingBox([...above, ...body]),
    page,
    xs: edges,
    rows: header.rows + rows.length,
    columns: edges.length - 1,
    cells: sure ? cells : inOrder(cells),
    exact: sure,
  };
}

interface Span {
  column: number;
  end: number;
  glyphs: Glyph[];
  text?: string;
}

function rowCells(row: OpenRow, edges: readonly number[], number: number, page: number): PageCell[] {
  const spans: Span[] = [];
  if (row.labels.length > 0) {
    const text = row.labels.map((block) => areaText(block.glyphs, block.right - block.left).text).join('');
    spans.push({ column: 0, end: 0, glyphs: [], text });
  }
  for (const item of row.items) {
    const middle = columnOf(edges, centreX(item));
    const column = item.figure ? middle : columnOf(edges, item.left + 1);
    const end = item.figure ? middle : columnOf(edges, item.right - 1);
    const touching = spans.find((s) => s.column <= end && s.end >= column);
    if (touching) {
      touching.end = Math.max(end, touching.end);
      touching.glyphs.push(...item.glyphs);
    } else if (item.figure) spans.push({ column, end, glyphs: [], text: item.text });
    else spans.push({ column, end, glyphs: [...item.glyphs] });
  }
  for (let column = 0; column + 1 < edges.length; column++) {
    if (!spans.some((s) => s.column <= column && s.end >= column))
      spans.push({ column, end: column, glyphs: [] });
  }
  return spans.map(({ column, end, glyphs, text = '' }) => {
    const area = areaText(glyphs, (edges[end + 1] ?? 0) - (edges[column] ?? 0));
    const columnSpan = end - column + 1;
    const joined = text && area.text ? `${text} ${area.text}` : text + area.text;
    return {
      row: number,
      column,
      rowSpan: 1,
      columnSpan,
      place: { page },
      below: Infinity,
      ...area,
      text: joined,
    };
  });
}

/** Where columns are in doubt a row is only a list of what it prints. */
function inOrder(cells: readonly PageCell[]): PageCell[] {
  const printed = cells.filter((cell) => cell.text !== '').sort((a, b) => a.column - b.column);
  const count = new Map<number, number>();
  return printed.map((cell) => {
    const column = count.get(cell.row) ?? 0;
    count.set(cell.row, column + 1);
    return { ...cell, column, columnSpan: 1, rowSpan: 1 };
  });
}

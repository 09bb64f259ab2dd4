import { areaText } from './cell-text.ts';
import { type ItemLine, itemLines, onlyFigures } from './items.ts';
import { boundingBox, centreX, type Glyph, type PageContent } from './layout.ts';
import { linePitch } from './line-pitch.ts';
import { columnOf, findColumns, type OpenColumns } from './open-columns.ts';
import { headerCells } from './open-header.ts';
import { areLabels, isHeading, isProse, type OpenRegion, openRegions } from './open-regions.ts';
import { type OpenRow, openRows } from './open-rows.ts';
import { labelsEnd, type OpenSegment, segmentsOf } from './open-segments.ts';
import type { PageCell, PageGrid } from './page-grid.ts';
import { mergeRulings } from './rulings.ts';
import { joinTornFigures } from './torn-figures.ts';

export interface OpenTables {
  grids: PageGrid[];
  rest: Glyph[];
  /** What may go on on the next page. */
  last: PageEnd;
}

/** The last thing on a page: a table, or lines that may be the header of one. */
export interface PageEnd {
  columns?: OpenColumns | undefined;
  header: readonly ItemLine[];
}

/**
 * Tables without drawn columns: their columns come from the alignment of the figures and from their header.
 * `end`: what the page before ends with.
 */
export function openTables(page: PageContent, rest: readonly Glyph[], end?: PageEnd): OpenTables {
  const before = end?.columns;
  const printed = itemLines(rest);
  const pitch = linePitch(printed);
  const lines = joinTornFigures(printed, pitch);
  const level = mergeRulings(page.rulings).filter((r) => r.direction === 'h');
  const grids: PageGrid[] = [];
  const taken = new Set<Glyph>();
  let last: PageEnd = { header: lines.slice(firstOpen(lines)) };
  for (const [i, found] of openRegions(lines, pitch, before !== undefined).entries()) {
    const region = i === 0 && before ? reachUp(lines, found, before) : found;
    const segments = segmentsOf(lines, region, pitch);
    const [top] = segments;
    if (end && top && region.from === 0 && top.header.length === 0) top.header.push(...end.header);
    const { left } = region;
    const labelEnd = labelsEnd(segments, left);
    for (const [s, segment] of segments.entries()) {
      const goesOn = s === 0 && region.from === 0 ? before : undefined;
      const columns = findColumns({ ...segment, labelEnd, left, level, pitch, before: goesOn });
      if (!columns) continue;
      grids.push(toGrid(segment, columns, openRows(segment.body, columns, level, pitch), page.number));
      for (const line of [...segment.header, ...segment.body])
        for (const glyph of line.glyphs) taken.add(glyph);
      last = { columns, header: [] };
    }
    if (!areLabels(lines.slice(region.to), left))
      last = { header: lines.slice(Math.max(region.to, firstOpen(lines))) };
  }
  return { grids, rest: rest.filter((g) => !taken.has(g)), last };
}

/** Behind the last line that is running text or a heading. */
function firstOpen(lines: readonly ItemLine[]): number {
  return 1 + lines.findLastIndex((line) => isProse(line) || isHeading(line));
}

/**
 * At the top of a page whose table goes on stand labels of its first row, what the page break cut off figures, or the
 * header once more.
 */
function reachUp(lines: readonly ItemLine[], region: OpenRegion, before: OpenColumns): OpenRegion {
  const left = before.extents[0]?.left ?? 0;
  const headed = region.from < region.first;
  const goesOn = lines.slice(0, region.from).every((line) => {
    const rest = onlyFigures(line) && line.left > left - 1;
    return headed ? !isProse(line) && !isHeading(line) : rest || areLabels([line], left);
  });
  return goesOn ? { ...region, from: 0 } : region;
}

function toGrid(
  { header: above, body }: OpenSegment,
  columns: OpenColumns,
  rows: readonly OpenRow[],
  page: number,
): PageGrid {
  const { edges, sure } = columns;
  const header = headerCells(columns, page);
  const cells = [...header.cells, ...rows.flatMap((row, i) => rowCells(row, edges, header.rows + i, page))];
  return {
    ...boundingBox(body.length > 0 ? body : above),
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

import type { Block } from '../../../model/document.ts';
import { markCutColumns } from './cut-columns.ts';
import { continues, joined } from './join-pages.ts';
import type { Line, PageContent } from './layout.ts';
import { groupLines, toLine } from './lines.ts';
import { openTables, type PageEnd } from './open-tables.ts';
import type { PageGrid } from './page-grid.ts';
import { ruledTables } from './ruled-tables.ts';

type Part = { page: number; top: number; line: Line } | { page: number; top: number; grid: PageGrid };

/** Lines and tables of all pages in reading order, tables cut by page breaks in one piece. */
export function assemble(pages: readonly PageContent[]): Block[] {
  const parts: Part[] = [];
  let end: PageEnd | undefined;
  for (const page of pages) {
    const found = partsOf(page, end);
    end = found.last;
    for (const part of found.parts) {
      const last = parts.at(-1);
      if (
        last &&
        'grid' in last &&
        'grid' in part &&
        isNextPage(last, part) &&
        continues(last.grid, part.grid)
      ) {
        parts.splice(-1, 1, { ...last, page: part.page, grid: joined(last.grid, part.grid) });
      } else parts.push(part);
    }
  }
  return parts.map(toBlock);
}

function isNextPage(before: Part, after: Part): boolean {
  return after.page === before.page + 1;
}

/** `end`: what the page before ends with; `last`: what this one does. */
function partsOf(page: PageContent, end?: PageEnd): { parts: Part[]; last: PageEnd } {
  const ruled = ruledTables(page);
  const open = openTables(page, ruled.rest, ruled.grids.length > 0 ? undefined : end);
  const grids = [...ruled.grids, ...open.grids];
  const lines = groupLines(open.rest).map(toLine);
  const parts: Part[] = [
    ...lines.map((line) => ({ page: page.number, top: line.top, line })),
    ...grids.map((grid) => ({ page: page.number, top: grid.top, grid })),
  ];
  return { parts: parts.sort((a, b) => a.top - b.top), last: open.last };
}

function toBlock(part: Part): Block {
  if ('line' in part) return { kind: 'paragraph', text: part.line.text, place: { page: part.page } };
  const { rows, columns, cells, exact, page } = part.grid;
  const sorted = markCutColumns(cells).sort((a, b) => a.row - b.row || a.column - b.column);
  return { kind: 'grid', grid: { rows, columns, cells: sorted, exact }, place: { page } };
}

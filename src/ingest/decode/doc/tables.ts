import type { Block } from '../../../model/document.ts';
import { type DrawnCell, drawnTable, textOf } from '../../layout/drawn-table.ts';
import { rowsToGrid } from '../row-grid.ts';
import type { BinaryParagraph } from './paragraphs.ts';

interface TableRow {
  cells: Block[][];
  /** `TDefTableOperand` of [MS-DOC] 2.9.314. */
  definition: Buffer | undefined;
  merges: [cell: number, merge: number][];
}

/** Edges of cells (in twentieths of a point) that lie closer than this are one line, drawn by hand twice. */
const sameEdge = 60;

/** Paragraphs to blocks; those of one table become a grid, tables in tables as their cells hold them. */
export function paragraphBlocks(paragraphs: readonly BinaryParagraph[], mostCells: number): Block[] {
  return readBlocks({ paragraphs, at: 0, mostCells }, 0);
}

interface Reader {
  paragraphs: readonly BinaryParagraph[];
  at: number;
  mostCells: number;
}

function readBlocks(reader: Reader, depth: number): Block[] {
  const blocks: Block[] = [];
  for (
    let next = reader.paragraphs[reader.at];
    next && next.depth >= depth;
    next = reader.paragraphs[reader.at]
  ) {
    if (next.depth > depth) blocks.push(...readTable(reader, depth + 1));
    else {
      blocks.push(...linesOf(next));
      reader.at++;
      if (depth > 0 && next.ends) return blocks;
    }
  }
  return blocks;
}

function readTable(reader: Reader, depth: number): Block[] {
  const rows: TableRow[] = [];
  let cells: Block[][] = [];
  for (
    let next = reader.paragraphs[reader.at];
    next && next.depth >= depth;
    next = reader.paragraphs[reader.at]
  ) {
    if (next.depth === depth && next.ends === 'row') {
      rows.push({ cells, definition: next.row, merges: next.merges });
      cells = [];
      reader.at++;
    } else cells.push(readBlocks(reader, depth));
  }
  if (cells.length) rows.push({ cells, definition: undefined, merges: [] });
  return tableOf(rows, reader.mostCells);
}

function linesOf({ text, line }: BinaryParagraph): Block[] {
  return text
    .split('\n')
    .map((part) => part.replace(/[\u00ad\u200b\ufeff\ue000-\uf8ff]/g, '').replace(/[ \u00a0\u3000]+/g, ' '))
    .map((part) => part.replace(/^ +| +$/g, ''))
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part, place: { line } }));
}

function tableOf(rows: readonly TableRow[], mostCells: number): Block[] {
  const edges = rows.map((row) => edgesOf(row));
  if (!edges.every((row) => row !== undefined)) return looseTable(rows);
  const lines = gridLines(edges);
  return drawnTable(
    rows.map((row, at) => drawnRow(row, at, (edges[at] ?? []).map(lines))),
    mostCells,
  );
}

/** The edges of a row's cells; undefined when they are not as many as the cells. */
function edgesOf({ cells, definition }: TableRow): number[] | undefined {
  const count = definition?.[2] ?? 0;
  if (!definition || count !== cells.length || definition.length < 3 + (count + 1) * 2) return undefined;
  return Array.from({ length: count + 1 }, (_, i) => definition.readInt16LE(3 + i * 2));
}

/**
 * All edges of a table as a function from an edge to the number of its line. Near ones are one line, but never the
 * two edges of one cell, however narrow it is.
 */
function gridLines(rows: readonly number[][]): (edge: number) => number {
  const leftOf = new Map<number, number>();
  for (const row of rows) {
    row.forEach((edge, i) => {
      const left = row[i - 1];
      if (left !== undefined) leftOf.set(edge, Math.max(left, leftOf.get(edge) ?? left));
    });
  }
  const numbers = new Map<number, number>();
  let first = Number.NEGATIVE_INFINITY;
  let line = -1;
  for (const edge of [...new Set(rows.flat())].sort((a, b) => a - b)) {
    const closes = numbers.get(leftOf.get(edge) ?? Number.NaN) === line;
    if (edge - first > sameEdge || closes) {
      line++;
      first = edge;
    }
    numbers.set(edge, line);
  }
  return (edge) => numbers.get(edge) ?? 0;
}

function drawnRow(
  { cells, definition, merges }: TableRow,
  row: number,
  lines: readonly number[],
): DrawnCell[] {
  const drawn: DrawnCell[] = [];
  cells.forEach((blocks, i) => {
    const flags = mergeFlags(definition, cells.length, i);
    const column = lines[i] ?? 0;
    const columnSpan = Math.max(1, (lines[i + 1] ?? 0) - column);
    const later = merges.find(([cell]) => cell === i)?.[1];
    const before = drawn.at(-1);
    if (before && (flags & 3) === 1) before.columnSpan += columnSpan;
    else drawn.push({ row, column, columnSpan, continues: (later ?? (flags >> 5) & 3) === 1, blocks });
  });
  return drawn;
}

/** [MS-DOC] 2.9.318, `TCGRF`: merging to the side in bits 0–1, downwards in bits 5–6. */
function mergeFlags(definition: Buffer | undefined, count: number, cell: number): number {
  const at = 3 + (count + 1) * 2 + cell * 20;
  return definition && at + 2 <= definition.length ? definition.readUInt16LE(at) : 0;
}

/** Rows whose drawing is not known are lists of cells. */
function looseTable(rows: readonly TableRow[]): Block[] {
  const lined = rows.map(({ cells }) => ({
    cells: cells.map(textOf),
    line: cells.flat()[0]?.place.line ?? 0,
  }));
  const first = lined.find(({ line }) => line > 0);
  return first ? [{ kind: 'grid', grid: rowsToGrid(lined), place: { line: first.line } }] : [];
}

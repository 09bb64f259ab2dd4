import type { Block } from '../../model/document.ts';
import { rowsToGrid } from '../decode/row-grid.ts';
import { type DrawnCell, drawnTable, textOf } from './drawn-table.ts';

/** A paragraph of a format that writes tables as paragraphs with marks: Word 97, RTF. */
export interface MarkedParagraph {
  text: string;
  /** Counts from 1 over the whole text, paragraphs of cells included. */
  line: number;
  /** How many tables it stands in. */
  depth: number;
  /** Its end is also the end of a cell or of a row. */
  ends?: 'cell' | 'row';
  /** On the mark that ends a row: how the row is drawn. */
  row?: RowShape;
}

export interface RowShape {
  /** Where cells begin and end, in twentieths of a point: one more than there are cells. */
  edges: number[];
  /** For each cell whether it belongs to the one before it, or is covered by the one above. */
  merged: ('left' | 'above' | undefined)[];
}

interface TableRow {
  cells: Block[][];
  shape: RowShape | undefined;
}

/** Edges of cells (in twentieths of a point) that lie closer than this are one line, drawn by hand twice. */
const sameEdge = 60;
const narrowest = 160;

/** Paragraphs to blocks; those of one table become a grid, tables in tables as their cells hold them. */
export function paragraphBlocks(paragraphs: readonly MarkedParagraph[], mostCells: number): Block[] {
  return readBlocks({ paragraphs, at: 0, mostCells }, 0);
}

interface Reader {
  paragraphs: readonly MarkedParagraph[];
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
      rows.push({ cells, shape: next.row });
      cells = [];
      reader.at++;
    } else cells.push(readBlocks(reader, depth));
  }
  if (cells.length) rows.push({ cells, shape: undefined });
  return tableOf(rows, reader.mostCells);
}

function linesOf({ text, line }: MarkedParagraph): Block[] {
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

/**
 * The edges of a row's cells; undefined when they are not as many as the cells, or when a cell with text is too
 * narrow for a character: programs that know no widths write such ones, and their edges mean nothing.
 */
function edgesOf({ cells, shape }: TableRow): number[] | undefined {
  if (shape?.edges.length !== cells.length + 1) return undefined;
  const { edges } = shape;
  const cramped = cells.some(
    (blocks, i) => blocks.length > 0 && (edges[i + 1] ?? 0) - (edges[i] ?? 0) < narrowest,
  );
  return cramped ? undefined : edges;
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

function drawnRow({ cells, shape }: TableRow, row: number, lines: readonly number[]): DrawnCell[] {
  const drawn: DrawnCell[] = [];
  cells.forEach((blocks, i) => {
    const column = lines[i] ?? 0;
    const columnSpan = Math.max(1, (lines[i + 1] ?? 0) - column);
    const merged = shape?.merged[i];
    const before = drawn.at(-1);
    if (before && merged === 'left') before.columnSpan += columnSpan;
    else drawn.push({ row, column, columnSpan, continues: merged === 'above', blocks });
  });
  return drawn;
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

import type { Block, Cell } from '../../../model/document.ts';
import { IngestError } from '../../errors.ts';
import { child, elements, value, type XmlElement } from './xml.ts';

interface DrawnCell {
  row: number;
  column: number;
  columnSpan: number;
  /** Covered by the cell above. */
  continues: boolean;
  blocks: Block[];
}

/** Beyond this length a cell's text is a part of the document, not of a table. */
const longestCell = 300;

/**
 * A Word table as one exact grid; one that only arranges the page gives the blocks of its cells in order.
 * @param read the blocks inside a cell
 * @throws {IngestError} `too-complex`
 */
export function tableBlocks(
  table: XmlElement,
  read: (cell: XmlElement) => Block[],
  mostCells: number,
): Block[] {
  const rows = rowsOf(table).map((row, at) => drawnRow(row, at, read));
  const drawn = rows.flat();
  const columns = Math.max(0, ...drawn.map((cell) => cell.column + cell.columnSpan));
  if (columns * rows.length > mostCells) throw new IngestError('too-complex', '表格过大');
  if (isLayout(drawn)) return drawn.flatMap((cell) => cell.blocks);
  const cells = drawn.filter((cell) => !cell.continues).map((cell) => cellOf(cell, rows));
  const first = cells.find((cell) => cell.text !== '');
  if (!first) return [];
  return [{ kind: 'grid', grid: { rows: rows.length, columns, cells, exact: true }, place: first.place }];
}

function isLayout(cells: DrawnCell[]): boolean {
  if (cells.length <= 1) return true;
  return cells.some(
    ({ blocks }) => blocks.some((block) => block.kind === 'grid') || textOf(blocks).length > longestCell,
  );
}

/** Rows also stand in content controls; deleted ones (changes tracked) are left out. */
function rowsOf(container: XmlElement): XmlElement[] {
  return elements(container).flatMap((element) => {
    if (element.name === 'w:tr') return child(element, 'w:trPr', 'w:del') ? [] : [element];
    return isWrapper(element) ? rowsOf(element) : [];
  });
}

function cellsOf(container: XmlElement): XmlElement[] {
  return elements(container).flatMap((element) => {
    if (element.name === 'w:tc') return [element];
    return isWrapper(element) ? cellsOf(element) : [];
  });
}

function isWrapper({ name }: XmlElement): boolean {
  return name === 'w:sdt' || name === 'w:sdtContent' || name === 'w:customXml' || name === 'w:ins';
}

function drawnRow(row: XmlElement, at: number, read: (cell: XmlElement) => Block[]): DrawnCell[] {
  let column = countOf(child(row, 'w:trPr', 'w:gridBefore'), 0);
  const cells: DrawnCell[] = [];
  for (const element of cellsOf(row)) {
    const properties = child(element, 'w:tcPr');
    const columnSpan = countOf(child(properties, 'w:gridSpan'), 1);
    const merge = child(properties, 'w:vMerge');
    const before = cells.at(-1);
    if (before && isContinued(child(properties, 'w:hMerge'))) before.columnSpan += columnSpan;
    else {
      cells.push({ row: at, column, columnSpan, continues: isContinued(merge), blocks: read(element) });
    }
    column += columnSpan;
  }
  return cells;
}

/** `<w:vMerge/>` continues the cell before; `<w:vMerge w:val="restart"/>` begins one. */
function isContinued(merge: XmlElement | undefined): boolean {
  return merge !== undefined && value(merge) !== 'restart';
}

function countOf(element: XmlElement | undefined, fallback: number): number {
  const count = Number.parseInt(value(element) ?? '', 10);
  return Number.isNaN(count) ? fallback : Math.min(Math.max(count, fallback), 1000);
}

function cellOf(cell: DrawnCell, rows: readonly DrawnCell[][]): Cell {
  const { row, column, columnSpan, blocks } = cell;
  let end = row + 1;
  while (rows[end]?.some((below) => below.continues && below.column === column)) end++;
  const place = blocks[0]?.place ?? {};
  return { text: textOf(blocks), row, column, rowSpan: end - row, columnSpan, place };
}

function textOf(blocks: readonly Block[]): string {
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text.trim() : '')).join('\n');
}

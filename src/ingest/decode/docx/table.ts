import type { Block } from '../../../model/document.ts';
import { type DrawnCell, drawnTable } from '../../layout/drawn-table.ts';
import { child, elements, value, type XmlElement } from './xml.ts';

/**
 * A Word table as one exact grid, or the blocks of its cells where it only arranges the page.
 * @param read the blocks inside a cell
 * @throws {IngestError} `too-complex`
 */
export function tableBlocks(
  table: XmlElement,
  read: (cell: XmlElement) => Block[],
  mostCells: number,
): Block[] {
  return drawnTable(
    rowsOf(table).map((row, at) => drawnRow(row, at, read)),
    mostCells,
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

import type { Grid } from '../../../model/document.ts';
import { buildGrid, type MarkupCell } from '../../layout/grid-builder.ts';
import { attribute, type Element, isElement, isHidden, isText, lineOf, type Node } from './parse.ts';
import { collapse } from './text-run.ts';

/** A cell with more text than this is a part of the page, not of a table. The longest official label has 60. */
const longestCell = 300;

/** True for a table that only arranges the page: its cells hold prose or tables, or there is but one cell. */
export function isLayoutTable(table: Element): boolean {
  const rows = rowsOf(table);
  const cells = rows.flat();
  if (cells.length <= 1) return true;
  return cells.some((cell) => {
    const nested = find(cell, 'table').filter((inner) => rowsOf(inner).flat().length > 1);
    return nested.length > 0 || textOf(cell).length > longestCell;
  });
}

/** A table's cells with their spans, and how much of its text stands in links. */
export function tableGrid(table: Element, mostCells: number): { grid: Grid; linkShare: number } {
  const rows = rowsOf(table).map((row) => row.map(cellOf));
  const grid = buildGrid(rows, mostCells);
  const length = grid.cells.reduce((sum, cell) => sum + cell.text.length, 0);
  const linked = find(table, 'a').reduce((sum, link) => sum + textOf(link).length, 0);
  return { grid, linkShare: length ? linked / length : 0 };
}

/** The cells of each row, those of tables inside left out. */
function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  for (const child of elementsOf(table)) {
    if (child.tagName === 'tr' && !isFiller(child, 'height')) rows.push(cellsOf(child));
    else if (/^t(?:head|body|foot)$/.test(child.tagName)) rows.push(...rowsOf(child));
  }
  return rows;
}

function cellsOf(row: Element): Element[] {
  return elementsOf(row).filter((cell) => /^t[dh]$/.test(cell.tagName) && !isFiller(cell, 'width'));
}

/** Word adds cells and a row without size and text where the rows of a table end at different places. */
function isFiller(element: Element, size: 'width' | 'height'): boolean {
  return /^\s*0(?:px|pt|%)?\s*$/.test(attribute(element, size) ?? '') && textOf(element) === '';
}

function cellOf(cell: Element): MarkupCell {
  return {
    text: textOf(cell),
    place: { line: lineOf(firstText(cell) ?? cell) },
    rowSpan: span(cell, 'rowspan'),
    columnSpan: span(cell, 'colspan'),
  };
}

/** As browsers read it: digits in front count, anything else is 1; rowspan 0 reaches to the end. */
function span(cell: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number.parseInt(attribute(cell, name) ?? '1', 10);
  if (value === 0 && name === 'rowspan') return 0;
  return Number.isNaN(value) ? 1 : Math.max(1, value);
}

/** What the cell shows; paragraphs and line breaks inside it become line ends. */
export function textOf(cell: Element): string {
  const lines = [''];
  collect(cell, lines);
  return lines
    .map(collapse)
    .filter((line) => line !== '')
    .join('\n');
}

const lineTags = /^(?:p|div|h[1-6]|li|tr|table|blockquote|section|center|pre|dd|dt)$/;

function collect(element: Element, lines: string[]): void {
  for (const child of element.childNodes) {
    if (isText(child)) lines.push((lines.pop() ?? '') + child.value);
    else if (!isElement(child) || isHidden(child)) continue;
    else if (child.tagName === 'br') lines.push('');
    else if (lineTags.test(child.tagName)) {
      lines.push('');
      collect(child, lines);
      lines.push('');
    } else collect(child, lines);
  }
}

function firstText(element: Element): Node | undefined {
  for (const child of element.childNodes) {
    if (isText(child) && /\S/.test(child.value)) return child;
    const inside = isElement(child) && !isHidden(child) ? firstText(child) : undefined;
    if (inside) return inside;
  }
  return undefined;
}

function find(element: Element, tagName: string): Element[] {
  return elementsOf(element).flatMap((child) => [
    ...(child.tagName === tagName ? [child] : []),
    ...find(child, tagName),
  ]);
}

function elementsOf(element: Element): Element[] {
  return element.childNodes.filter(isElement).filter((child) => !isHidden(child));
}

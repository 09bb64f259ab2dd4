import { type Line, plainLine } from './damage.ts';
import type { Sheet } from './sheet.ts';

/** The rows of a sheet as lines of cells: a cell that spans is printed once, the places it covers are empty. */
export function sheetLines(sheet: Sheet): Line[] {
  const lines: Line[] = Array.from({ length: sheet.rows }, (_, row) => ({
    cells: Array.from({ length: sheet.columns }, () => ''),
    kind: row < sheet.headerRows ? 'header' : 'body',
    first: sheet.columns,
    ids: [],
  }));
  for (const cell of [...sheet.cells].sort((a, b) => a.column - b.column)) {
    const line = lines[cell.row];
    if (!line) continue;
    line.cells[cell.column] = cell.text;
    if (cell.kind === 'header') line.kind = 'header';
    if (!cell.id) continue;
    line.first = Math.min(line.first, cell.column);
    line.ids.push(cell.id);
  }
  return lines;
}

/** A label in every place that its cell covers, as converters without spans repeat it. */
export function repeatedLines(sheet: Sheet): Line[] {
  const lines = sheetLines(sheet);
  for (const cell of sheet.cells) {
    if (cell.kind === 'value') continue;
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++) {
      for (let c = cell.column; c < cell.column + cell.columnSpan; c++) {
        const line = lines[r];
        if (line) line.cells[c] = cell.text;
      }
    }
  }
  return lines;
}

export function tabbed(line: Line): string {
  return line.cells.join('\t');
}

/** Single spaces between a label and its figures. */
export function spaced(line: Line): string {
  return line.cells.filter(Boolean).join(' ');
}

/** Columns drawn with spaces, a Han character taking two places. */
export function aligned(lines: readonly Line[]): string[] {
  const widths: number[] = [];
  for (const line of lines) {
    if (line.kind === 'plain') continue;
    for (const [i, cell] of line.cells.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell) + 3);
  }
  return lines.map((line) =>
    line.kind === 'plain'
      ? line.cells.join('')
      : line.cells
          .map((cell, i) => cell + ' '.repeat(Math.max(1, (widths[i] ?? 0) - width(cell))))
          .join('')
          .trimEnd(),
  );
}

function width(text: string): number {
  return [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
}

/** One cell on each line, empty ones gone. */
export function stacked(line: Line): string[] {
  return line.cells.filter(Boolean);
}

export function commas(line: Line): string {
  return line.cells.map((cell) => (/[,"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
}

export function pageBreak(number: number, style: number): Line[] {
  const marks = [`- ${number} -`, `${number}`, `— ${number} —`, `第 ${number} 页`];
  return [plainLine(''), plainLine(marks[style % marks.length] ?? ''), plainLine('')];
}

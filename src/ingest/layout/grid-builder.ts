import type { Cell, Grid, Place } from '../../model/document.ts';
import { IngestError } from '../errors.ts';

/** A cell as markup writes it: in the order of its row, with the spans that it asks for. */
export interface MarkupCell {
  text: string;
  place: Place;
  rowSpan: number;
  columnSpan: number;
}

/** Spans beyond these are slips of the program that wrote them; HTML sets the same bound for columns. */
const mostColumns = 1000;

/**
 * Gives every cell its row and column, as browsers do: a cell stands in the first column of its row that no cell
 * from above covers.
 * @throws {IngestError} `too-complex` when rows × columns is beyond `mostCells`
 */
export function buildGrid(rows: readonly (readonly MarkupCell[])[], mostCells: number): Grid {
  const cells: Cell[] = [];
  // For each column, the first row that is free again.
  const freeFrom: number[] = [];
  rows.forEach((row, rowNumber) => {
    let column = 0;
    for (const cell of row) {
      while ((freeFrom[column] ?? 0) > rowNumber) column++;
      const wanted = Math.min(Math.max(1, cell.columnSpan), mostColumns);
      const columnSpan = freeRun(freeFrom, column, wanted, rowNumber);
      const rowSpan = Math.min(
        cell.rowSpan < 1 ? Number.POSITIVE_INFINITY : cell.rowSpan,
        rows.length - rowNumber,
      );
      cells.push({ text: cell.text, row: rowNumber, column, rowSpan, columnSpan, place: cell.place });
      for (let i = 0; i < columnSpan; i++) freeFrom[column + i] = rowNumber + rowSpan;
      column += columnSpan;
      if (freeFrom.length * rows.length > mostCells) throw new IngestError('too-complex', '表格过大');
    }
  });
  return { rows: rows.length, columns: freeFrom.length, cells, exact: true };
}

/** How many of the wanted columns are free: a span never runs into a cell that comes down from above. */
function freeRun(freeFrom: number[], column: number, wanted: number, row: number): number {
  let run = 1;
  while (run < wanted && (freeFrom[column + run] ?? 0) <= row) run++;
  return run;
}

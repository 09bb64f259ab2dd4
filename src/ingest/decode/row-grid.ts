import type { Cell, Grid } from '../../model/document.ts';

/** The cells of one line, in order. */
export interface Row {
  cells: string[];
  /** Counts from 1. */
  line: number;
}

/** Rows as lists of cells: `column` is the order in the row, and every cell that is printed is kept, blanks too. */
export function rowsToGrid(rows: readonly Row[]): Grid {
  const cells: Cell[] = rows.flatMap((row, r) =>
    row.cells.map((text, column) => ({
      text,
      row: r,
      column,
      rowSpan: 1,
      columnSpan: 1,
      place: { line: row.line },
    })),
  );
  return {
    rows: rows.length,
    columns: Math.max(0, ...rows.map((row) => row.cells.length)),
    cells,
    exact: false,
  };
}

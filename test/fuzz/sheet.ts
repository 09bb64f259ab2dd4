/** A table as it is drawn: cells that span rows and columns, each of the values with the reading it prints. */
export interface SheetCell {
  text: string;
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  /** The reading whose figure this cell prints. */
  id?: string;
  kind: 'header' | 'label' | 'value';
}

export interface Sheet {
  table: 'disclosure' | 'applications' | 'reviews';
  rows: number;
  columns: number;
  /** The first rows that are header and are repeated behind a page break. */
  headerRows: number;
  cells: SheetCell[];
}

/** Puts cells one behind the other into the next free column of a row, as HTML does. */
export class SheetBuilder {
  readonly #cells: SheetCell[] = [];
  readonly #taken = new Set<string>();
  #row = -1;
  #columns = 0;

  row(): this {
    this.#row++;
    return this;
  }

  cell(kind: SheetCell['kind'], text: string, columnSpan = 1, rowSpan = 1, id?: string): this {
    const row = this.#row;
    let column = 0;
    while (this.#taken.has(`${row}:${column}`)) column++;
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) this.#taken.add(`${r}:${c}`);
    }
    this.#columns = Math.max(this.#columns, column + columnSpan);
    this.#cells.push({ text, row, column, rowSpan, columnSpan, kind, ...(id ? { id } : {}) });
    return this;
  }

  build(table: Sheet['table'], headerRows: number): Sheet {
    return { table, rows: this.#row + 1, columns: this.#columns, headerRows, cells: this.#cells };
  }
}

/** Only rows `from` … `to` (exclusive), counted anew; cells that reach over the cut are cut. */
export function sliceSheet(sheet: Sheet, from: number, to: number): Sheet {
  const cells = sheet.cells.flatMap((cell) => {
    const top = Math.max(cell.row, from);
    const bottom = Math.min(cell.row + cell.rowSpan, to);
    if (top >= bottom) return [];
    const text = top === cell.row ? cell.text : '';
    return [{ ...cell, text, row: top - from, rowSpan: bottom - top }];
  });
  return { ...sheet, rows: to - from, cells, headerRows: Math.max(0, sheet.headerRows - from) };
}

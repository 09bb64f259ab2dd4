import type { DrawStyle } from './draw-style.ts';
import type { MeantCell, MeantTable } from './official-tables.ts';
import { type Pen, wrap } from './pen.ts';

interface Plan {
  table: MeantTable;
  xs: number[];
  heights: number[];
  lines: (cell: MeantCell) => string[];
}

interface CellBox {
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

/** Draws a table from where the pen stands, over as many pages as it takes. */
export class TableDrawing {
  private readonly style: DrawStyle;
  /** Lines of a cell cut by a page break that come on the next page. */
  private readonly waiting = new Map<MeantCell, string[]>();

  constructor(private readonly pen: Pen) {
    this.style = pen.style;
  }

  draw(table: MeantTable): void {
    const { fontSize = 9, padding = 5, margin = 4 } = this.style;
    const total = table.widths.reduce((a, b) => a + b, 0);
    const xs = [this.pen.left];
    for (const width of table.widths)
      xs.push((xs.at(-1) ?? 0) + (width / total) * (this.pen.width - 2 * this.pen.left));
    const lines = (cell: MeantCell) =>
      wrap(
        cell.text,
        (xs[cell.column + cell.columnSpan] ?? 0) - (xs[cell.column] ?? 0) - 2 * margin,
        fontSize,
      );
    const heights = Array.from({ length: table.rows }, (_, row) => {
      const own = table.cells.filter((c) => c.row === row && c.rowSpan === 1);
      return Math.max(1, ...own.map((c) => lines(c).length)) * fontSize * 1.3 + 2 * padding;
    });
    this.drawRows({ table, xs, heights, lines });
    this.pen.y += 20;
  }

  /** Page by page: as many rows as fit, then the next page. */
  private drawRows(plan: Plan): void {
    let from = 0;
    while (from < plan.table.rows) {
      const { to, torn } = this.rowsThatFit(plan, from);
      if (to > from || torn) this.drawSheet(plan, from, to, torn);
      from = to;
      if (from < plan.table.rows) {
        this.pen.newPage();
        if (this.style.repeatHeader && from > headerRows(plan.table)) this.drawHeaderAgain(plan);
      }
    }
  }

  private drawHeaderAgain(plan: Plan): void {
    const rows = headerRows(plan.table);
    for (const cell of plan.table.cells) if (cell.row < rows) this.waiting.delete(cell);
    this.drawSheet(plan, 0, rows, false);
  }

  private rowsThatFit(plan: Plan, from: number): { to: number; torn: boolean } {
    const end = this.pen.end();
    let y = this.pen.y;
    let to = from;
    while (to < plan.table.rows && y + (plan.heights[to] ?? 0) <= end) {
      if (to === this.style.tearRow && to > from) return { to, torn: true };
      y += plan.heights[to++] ?? 0;
    }
    return { to, torn: false };
  }

  /** Rows `from` … `to` (exclusive); a merged cell that began on an earlier page is an empty box here. */
  private drawSheet(plan: Plan, from: number, to: number, torn: boolean): void {
    const { table, xs, heights } = plan;
    const ys = [this.pen.y];
    for (let row = from; row < to; row++) ys.push((ys.at(-1) ?? 0) + (heights[row] ?? 0));
    if (torn) ys.push((ys.at(-1) ?? 0) + this.lineHeight() + 2 * (this.style.padding ?? 5));
    const last = torn ? to + 1 : to;
    for (const cell of table.cells) {
      const start = Math.max(cell.row, from);
      const end = Math.min(cell.row + cell.rowSpan, last);
      if (start >= end) continue;
      const box = {
        x0: xs[cell.column] ?? 0,
        x1: xs[cell.column + cell.columnSpan] ?? 0,
        y0: ys[start - from] ?? 0,
        y1: ys[end - from] ?? 0,
      };
      this.frame(box, end === last);
      if (torn && cell.row === to && isFigure(cell.text)) continue;
      const all = this.waiting.get(cell) ?? (cell.row < from ? [] : plan.lines(cell));
      const fitting =
        torn && cell.row === to && cell.rowSpan === 1
          ? 1
          : Math.floor((box.y1 - box.y0) / this.lineHeight() + 0.01);
      this.waiting.set(cell, all.slice(fitting));
      this.fill(box, all.slice(0, fitting));
    }
    this.stray(plan, from, to, ys);
    this.pen.y = ys.at(-1) ?? this.pen.y;
  }

  private lineHeight(): number {
    return (this.style.fontSize ?? 9) * 1.3;
  }

  private fill(box: CellBox, lines: readonly string[]): void {
    const { fontSize = 9, margin = 4, align = 'center' } = this.style;
    let y = (box.y0 + box.y1) / 2 - (lines.length * this.lineHeight()) / 2;
    for (const line of lines) {
      const width = this.pen.widthOf(line, fontSize);
      const free = box.x1 - box.x0 - width;
      const x =
        align === 'left' ? box.x0 + margin : align === 'right' ? box.x1 - margin - width : box.x0 + free / 2;
      this.pen.write(line, x, y, fontSize);
      y += this.lineHeight();
    }
  }

  private frame({ x0, x1, y0, y1 }: CellBox, last: boolean): void {
    const { border = 'lines', noBottom, noSides } = this.style;
    if (border === 'none') return;
    if (border === 'boxes') {
      this.pen.doc
        .lineWidth(this.style.lineWidth ?? 0.5)
        .rect(x0, y0, x1 - x0, y1 - y0)
        .stroke('black');
      return;
    }
    this.rule(x0, y0, x1, y0);
    if (!(last && noBottom)) this.rule(x0, y1, x1, y1);
    if (border === 'horizontal') return;
    const edge = (x: number) =>
      noSides && (x <= this.pen.left + 1 || x >= this.pen.width - this.pen.left - 1);
    if (!edge(x0)) this.rule(x0, y0, x0, y1);
    if (!edge(x1)) this.rule(x1, y0, x1, y1);
  }

  /** One side of a cell. */
  private rule(x0: number, y0: number, x1: number, y1: number): void {
    const { gap = 0, overshoot = 0, double = 0, lineWidth = 0.5 } = this.style;
    const level = y0 === y1;
    const long = level ? x1 - x0 : y1 - y0;
    const pieces = gap
      ? [
          [-overshoot, long / 2 - gap / 2],
          [long / 2 + gap / 2, long + overshoot],
        ]
      : [[-overshoot, long + overshoot]];
    for (const shift of double ? [-double / 2, double / 2] : [0]) {
      for (const [from = 0, to = 0] of pieces) {
        if (this.style.border === 'rects') {
          if (level)
            this.pen.doc.rect(x0 + from, y0 + shift - lineWidth / 2, to - from, lineWidth).fill('black');
          else this.pen.doc.rect(x0 + shift - lineWidth / 2, y0 + from, lineWidth, to - from).fill('black');
        } else {
          this.pen.doc.lineWidth(lineWidth);
          if (level)
            this.pen.doc
              .moveTo(x0 + from, y0 + shift)
              .lineTo(x0 + to, y0 + shift)
              .stroke('black');
          else
            this.pen.doc
              .moveTo(x0 + shift, y0 + from)
              .lineTo(x0 + shift, y0 + to)
              .stroke('black');
        }
      }
    }
  }

  private stray(plan: Plan, from: number, to: number, ys: readonly number[]): void {
    const { strayRow } = this.style;
    if (strayRow === undefined || strayRow <= from || strayRow >= to) return;
    const y = ys[strayRow - from] ?? 0;
    this.rule(plan.xs[0] ?? 0, y, plan.xs[2] ?? 0, y);
  }
}

function headerRows(table: MeantTable): number {
  return Math.min(...table.cells.filter((c) => isFigure(c.text)).map((c) => c.row));
}

function isFigure(text: string): boolean {
  return /^[\d.\-/—]*$/.test(text);
}

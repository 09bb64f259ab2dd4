import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { packageRoot } from '../../src/package-root.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Sheet, SheetCell } from './sheet.ts';

const fontFile = join(
  packageRoot,
  'node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
);
let font: Buffer | undefined;

export interface PdfStyle {
  /** Points. */
  size: number;
  /** Behind a page break the table begins with its header again. */
  repeatHeader: boolean;
  /** Which lines of the tables are drawn. */
  lines: 'all' | 'open at page ends' | 'horizontal' | 'none';
}

const margin = 56;
const bottom = 842 - margin;
const left = margin;
const right = 595 - margin;

/** The report as a PDF: ruled tables, wrapped labels, tables that break over pages, page numbers. */
export function renderPdf(report: GeneratedReport, style: PdfStyle): Promise<Uint8Array> {
  font ??= readFileSync(fontFile);
  const pdf = new PDFDocument({ size: 'A4', margin, bufferPages: true });
  const chunks: Buffer[] = [];
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<Uint8Array>((resolve) => pdf.on('end', () => resolve(Buffer.concat(chunks))));
  pdf.registerFont('text', font);
  pdf.font('text');
  const { disclosure, applications, reviews } = report.sheets;
  for (const line of report.titleLines) pdf.fontSize(16).text(line, { align: 'center' });
  paragraphs(pdf, [...report.introduction, report.headings[0], ...report.general, report.headings[1]]);
  for (const sheet of disclosure) drawSheet(pdf, sheet, style);
  paragraphs(pdf, [report.headings[2]]);
  for (const sheet of applications) drawSheet(pdf, sheet, style);
  paragraphs(pdf, [report.headings[3]]);
  for (const sheet of reviews) drawSheet(pdf, sheet, style);
  paragraphs(pdf, [
    report.headings[4],
    ...report.problems,
    report.headings[5],
    ...report.other,
    ...report.signature,
  ]);
  numberPages(pdf);
  pdf.end();
  return done;
}

type Pdf = InstanceType<typeof PDFDocument>;

function paragraphs(pdf: Pdf, texts: readonly string[]): void {
  pdf.fontSize(12);
  for (const text of texts) pdf.text(text, left, pdf.y + 4, { width: right - left, indent: 24 });
  pdf.y += 8;
}

/** Rows are drawn one by one, so that a page break may fall between any two; spans are cut there. */
function drawSheet(pdf: Pdf, sheet: Sheet, style: PdfStyle): void {
  const x = columnEdges(sheet);
  pdf.fontSize(style.size);
  const heights = rowHeights(pdf, sheet, x);
  let from = 0;
  let y = pdf.y;
  const height = (a: number, b: number) => heights.slice(a, b).reduce((sum, h) => sum + h, 0);
  while (from < sheet.rows) {
    let to = from;
    while (to < sheet.rows && y + height(from, to + 1) < bottom) to++;
    if (to === from) {
      pdf.addPage();
      y = margin;
      if (style.repeatHeader && from > sheet.headerRows && sheet.headerRows) {
        drawRows(pdf, sheet, { from: 0, to: sheet.headerRows, x, heights, top: y, style });
        y += height(0, sheet.headerRows);
      }
      continue;
    }
    drawRows(pdf, sheet, { from, to, x, heights, top: y, style });
    y += height(from, to);
    from = to;
  }
  pdf.x = left;
  pdf.y = y + 8;
}

function columnEdges(sheet: Sheet): number[] {
  const labels = sheet.columns === 10 ? [22, 58, 110] : [];
  const rest = (right - left - labels.reduce((a, b) => a + b, 0)) / (sheet.columns - labels.length);
  const edges = [left];
  for (let c = 0; c < sheet.columns; c++) edges.push((edges.at(-1) ?? left) + (labels[c] ?? rest));
  return edges;
}

const padding = 3;

function rowHeights(pdf: Pdf, sheet: Sheet, x: readonly number[]): number[] {
  return Array.from({ length: sheet.rows }, (_, row) => {
    const cells = sheet.cells.filter((cell) => cell.row === row && cell.rowSpan === 1);
    return Math.max(
      16,
      ...cells.map((cell) => pdf.heightOfString(cell.text || ' ', { width: widthOf(cell, x) }) + 2 * padding),
    );
  });
}

function widthOf(cell: SheetCell, x: readonly number[]): number {
  return (x[cell.column + cell.columnSpan] ?? 0) - (x[cell.column] ?? 0) - 2 * padding;
}

interface Stretch {
  from: number;
  to: number;
  x: readonly number[];
  heights: readonly number[];
  top: number;
  style: PdfStyle;
}

function drawRows(pdf: Pdf, sheet: Sheet, { from, to, x, heights, top, style }: Stretch): void {
  const yOf = (row: number) => top + heights.slice(from, row).reduce((sum, h) => sum + h, 0);
  for (const cell of sheet.cells) {
    const first = Math.max(cell.row, from);
    const last = Math.min(cell.row + cell.rowSpan, to);
    if (first >= last) continue;
    const [x0, y0, y1] = [x[cell.column] ?? 0, yOf(first), yOf(last)];
    const width = widthOf(cell, x);
    const open = style.lines === 'open at page ends' && last === to && to < sheet.rows;
    drawLines(pdf, { x0, x1: x0 + width + 2 * padding, y0, y1 }, style.lines, open);
    if (cell.row < from || !cell.text) continue;
    const height = pdf.heightOfString(cell.text, { width });
    const y = Math.max(y0 + padding, (y0 + y1 - height) / 2);
    pdf.text(cell.text, x0 + padding, y, {
      width,
      height: Math.max(height, y1 - y),
      align: cell.kind === 'label' ? 'left' : 'center',
    });
  }
}

function drawLines(
  pdf: Pdf,
  { x0, x1, y0, y1 }: Record<'x0' | 'x1' | 'y0' | 'y1', number>,
  lines: PdfStyle['lines'],
  open: boolean,
): void {
  if (lines === 'none') return;
  const line = (xa: number, ya: number, xb: number, yb: number) => pdf.moveTo(xa, ya).lineTo(xb, yb).stroke();
  line(x0, y0, x1, y0);
  if (!open) line(x0, y1, x1, y1);
  if (lines === 'horizontal') return;
  line(x0, y0, x0, y1);
  line(x1, y0, x1, y1);
}

function numberPages(pdf: Pdf): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let i = start; i < start + count; i++) {
    pdf.switchToPage(i);
    pdf.page.margins.bottom = 0;
    pdf
      .fontSize(10)
      .text(`- ${i + 1} -`, left, 842 - 40, { width: right - left, align: 'center', lineBreak: false });
  }
}

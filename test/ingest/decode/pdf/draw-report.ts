import type { DrawStyle } from './draw-style.ts';
import { TableDrawing } from './draw-table.ts';
import type { MeantTable } from './official-tables.ts';
import { Pen } from './pen.ts';

export interface DrawnReport {
  before: string[];
  tables: { heading: string; table: MeantTable }[];
  after: string[];
}

/** The report as a PDF. */
export async function drawReport(report: DrawnReport, style: DrawStyle = {}): Promise<Uint8Array> {
  const pen = new Pen(style);
  for (const text of report.before) pen.paragraph(text);
  for (const { heading, table } of report.tables) {
    pen.paragraph(heading);
    new TableDrawing(pen).draw(table);
  }
  for (const text of report.after) pen.paragraph(text);
  return pen.finish();
}

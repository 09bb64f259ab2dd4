import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { cutSheet } from './cut-sheets.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';

/** The report as a Word file with merged cells; `cut` breaks table 三 into two tables. */
export async function renderDocx(report: GeneratedReport, random: Random, cut: boolean): Promise<Uint8Array> {
  const { disclosure, applications, reviews } = report.sheets;
  const paragraphs = (texts: readonly string[]) => texts.map((text) => new Paragraph(text));
  const tables = (sheets: readonly Sheet[]) =>
    sheets
      .flatMap((sheet) => (cut ? cutSheet(sheet, random) : [sheet]))
      .flatMap((sheet) => [table(sheet), new Paragraph('')]);
  const children = [
    ...paragraphs([
      ...report.titleLines,
      ...report.introduction,
      report.headings[0],
      ...report.general,
      report.headings[1],
    ]),
    ...tables(disclosure),
    ...paragraphs([report.headings[2]]),
    ...tables(applications),
    ...paragraphs([report.headings[3]]),
    ...tables(reviews),
    ...paragraphs([
      report.headings[4],
      ...report.problems,
      report.headings[5],
      ...report.other,
      ...report.signature,
    ]),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

function table(sheet: Sheet): Table {
  const rows = Array.from({ length: sheet.rows }, (_, row) => {
    const cells = sheet.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
    return new TableRow({
      children: cells.map(
        (cell) =>
          new TableCell({
            children: [new Paragraph(cell.text)],
            rowSpan: cell.rowSpan,
            columnSpan: cell.columnSpan,
          }),
      ),
    });
  });
  return new Table({ rows });
}

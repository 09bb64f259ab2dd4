import type { Line, LineDamage } from './damage.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';
import { aligned, commas, repeatedLines, sheetLines, spaced, stacked, tabbed } from './text-lines.ts';

export type TextLayout = 'tabs' | 'trimmed' | 'spaces' | 'aligned' | 'stacked' | 'commas' | 'repeated';

/** The report as plain text, its tables laid out in one of the ways in which tables become text. */
export function renderText(
  report: GeneratedReport,
  random: Random,
  layout: TextLayout,
  damages: readonly LineDamage[],
): string {
  const table = (sheets: readonly Sheet[]) =>
    sheets.flatMap((sheet) => {
      const lines = layout === 'repeated' ? repeatedLines(sheet) : sheetLines(sheet);
      return layLines(
        damages.reduce((all, damage) => damage.apply(all, random, report), lines),
        layout,
      );
    });
  return assemble(report, table);
}

function layLines(lines: Line[], layout: TextLayout): string[] {
  if (layout === 'aligned') return aligned(lines);
  return lines.flatMap((line) => {
    if (line.kind === 'plain' && line.cells.length === 1) return line.cells;
    if (layout === 'spaces') return [spaced(line)];
    if (layout === 'stacked') return stacked(line);
    if (layout === 'commas') return [commas(line)];
    return [layout === 'trimmed' ? tabbed(line).trimEnd() : tabbed(line)];
  });
}

/** The six parts with the tables in their places. */
export function assemble(report: GeneratedReport, table: (sheets: readonly Sheet[]) => string[]): string {
  const { disclosure, applications, reviews } = report.sheets;
  return [
    ...report.titleLines,
    '',
    ...report.introduction,
    report.headings[0],
    ...report.general,
    report.headings[1],
    ...table(disclosure),
    report.headings[2],
    ...table(applications),
    report.headings[3],
    ...table(reviews),
    report.headings[4],
    ...report.problems,
    report.headings[5],
    ...report.other,
    ...report.signature,
    '',
  ].join('\n');
}

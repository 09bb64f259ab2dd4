import type { LineDamage } from './damage.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';
import { assemble } from './render-text.ts';
import { repeatedLines, sheetLines } from './text-lines.ts';

/** The report with its tables as pipes; `repeated` fills what a span covers with its label. */
export function renderMarkdown(
  report: GeneratedReport,
  random: Random,
  repeated: boolean,
  damages: readonly LineDamage[],
): string {
  return assemble(report, (sheets) =>
    sheets.flatMap((sheet) => {
      const plain = repeated ? repeatedLines(sheet) : sheetLines(sheet);
      const lines = damages.reduce((all, damage) => damage.apply(all, random, report), plain);
      const [first, ...rest] = lines;
      const row = (cells: readonly string[]) =>
        `| ${cells.map((cell) => breakLong(cell, random)).join(' | ')} |`;
      const rule = `|${first?.cells.map(() => '---').join('|')}|`;
      const body = rest.map((line) =>
        line.kind === 'plain' && line.cells.length === 1 ? line.cells.join('') : row(line.cells),
      );
      return ['', row(first?.cells ?? []), rule, ...body, ''];
    }),
  );
}

function breakLong(text: string, random: Random): string {
  const at = Math.floor(text.length / 2);
  return text.length > 10 && !/\d{3}/.test(text) && random.chance(0.3)
    ? `${text.slice(0, at)}<br>${text.slice(at)}`
    : text;
}

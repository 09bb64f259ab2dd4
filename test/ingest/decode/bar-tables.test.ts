import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/ingest/reader.ts';
import { checkReadings } from '../../fuzz/check-report.ts';
import { generateReport } from '../../fuzz/generate-report.ts';
import { Random } from '../../fuzz/random.ts';
import { assemble } from '../../fuzz/render-text.ts';
import type { Sheet } from '../../fuzz/sheet.ts';

/** What a table prints of its own, row by row; places that a span covers are left out. */
function rowsOf(sheet: Sheet): string[][] {
  const rows: string[][] = Array.from({ length: sheet.rows }, () => []);
  const inOrder = [...sheet.cells].sort((a, b) => a.column - b.column);
  for (const cell of inOrder) rows[cell.row]?.push(cell.text);
  return rows;
}

const filledUp = (sheet: Sheet, row: readonly string[]) =>
  row.length < sheet.columns ? ['|'.repeat(sheet.columns - row.length)] : [];

/** Ways in which tables come out of web pages as text. */
const shapes: Record<string, (sheet: Sheet) => string[]> = {
  'a bar behind each cell, rows filled up': (sheet) =>
    rowsOf(sheet).flatMap((row) => [...row.map((cell) => `${cell} |`.trim()), ...filledUp(sheet, row)]),
  'a bar below each cell, rows filled up': (sheet) =>
    rowsOf(sheet).flatMap((row) => [
      ...row.flatMap((cell) => [cell, '|'].filter(Boolean)),
      ...filledUp(sheet, row),
    ]),
  'a bar below each cell': (sheet) =>
    rowsOf(sheet).flatMap((row) => row.flatMap((cell) => [cell, '|'].filter(Boolean))),
  'rows on their lines, filled up': (sheet) =>
    rowsOf(sheet).map((row) => `| ${row.join(' | ')} | ${filledUp(sheet, row).join('')}`),
};

describe.each(Object.entries(shapes))('tables with %s', (_name, shape) => {
  it('are read to the last cell', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const report = generateReport(new Random(seed * 7919));
      const text = assemble(report, (sheets) => sheets.flatMap(shape));
      const [read] = await readFile(new TextEncoder().encode(text), `${report.agency}-${report.year}.txt`);
      if (!read || 'error' in read) throw new Error(`seed ${seed} is refused`);
      const { wrong } = checkReadings(report.cells, read.report.readings, read.report.warnings);
      expect(wrong, `seed ${seed}`).toEqual([]);
    }
  });
});

import { cutSheet } from './cut-sheets.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';
import type { Sheet, SheetCell } from './sheet.ts';

/** A report in the order of its pages; `heading` is 1 for titles of parts, 2 for （一） below them. */
export type StoryItem =
  | { kind: 'title' | 'paragraph'; text: string; heading?: 1 | 2 }
  | { kind: 'table'; sheet: Sheet };

/** @param cut breaks table 三 into two tables, as pages do */
export function storyOf(report: GeneratedReport, random: Random, cut: boolean): StoryItem[] {
  const { disclosure, applications, reviews } = report.sheets;
  const heading = (i: number): StoryItem => ({
    kind: 'paragraph',
    text: report.headings[i] ?? '',
    heading: 1,
  });
  const texts = (list: readonly string[]) =>
    list.map(
      (text): StoryItem => ({
        kind: 'paragraph',
        text,
        ...(/^（[一二三四五]）/.test(text) ? { heading: 2 as const } : {}),
      }),
    );
  const tables = (sheets: readonly Sheet[]) =>
    sheets
      .flatMap((sheet) => (cut ? cutSheet(sheet, random) : [sheet]))
      .flatMap((sheet): StoryItem[] => [
        { kind: 'table', sheet },
        { kind: 'paragraph', text: '' },
      ]);
  return [
    ...report.titleLines.map((text): StoryItem => ({ kind: 'title', text })),
    ...texts(report.introduction),
    heading(0),
    ...texts(report.general),
    heading(1),
    ...tables(disclosure),
    heading(2),
    ...tables(applications),
    heading(3),
    ...tables(reviews),
    heading(4),
    ...texts(report.problems),
    heading(5),
    ...texts([...report.other, ...report.signature]),
  ];
}

/** A cell as Word writes it: a cell that reaches down is written again, empty, in every row that it covers. */
export interface WordCell {
  text: string;
  /** Of the sheet's columns; the end is exclusive. */
  from: number;
  to: number;
  kind: SheetCell['kind'];
  vertical?: 'first' | 'covered';
}

export function wordRows(sheet: Sheet): WordCell[][] {
  const rows: WordCell[][] = Array.from({ length: sheet.rows }, () => []);
  for (const { text, row, rowSpan, column, columnSpan, kind } of sheet.cells) {
    for (let r = row; r < row + rowSpan; r++) {
      const vertical = rowSpan === 1 ? undefined : r === row ? 'first' : 'covered';
      rows[r]?.push({
        text: r === row ? text : '',
        from: column,
        to: column + columnSpan,
        kind,
        ...(vertical ? { vertical } : {}),
      });
    }
  }
  return rows.map((cells) => cells.sort((a, b) => a.from - b.from));
}

/** Where the lines between columns stand, in twentieths of a point: one more than columns, drawn by hand. */
export function columnEdges(columns: number, random: Random): number[] {
  const left = random.pick([0, -108, 98]);
  const edges = [left];
  for (let i = 0; i < columns; i++) edges.push((edges[i] ?? 0) + random.int(420, 1500));
  return edges;
}

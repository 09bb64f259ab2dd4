import { describe, expect, it } from 'vitest';
import { decodePdf } from '../../../src/ingest/decode/pdf.ts';
import { drawReport } from './pdf/draw-report.ts';
import type { DrawStyle } from './pdf/draw-style.ts';
import {
  applicationsTable,
  differences,
  disclosureTable,
  figures,
  type MeantTable,
  reviewsTable,
} from './pdf/official-tables.ts';

const text =
  '2023年，青川县梨溪镇人民政府认真贯彻落实《中华人民共和国政府信息公开条例》，全年受理申请21件，电子邮箱：lixi@example.org。';

/** The report in this style, decoded, and how each of its tables differs from what was drawn. */
async function readBack(seed: number, style: DrawStyle) {
  const next = figures(seed);
  const tables = [disclosureTable(next), applicationsTable(next), reviewsTable(next)];
  const headings = [
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
  ];
  const report = {
    before: ['青川县梨溪镇人民政府2023年政府信息公开工作年度报告', '一、总体情况', text, text],
    tables: tables.map((table, i) => ({ heading: headings[i] ?? '', table })),
    after: ['五、存在的主要问题及改进情况', text, '六、其他需要报告的事项', '无。'],
  };
  const document = await decodePdf(await drawReport(report, style), { pages: 20 });
  const grids = document.blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));
  const best = (table: MeantTable) => {
    const all = grids.map((grid) => differences(table, grid)).sort((a, b) => a.length - b.length);
    return all[0] ?? ['no grid at all'];
  };
  return { document, grids, lost: tables.map(best) };
}

const ruled: [string, DrawStyle][] = [
  ['stroked lines', {}],
  ['thin filled rectangles', { border: 'rects' }],
  ['thick filled rectangles', { border: 'rects', lineWidth: 1.5 }],
  ['an outline for each cell', { border: 'boxes' }],
  ['double lines', { double: 2.5 }],
  ['double lines of rectangles', { border: 'rects', double: 2.5, lineWidth: 0.3 }],
  ['gaps in the lines', { gap: 3 }],
  ['wide gaps in the lines', { gap: 6 }],
  ['lines that stick out', { overshoot: 4 }],
  ['no bottom line on any page', { noBottom: true }],
  ['small print', { fontSize: 6, padding: 1, margin: 1 }],
  ['no space inside the cells', { padding: 0 }],
  ['text on the left', { align: 'left' }],
  ['numbers on the right', { align: 'right' }],
  ['landscape pages', { landscape: true }],
  ['pages turned by 90°', { rotate: 90 }],
  ['pages turned by 180°', { rotate: 180 }],
  ['landscape pages turned by 270°', { rotate: 270, landscape: true }],
  ['bold by printing twice', { fakeBold: 0.4 }],
  ['a header repeated on each page', { repeatHeader: true }],
  ['page numbers under the tables', { pageNumber: (page) => `— ${page} —`, bottom: 45 }],
  ['plain page numbers', { pageNumber: String, bottom: 60 }],
];

describe('tables drawn with lines', () => {
  it.each(ruled)('reads every cell and span with %s', async (_name, style) => {
    const { lost, grids } = await readBack(style.fontSize ?? 17, style);
    expect(lost).toEqual([[], [], []]);
    expect(grids.every((grid) => grid.exact)).toBe(true);
  });

  it.each([3, 6, 7, 10, 13, 16, 19, 22])('joins row %i cut in two by a page break', async (tearRow) => {
    const { lost } = await readBack(tearRow, { tearRow });
    expect(lost.flat().filter((line) => !/信息内容|第二十条|结果|审结|总计/.test(line))).toEqual([]);
  });

  it('loses no figure to a stray line through the label cells', async () => {
    const { lost } = await readBack(9, { strayRow: 9 });
    expect(lost.flat().filter((line) => /\d+$/.test(line))).toEqual([]);
  });

  it('keeps the page of every cell', async () => {
    const { document, grids } = await readBack(4, {});
    const pages = new Set(grids.flatMap((grid) => grid.cells.map((cell) => cell.place.page)));
    expect(pages.size).toBeGreaterThan(1);
    expect(document.blocks.every((block) => (block.place.page ?? 0) > 0)).toBe(true);
  });
});

describe('tables drawn without columns', () => {
  const open: [string, DrawStyle][] = [
    ['horizontal lines only', { border: 'horizontal' }],
    ['horizontal lines only, closely set', { border: 'horizontal', padding: 1 }],
    ['no lines', { border: 'none' }],
    ['no lines, closely set', { border: 'none', padding: 1 }],
    ['no lines, text on the left', { border: 'none', align: 'left' }],
  ];

  it.each(open)('finds every row of figures in its columns with %s', async (_name, style) => {
    const next = figures(5);
    const [first, second, third] = [disclosureTable(next), applicationsTable(next), reviewsTable(next)];
    const { grids } = await readBack(5, style);
    const rows = grids.flatMap((grid) => figureRows(grid));
    for (const row of figureRows(second)) expect(rows).toContainEqual(row);
    for (const row of figureRows(third)) expect(rows).toContainEqual(row);
    expect(rows).toContainEqual(figureRows(first)[1]);
  });
});

/** Figures of each row, from left to right. */
function figureRows(grid: Pick<MeantTable, 'rows' | 'cells'>): string[][] {
  return Array.from({ length: grid.rows }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row && /^\d+$/.test(cell.text))
      .sort((a, b) => a.column - b.column)
      .map((cell) => cell.text),
  ).filter((row) => row.length > 0);
}

describe('the text between', () => {
  it('gives a block for each line, without page numbers, in reading order', async () => {
    const { document } = await readBack(6, { pageNumber: (page) => `- ${page} -`, bottom: 60 });
    const lines = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(lines.join('')).toContain(`一、总体情况${text}${text}二、主动公开政府信息情况`);
    expect(lines.filter((line) => /^-\d-$/.test(line))).toEqual([]);
  });

  it('puts no blanks into text that is spaced out', async () => {
    const { document } = await readBack(7, { spacing: 1.2 });
    const lines = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
    expect(lines.join('')).toContain(text);
  });
});

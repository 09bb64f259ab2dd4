import { describe, expect, it } from 'vitest';
import { decodePdf } from '../../../../src/ingest/decode/pdf.ts';
import type { Grid, SourceDocument } from '../../../../src/model/document.ts';
import { type RawPdf, rawPdf, show, stream, ucs2 } from './raw-pdf.ts';

const sentence = '梨溪镇人民政府按照条例的要求编制本报告，所列数据的统计期限自一月一日起。';
const text = show(sentence, 60, 780);

async function decode(pdf: RawPdf): Promise<SourceDocument> {
  return decodePdf(rawPdf(pdf), { pages: 10 });
}

function lines(document: SourceDocument): string[] {
  return document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

function grids(document: SourceDocument): Grid[] {
  return document.blocks.flatMap((block) => (block.kind === 'grid' ? [block.grid] : []));
}

function texts(grid: Grid | undefined): string[] {
  return (grid?.cells ?? []).map((cell) => cell.text);
}

/** Strokes of a table of `columns` × `rows` cells, 100 × 20 points each. */
function ruling(x: number, y: number, columns: number, rows: number): string {
  let path = '';
  for (let i = 0; i <= columns; i++) path += `${x + 100 * i} ${y} m ${x + 100 * i} ${y + 20 * rows} l S\n`;
  for (let i = 0; i <= rows; i++) path += `${x} ${y + 20 * i} m ${x + 100 * columns} ${y + 20 * i} l S\n`;
  return path;
}

const figures = show('甲', 110, 625) + show('1', 210, 625) + show('乙', 110, 605) + show('23', 210, 605);

describe('what a PDF draws', () => {
  it('reads fonts that are not embedded through the predefined character maps', async () => {
    expect(lines(await decode({ pages: [text] }))).toEqual([sentence]);
  });

  it('finds tables inside form objects that are scaled and shifted', async () => {
    const form = stream(
      '/Type /XObject /Subtype /Form /BBox [0 0 900 900] /Matrix [0.5 0 0 0.5 20 20] /Resources << /Font << /F1 100 0 R >> >>',
      ruling(100, 600, 2, 2) + figures,
    );
    const document = await decode({
      pages: [`${text}q 1 0 0 1 0 90 cm /Fm Do Q`],
      resources: '/Font << /F1 100 0 R >> /XObject << /Fm 200 0 R >>',
      objects: { 200: form },
    });
    expect(texts(grids(document)[0])).toEqual(['甲', '1', '乙', '23']);
  });

  it('counts neither clipped nor white lines nor white areas', async () => {
    const unseen = `q 0 0 50 50 re W n ${ruling(100, 600, 2, 2)} Q 1 1 1 RG ${ruling(100, 600, 2, 2)} 1 1 1 rg 100 620 200 1 re f 0 g `;
    const document = await decode({ pages: [text + unseen + show('甲', 110, 625) + show('乙', 210, 625)] });
    expect(grids(document)).toEqual([]);
  });

  it('reads a page whose content is turned by its matrix', async () => {
    const document = await decode({
      pages: [
        `q 0 1 -1 0 595 0 cm ${show(sentence, 60, 500)}${ruling(100, 300, 2, 1)}${show('甲', 110, 305)}${show('7', 210, 305)} Q`,
      ],
    });
    expect(lines(document)).toEqual([sentence]);
    expect(texts(grids(document)[0])).toEqual(['甲', '7']);
  });

  it('reads labels one character under another and labels turned on their side', async () => {
    const frame = '100 500 30 100 re S 130 500 100 100 re S 130 550 m 230 550 l S ';
    const stacked = [...'三、本年度'].map((c, i) => show(c, 108, 580 - 14 * i)).join('');
    const turned = `BT /F1 12 Tf 0 1 -1 0 120 510 Tm ${ucs2('本年度办理')} Tj ET `;
    const numbers = show('7', 140, 560) + show('8', 140, 520);
    expect(texts(grids(await decode({ pages: [text + frame + stacked + numbers] }))[0])).toEqual([
      '三、本年度',
      '7',
      '8',
    ]);
    expect(texts(grids(await decode({ pages: [text + frame + turned + numbers] }))[0])).toEqual([
      '本年度办理',
      '7',
      '8',
    ]);
  });

  it('prints once what is drawn twice for bold, and keeps real doubles', async () => {
    const bold = [0, 0.4]
      .map((shift) => show('人民', 60 + shift, 700) + show('88', 60 + shift, 680))
      .join('');
    expect(lines(await decode({ pages: [text + bold] }))).toEqual([sentence, '人民', '88']);
  });

  it('leaves slanted watermarks out', async () => {
    const mark = `BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm ${ucs2('内部资料')} Tj ET `;
    expect(lines(await decode({ pages: [text + mark] }))).toEqual([sentence]);
  });

  it('keeps a number whole that is wider than its cell', async () => {
    const narrow = '100 600 20 20 re S 120 600 20 20 re S 140 600 40 20 re S ';
    const document = await decode({
      pages: [text + narrow + show('甲', 104, 605, 9) + show('4119', 121, 605, 6) + show('0', 165, 605, 9)],
    });
    expect(texts(grids(document)[0])).toEqual(['甲', '4119', '0']);
  });

  it('does not take what stands beside the page for blank', async () => {
    const frame = '400 600 100 60 re S 500 600 195 60 re S 400 620 m 695 620 l S 400 640 m 695 640 l S ';
    const cells = [
      show('甲', 410, 645) + show('12345', 560, 645, 20),
      show('1', 410, 625) + show('672', 620, 625),
      show('0', 410, 605),
    ].join('');
    const grid = grids(await decode({ pages: [text + frame + cells] }))[0];
    expect(texts(grid)).toEqual(['甲', '12…', '1', '…672…', '0', '…']);
    const outside = show('2022', 700, 700) + show('说明', 620, 680);
    expect(lines(await decode({ pages: [text + outside] }))).toEqual([sentence, '…2022…']);
    const far = show('2022', 60, 900) + show('2022', 1200, 700);
    expect(lines(await decode({ pages: [text + far] }))).toEqual([sentence]);
  });

  it('uses a hidden text layer and says so', async () => {
    const document = await decode({ pages: [show(sentence, 60, 780, 12, '3 Tr')] });
    expect(lines(document)).toEqual([sentence]);
    expect(document.warnings.map((warning) => warning.code)).toEqual(['ocr-text-layer']);
  });

  it('does not print a hidden text beside the visible one', async () => {
    expect(lines(await decode({ pages: [text + show('草稿', 60, 600, 12, '3 Tr')] }))).toEqual([sentence]);
  });

  it('keeps wide headers over the narrow figures of an open table', async () => {
    const xs = [200, 290, 380];
    const row = (y: number, label: string, cells: string[]) =>
      show(label, 60, y) + cells.map((cell, i) => show(cell, xs[i] ?? 0, y)).join('');
    const header = row(700, '信息内容', ['本年制发件数', '本年废止件数', '现行有效件数']);
    const page =
      text + header + row(670, '规章', ['1', '2', '625']) + row(640, '规范性文件', ['20', '3', '4']);
    const grid = grids(await decode({ pages: [page] }))[0];
    const inColumn = (column: number) => grid?.cells.filter((c) => c.column === column).map((c) => c.text);
    expect(grid?.exact).toBe(true);
    expect(inColumn(1)).toEqual(['本年制发件数', '1', '20']);
    expect(inColumn(2)).toEqual(['本年废止件数', '2', '3']);
    expect(inColumn(3)).toEqual(['现行有效件数', '625', '4']);
  });
});

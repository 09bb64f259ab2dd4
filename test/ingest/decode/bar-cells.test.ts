import { describe, expect, it } from 'vitest';
import { linesToBlocks } from '../../../src/ingest/decode/text.ts';
import type { Block } from '../../../src/model/document.ts';

function gridRows(block: Block | undefined): string[][] {
  if (block?.kind !== 'grid') throw new Error('no grid');
  const rows: string[][] = Array.from({ length: block.grid.rows }, () => []);
  for (const cell of block.grid.cells) rows[cell.row]?.push(cell.text);
  return rows;
}

const lines = (text: string) => text.trim().split(/\s*\n\s*/);

/** Three rows of a table of four columns, as page extractors print them: filled up with bars. */
const barBehind = lines(`
  第二十条第（一）项 |
  |||
  信息内容 |
  本年制发件数 |
  本年废止
  件数 |
  现行有效件数 |
  规章 |
  / |
  |
  3 |
  第二十条第（五）项 |
  |||
  行政许可 |
  12 |
  ||
`);

const table = [
  ['第二十条第（一）项', '', '', ''],
  ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
  ['规章', '/', '', '3'],
  ['第二十条第（五）项', '', '', ''],
  ['行政许可', '12', '', ''],
];

const around = (rows: string[]) =>
  linesToBlocks(['二、主动公开政府信息情况', ...rows, '三、收到和处理政府信息公开申请情况'].join('\n'));

describe('cells on lines of their own with bars between', () => {
  it('are rows as wide as the bars fill them up', () => {
    const [heading, grid, next] = around(barBehind);
    expect(heading).toMatchObject({ kind: 'paragraph', text: '二、主动公开政府信息情况' });
    expect(gridRows(grid)).toEqual(table);
    expect(next).toMatchObject({ kind: 'paragraph', text: '三、收到和处理政府信息公开申请情况' });
  });

  it('may have their bars on the next line', () => {
    const rows = barBehind.flatMap((line) => (/\S \|$/.test(line) ? [line.slice(0, -2), '|'] : [line]));
    expect(gridRows(around(rows)[1])).toEqual(table);
  });

  it('keep the line on which their row begins', () => {
    const [, grid] = around(barBehind);
    const places = grid?.kind === 'grid' ? grid.grid.cells.map((cell) => cell.place.line) : [];
    expect(new Set(places)).toEqual(new Set([2, 4, 9, 13, 15]));
  });

  it('are rows from label to label where nothing fills them up', () => {
    const rows = barBehind.filter((line) => !/^\|{2,}$/.test(line));
    const texts = around(rows)
      .slice(1, -1)
      .map((block) => (block.kind === 'paragraph' ? block.text.split('\t') : []));
    expect(texts).toContainEqual(['规章', '/', '', '3']);
    expect(texts).toContainEqual(['行政许可', '12']);
  });

  it('leave tables with whole rows on a line as they are', () => {
    const [, grid] = around(['信息内容 | 本年制发件数 |', '规章 | 1 |', '行政规范性文件 | 2 |']);
    expect(gridRows(grid)).toEqual([
      ['信息内容', '本年制发件数'],
      ['规章', '1'],
      ['行政规范性文件', '2'],
    ]);
  });

  it('are none in a text with a bar here and there', () => {
    const text = '首页 |\n某局认真做好政府信息公开工作。';
    expect(linesToBlocks(text).every((block) => block.kind === 'paragraph')).toBe(true);
  });
});

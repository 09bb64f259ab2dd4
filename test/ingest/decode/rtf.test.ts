import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/ingest/decode/format.ts';
import { decodeRtf } from '../../../src/ingest/decode/rtf.ts';
import { defaultLimits } from '../../../src/ingest/limits.ts';
import type { Block } from '../../../src/model/document.ts';

const blocksOf = (body: string): Block[] =>
  decodeRtf(Buffer.from(`{\\rtf1\\ansi\\ansicpg936\\uc1 ${body}}`, 'latin1'), defaultLimits).blocks;
const textsOf = (body: string) =>
  blocksOf(body).map((block) => (block.kind === 'paragraph' ? block.text : 'grid'));
/** As Word writes characters beyond ASCII. */
const u = (text: string) =>
  [...text].map((char) => (char < '\x80' ? char : `\\u${char.charCodeAt(0)}?`)).join('');

describe('rich text', () => {
  it('is told from its content and read as a Word file', () => {
    expect(detectFormat(Buffer.from('{\\rtf1\\ansi x}'), '年报.doc')).toBe('rtf');
    expect(decodeRtf(Buffer.from('{\\rtf1 x}'), defaultLimits).format).toBe('doc');
  });

  it('reads characters by number and by bytes of the code page', () => {
    expect(textsOf(`${u('青禾县')}\\par \\'c4\\'ea\\'b1\\'a8 2023\\par`)).toEqual(['青禾县', '年报 2023']);
  });

  it('keeps printed list numbers and leaves out fonts, fields, hidden and deleted text', () => {
    const body = `{\\fonttbl{\\f0 SimSun;}}{\\info{\\title x}}{\\listtext ${u('一、')}\\tab}${u('总体情况')}\\par
      {\\field{\\*\\fldinst PAGE}{\\fldrslt ${u('见网站')}}}{\\v ${u('隐藏')}}{\\deleted ${u('删去')}}{\\*\\unknown x}\\par`;
    expect(textsOf(body)).toEqual(['一、总体情况', '见网站']);
  });

  it('reads tables with merged cells', () => {
    const row = (definition: string, ...cells: string[]) =>
      `\\trowd\\trleft0${definition}${cells.map((text) => `\\pard\\intbl ${u(text)}\\cell`).join('')}\\row `;
    const three = '\\cellx1000\\cellx2000\\cellx3000';
    const body = [
      row('\\clvmgf\\cellx1000\\cellx3000', '（三）不予公开', '说明'),
      row(`\\clvmrg${three}`, '', '1.属于国家秘密', '5'),
      row('\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000', '总计', '', '7'),
    ].join('');
    const [grid] = blocksOf(`${body}\\pard ${u('后文')}\\par`);
    if (grid?.kind !== 'grid') throw new Error('no grid');
    expect(grid.grid).toMatchObject({ rows: 3, columns: 3, exact: true });
    expect(grid.grid.cells).toMatchObject([
      { text: '（三）不予公开', row: 0, column: 0, rowSpan: 2, columnSpan: 1 },
      { text: '说明', column: 1, columnSpan: 2 },
      { text: '1.属于国家秘密', row: 1, column: 1 },
      { text: '5', row: 1, column: 2 },
      { text: '总计', row: 2, column: 0, columnSpan: 2 },
      { text: '7', row: 2, column: 2 },
    ]);
  });

  it('leaves out what is struck out or deleted, whatever else ends', () => {
    const body = `12{\\strike 13}{\\striked1 14}{\\deleted\\v0 15}{\\strike0 ${u('件')}}\\par`;
    expect(textsOf(body)).toEqual(['12件']);
  });

  it('keeps a cell in its table when a group inside it ends that begins a paragraph anew', () => {
    const cell = (text: string) => `\\pard\\intbl {\\listtext\\pard\\plain 1.\\tab}${u(text)}\\cell`;
    const [grid] = blocksOf(`\\trowd\\cellx1000\\cellx2000 ${cell('甲')}${cell('乙')}\\row`);
    if (grid?.kind !== 'grid') throw new Error('no grid');
    expect(grid.grid).toMatchObject({ rows: 1, columns: 2, exact: true });
  });

  it('reads tables inside the only cell of a table', () => {
    const inner = (text: string) => `\\pard\\intbl\\itap2 ${u(text)}\\nestcell{\\nonesttables\\par}`;
    const drawing = '{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}';
    const body = `\\trowd\\cellx9000\\pard\\intbl ${u('标题')}\\par ${inner('甲')}${inner('5')}${drawing}\\pard\\intbl ${u('文')}\\cell\\row \\pard ${u('后')}\\par`;
    expect(textsOf(body)).toEqual(['标题', 'grid', '文', '后']);
    expect(blocksOf(body)[1]).toMatchObject({ grid: { rows: 1, columns: 2, exact: true } });
  });

  it('gives text boxes behind the paragraph or the table they hang in', () => {
    const box = (text: string) =>
      `{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt \\pard\\plain ${u(text)}\\par}}{\\shprslt ${u('图')}}}`;
    const row = `\\trowd\\cellx1000\\cellx2000\\pard\\intbl ${u('甲')}${box('表中框')}\\cell\\pard\\intbl 5\\cell\\row `;
    const body = `${u('首')}${box('青禾县水务局')}${u('段')}\\par ${row}\\pard ${u('后文')}\\par`;
    expect(textsOf(body)).toEqual(['首段', '青禾县水务局', 'grid', '后文', '表中框']);
  });

  it('gives lists of cells where a program that knew no widths drew them', () => {
    const row = (...cells: string[]) =>
      `\\trowd${cells.map((_, i) => `\\cellx${(i + 1) * 20}`).join('')}${cells.map((text) => `\\pard\\intbl ${text}\\cell`).join('')}\\row `;
    const [grid] = blocksOf(row('a', '', 'c') + row('1', '2', '3'));
    if (grid?.kind !== 'grid') throw new Error('no grid');
    expect(grid.grid.exact).toBe(false);
    expect(grid.grid.cells.map(({ text }) => text)).toEqual(['a', '', 'c', '1', '2', '3']);
  });

  it('refuses groups nested beyond the limit', () => {
    expect(() => blocksOf('{'.repeat(50_000))).toThrowError(/嵌套/);
  });
});

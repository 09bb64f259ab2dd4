import { describe, expect, it } from 'vitest';
import { linesToBlocks } from '../../../src/ingest/decode/text.ts';

/** The cells of every row that is part of a grid. */
function rows(lines: string[]): string[][] {
  return linesToBlocks(lines.join('\n')).flatMap((block) => {
    if (block.kind !== 'grid') return [];
    const { cells, rows: count } = block.grid;
    return Array.from({ length: count }, (_, r) => cells.filter((c) => c.row === r).map((c) => c.text));
  });
}

const names = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
const places = [20, 30, 42, 54, 70, 86, 94];

/** Each text begins at the place of its column; a Han character takes two. */
function drawn(label: string, cells: readonly string[]): string {
  const wide = (text: string) => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0);
  return cells.reduce(
    (line, cell, c) => line + ' '.repeat(Math.max(0, (places[c] ?? 0) - wide(line))) + cell,
    label,
  );
}

const labels = ['（一）予以公开', '（二）部分公开', '（三）不予公开', '（四）无法提供'];
const header = drawn('', names);
const lacking = (c: number) => names.map((_, i) => (i === c ? '' : String(i + 1)));

describe('columns that are drawn with spaces', () => {
  it.each([0, 3, 5, 6])('are told by the header where column %i is blank in every row', (c) => {
    const table = [header, ...labels.map((label) => drawn(label, lacking(c)))];
    expect(rows(table).slice(1)).toEqual(labels.map((label) => [label, ...lacking(c)]));
  });

  it('are told where the header stands once more on the next page', () => {
    const table = labels.map((label) => drawn(label, lacking(3)));
    const read = rows([header, ...table.slice(0, 2), '', '- 2 -', '', header, ...table.slice(2)]);
    expect(read.at(-1)).toEqual([labels[3], ...lacking(3)]);
    expect(read[1]).toEqual([labels[0], ...lacking(3)]);
  });

  it('hold words too, each under its neighbours', () => {
    const figures = names.map((_, c) => String(c + 1));
    const words = figures.with(2, '未统计').with(3, '12');
    const table = [header, ...labels.map((label, r) => drawn(label, r === 1 ? words : figures))];
    expect(rows(table)[2]).toEqual([labels[1], ...words]);
  });

  it('tell no blank where some rows slipped', () => {
    const figures = names.map((_, c) => String(c + 1));
    const table = [header, ...labels.map((label) => drawn(label, figures))];
    const blank = drawn('（五）不予处理', lacking(6));
    expect(rows([...table, blank]).at(-1)).toEqual(['（五）不予处理', ...lacking(6)]);
    const slipped = drawn('（六）其他处理', figures).replace(/ {8}/, '');
    const far = [slipped, ...table, blank, ...table];
    expect(rows([header, ...far])[table.length + 2]).toEqual([
      '（五）不予处理',
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
  });

  it('are told under bold figures too', () => {
    const bold = lacking(2).map((cell, i) => (i === 4 ? `**${cell}**` : cell));
    const table = [header, ...labels.map((label) => drawn(label, bold))];
    expect(rows(table).at(-1)).toEqual([labels[3], ...lacking(2)]);
  });

  it('are not told where a name is lost or stands over no column', () => {
    const short = (text: string) => text.trim().split(/ +/).slice(1);
    for (const head of [drawn('', names.with(3, '')), drawn('', names.slice(1))]) {
      const table = [head, ...labels.map((label) => drawn(label, lacking(2)))];
      expect(rows(table).slice(1)).toEqual(
        labels.map((label) => [label, ...short(drawn('x ', lacking(2)))].filter((cell) => cell !== 'x')),
      );
    }
  });

  it('are not told where the rows go on behind a line of text', () => {
    const line = (label: string) => drawn(label, lacking(0));
    const table = [header, ...labels.map(line), '（五）不予处理', line('').replace(/^ */, ' '.repeat(30))];
    expect(rows(table).slice(1, 5)).toEqual(
      labels.map((label) => [label, ...lacking(0).filter((cell) => cell !== '')]),
    );
  });

  it('are told in a row for each result, of which one has no figures', () => {
    const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const head = drawn('', ['行政复议', '直接起诉', '复议后起诉']);
    const table = [head, ...results.map((label) => drawn(label, ['1', '', '2']))];
    expect(rows(table).slice(1)).toEqual(results.map((label) => [label, '1', '', '2']));
  });

  it('are looked for in time where thousands of lines are no table', () => {
    const lines = Array.from({ length: 8000 }, (_, i) => `${' '.repeat(i % 90)}公开   政府   ${i}x`);
    const before = process.cpuUsage();
    expect(rows(lines)).toEqual([]);
    expect(process.cpuUsage(before).user).toBeLessThan(10e6);
  });
});

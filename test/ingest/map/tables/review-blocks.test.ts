import { describe, expect, it } from 'vitest';
import { readLines, warned } from './report-text.ts';

const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
const columns = results.join('\t');
const header = [
  '行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t',
  `${columns}\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t`,
  `\t\t\t\t\t${columns}\t${columns}`,
];
const fifteen = Array.from({ length: 15 }, (_, i) => i + 1);

/** The fifteen cells in official order; undefined where nothing was read. */
function cells(lines: readonly string[]): (number | null | undefined)[] {
  const { readings } = readLines(lines);
  const blocks = ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'];
  const keys = ['upheld', 'corrected', 'otherResult', 'pending', 'total'];
  return blocks.flatMap((block) => keys.map((key) => readings[`reviews.${block}.${key}`]?.value));
}

const turned = (
  names: string,
  rows: string[] = results.map((_, r) => [1, 6, 11].map((n) => n + r).join('\t')),
) => [names, ...rows.map((figures, r) => `${results[r]}\t${figures}`)];

describe('blocks of table 四 whose names are lost', () => {
  it('are told by their order where all fifteen figures are printed', () => {
    const split = ['', columns, fifteen.slice(0, 5).join('\t'), '行政诉讼\t\t\t\t\t\t\t\t\t'];
    const rest = [
      '未经复议直接起诉\t\t\t\t\t\t\t\t\t',
      `${columns}\t${columns}`,
      fifteen.slice(5).join('\t'),
    ];
    expect(cells([...split, ...rest])).toEqual(fifteen);
    expect(cells(turned('\t行政复议\t\t复议后起诉'))).toEqual(fifteen);
    expect(cells(turned('\t行政复议\t复议后起诉'))).toEqual(fifteen);
  });

  it('stay open where a figure is blank, or the names are in other places', () => {
    const none = Array.from({ length: 15 }, () => undefined);
    expect(
      cells(turned('\t行政复议\t复议后起诉', ['1\t6\t11', '2\t7\t', '3\t8\t13', '4\t9\t14', '5\t10\t15'])),
    ).toEqual(none);
    expect(cells(['未经复议直接起诉\t\t\t\t', columns, fifteen.slice(0, 5).join('\t')])).not.toContain(6);
  });

  it('are none where the third name is that of a sum', () => {
    const lines = turned('\t行政复议\t复议后起诉\t合计');
    expect(cells(lines).filter((value) => value !== undefined)).toEqual([]);
    expect(new Set(warned(readLines(lines))).size).toBe(15);
  });
});

describe('padding behind the cells of table 四', () => {
  it('is told from blanks by the header over them', () => {
    const blank = [...fifteen.slice(0, 5), ...Array(5).fill(''), ...fifteen.slice(10)];
    const read = blank.map((value) => (value === '' ? null : value));
    expect(cells([...header, [...blank, '', ''].join('\t')])).toEqual(read);
    const last = [...fifteen.slice(0, 10), ...Array(8).fill('')].join('\t');
    expect(cells([...header, last])).toEqual([...fifteen.slice(0, 10), null, null, null, null, null]);
    const inside = ['1', '', ...fifteen.slice(2), '', ''].join('\t');
    expect(cells([...header, inside])).toEqual([1, null, ...fifteen.slice(2)]);
  });

  it('is told behind rows whose block is blank in all of them', () => {
    const rows = ['1\t\t11', '2\t\t12\t\t', '3\t\t13', '4\t\t14\t', '5\t\t15'];
    const read = cells(turned('\t行政复议\t未经复议直接起诉\t复议后起诉', rows));
    expect(read).toEqual([1, 2, 3, 4, 5, null, null, null, null, null, 11, 12, 13, 14, 15]);
  });

  it('may hide a lost figure where a block is printed in part', () => {
    const lost = [...fifteen.slice(0, 9), ...Array(8).fill('')].join('\t');
    expect(cells([...header, lost]).every((value) => value === undefined)).toBe(true);
    const row = cells(
      turned('\t行政复议\t未经复议直接起诉\t复议后起诉', [
        '1\t6\t11',
        '2\t7\t\t\t',
        '3\t8\t13',
        '4\t9\t14\t',
        '5\t10\t15',
      ]),
    );
    expect([row[1], row[6], row[11]]).toEqual([undefined, undefined, undefined]);
  });

  it('is none where the header lost its first cell and stands over the labels', () => {
    const rows = ['1\t6\t\t', '2\t7\t\t', '3\t8\t\t', '4\t9\t\t', '5\t10\t\t'];
    const read = readLines(turned('行政复议\t未经复议直接起诉\t复议后起诉\t', rows));
    expect(read.readings['reviews.directLitigation.upheld']?.value).toBe(6);
    expect(read.readings['reviews.litigationAfterReconsideration.upheld']?.value).toBeNull();
  });
});

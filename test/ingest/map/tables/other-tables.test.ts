import { describe, expect, it } from 'vitest';
import type { TablesRead } from '../../../../src/ingest/map/tables/read-tables.ts';
import { readLines, warned } from './report-text.ts';

const form2021 = [
  '第二十条第（一）项\t\t\t',
  '信息内容\t本年制发件数\t本年废止件\t现行有效件数',
  '规章\t1\t2\t3',
  '规范性文件\t4\t\t6',
  '第二十条第（五）项\t\t\t',
  '信息内容\t本年处理决定数量\t\t',
  '行政许可\t7\t\t',
  '第二十条第（六）项\t\t\t',
  '',
  '- 2 -',
  '',
  '信息内容\t本年处理决定数量',
  '行政处罚\t8',
  '行政强制\t/',
  '第二十条第（八）项\t',
  '信息内容\t本年收费金额（单位：万元）',
  '行政事业性收费\t1,730.28',
];

const form2019 = [
  '第二十条第（一）项\t\t\t',
  '信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量',
  '规章\t1\t2\t3',
  '规范性文件\t4\t5\t6',
  '第二十条第（五）项\t\t\t',
  '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
  '行政许可\t7\t-8\t9',
  '其他对外管理服务事项\t10\t11\t12',
  '第二十条第（六）项\t\t\t',
  '信息内容\t上一年项目数量\t本年增/减\t处理决定数量',
  '行政处罚\t13\t14\t15',
  '行政强制\t16\t17\t18',
  '第二十条第（八）项\t\t\t',
  '信息内容\t上一年项目数量\t本年增/减\t',
  '行政事业性收费\t19\t20\t',
  '第二十条第（九）项\t\t\t',
  '信息内容\t采购项目数量\t采购总金额\t',
  '政府集中采购\t21\t22.5万元\t',
];

function values(read: TablesRead, table: string): Record<string, number | null> {
  const own = Object.entries(read.readings).filter(([id]) => id.startsWith(`${table}.`));
  return Object.fromEntries(own.map(([id, reading]) => [id.slice(table.length + 1), reading.value]));
}

const cells2021 = {
  'regulations.issued': 1,
  'regulations.repealed': 2,
  'regulations.inForce': 3,
  'normativeDocuments.issued': 4,
  'normativeDocuments.repealed': null,
  'normativeDocuments.inForce': 6,
  'permits.decisions': 7,
  'penalties.decisions': 8,
  'compulsions.decisions': null,
  'fees.amount': 1730.28,
};

describe('table 二', () => {
  it('reads the 2021 form with its page break', () => {
    const read = readLines(form2021);
    expect(values(read, 'disclosure')).toEqual(cells2021);
    expect(read.edition).toBe('2021');
    expect(read.warnings).toEqual([]);
    expect(read.readings['disclosure.fees.amount']?.source).toEqual({
      line: 17,
      text: '行政事业性收费 | 1,730.28',
    });
  });

  it('reads the 2019 form, the sign and the unit as printed', () => {
    const read = readLines(form2019);
    expect(Object.values(values(read, 'disclosure'))).toEqual([
      1, 2, 3, 4, 5, 6, 7, -8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22.5,
    ]);
    expect(read.readings['disclosure.procurement.amount']?.raw).toBe('22.5万元');
    expect(read.edition).toBe('2019');
  });

  it('reads rows without their header by the number of their values', () => {
    const read = readLines(form2021.filter((line) => !line.startsWith('信息内容')));
    expect(values(read, 'disclosure')).toEqual(cells2021);
  });

  it('says which cells it could not tell where a header is lost and both forms fit', () => {
    const read = readLines(['第二十条第（一）项\t\t\t', '规章\t1\t2\t3', '规范性文件\t4\t5\t6']);
    expect(values(read, 'disclosure')).toEqual({});
    expect(warned(read)).toContain('disclosure.regulations.issued');
  });

  it('reads a figure once where a merged cell is printed in each of its columns', () => {
    const repeated = form2021.map((line) => {
      const cells = line.split('\t').filter(Boolean);
      const last = cells.at(-1) ?? '';
      return cells.length ? [...cells, ...Array(4 - cells.length).fill(last)].join('\t') : line;
    });
    const fill = repeated.map((line) => (line.startsWith('规范性文件') ? '规范性文件\t4\t\t6' : line));
    const read = readLines(fill.filter((line) => line && !line.startsWith('-')));
    expect(values(read, 'disclosure')).toEqual(values(readLines(form2021), 'disclosure'));
    expect(warned(read)).toEqual([]);
  });

  it('reads two equal figures under a merged header that lost its first cell', () => {
    const last = ['采购项目数量\t采购总金额\t采购总金额', '政府集中采购\t0\t0\t'];
    const read = readLines([...form2019.slice(0, -2), ...last]);
    expect(Object.values(values(read, 'disclosure')).slice(-2)).toEqual([0, 0]);
    expect(read.warnings).toEqual([]);
  });

  it('reads nothing where a merged header stands over figures that differ', () => {
    const read = readLines(
      form2021.map((line) =>
        line
          .replace('本年处理决定数量\t\t', '本年处理决定数量\t本年处理决定数量\t本年处理决定数量')
          .replace('行政许可\t7\t\t', '行政许可\t7\t8\t9'),
      ),
    );
    expect(Object.keys(values(read, 'disclosure')).filter((id) => id.startsWith('permits'))).toEqual([]);
    expect(warned(read)).toEqual(['disclosure.permits.decisions']);
  });

  it('reads a blank in front of a figure where the line is as long as its header', () => {
    const read = readLines(form2019.map((line) => line.replace('政府集中采购\t21', '政府集中采购\t')));
    expect(values(read, 'disclosure')).toMatchObject({
      'procurement.projects': null,
      'procurement.amount': 22.5,
    });
    expect(warned(read)).toEqual([]);
  });

  it('never takes a sentence for a row', () => {
    const read = readLines(['全年办理行政许可 12 件，行政处罚 3 件。', ...form2021]);
    expect(read.readings['disclosure.permits.decisions']?.value).toBe(7);
  });
});

const columns = '结果维持\t结果纠正\t其他结果\t尚未审结\t总计';
const reviewHeader = [
  '行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t',
  `结果 维持\t结果 纠正\t其他 结果\t尚 未 审 结\t总 计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t`,
  `\t\t\t\t\t${columns}\t${columns}`,
];
const fifteen = Array.from({ length: 15 }, (_, i) => i + 1);

describe('table 四', () => {
  it('reads fifteen values in one row', () => {
    const read = readLines([...reviewHeader, fifteen.join('\t')]);
    expect(Object.values(values(read, 'reviews'))).toEqual(fifteen);
    expect(read.warnings).toEqual([]);
  });

  it('reads a block that is left blank', () => {
    const read = readLines([...reviewHeader, `\t\t\t\t\t${fifteen.slice(5).join('\t')}`]);
    expect(Object.values(values(read, 'reviews'))).toEqual([
      null,
      null,
      null,
      null,
      null,
      ...fifteen.slice(5),
    ]);
  });

  it('reads two tables, a block a row, and a result a row', () => {
    const split = [
      '行政复议\t\t\t\t',
      columns,
      '1\t2\t3\t4\t5',
      '行政诉讼\t\t\t\t\t\t\t\t\t',
      '未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t',
      `${columns}\t${columns}`,
      fifteen.slice(5).join('\t'),
    ];
    expect(Object.values(values(readLines(split), 'reviews'))).toEqual(fifteen);
    const rows = [
      `\t${columns}`,
      '行政复议\t1\t2\t3\t4\t5',
      '未经复议直接起诉\t6\t7\t8\t9\t10',
      '复议后起诉\t11\t12\t13\t14\t15',
    ];
    expect(Object.values(values(readLines(rows), 'reviews'))).toEqual(fifteen);
    const turned = [
      '\t行政复议\t未经复议直接起诉\t复议后起诉',
      '结果维持\t1\t6\t11',
      '结果纠正\t2\t7\t12',
      '其他结果\t3\t8\t13',
      '尚未审结\t4\t9\t14',
      '总计\t5\t10\t15',
    ];
    const read = readLines(turned);
    expect(fifteen.map((n) => Object.values(values(read, 'reviews')).includes(n)).every(Boolean)).toBe(true);
    expect(read.readings['reviews.directLitigation.corrected']?.value).toBe(7);
  });

  it('reads nothing under headers that name two of the three blocks', () => {
    const rows = ['结果维持\t2\t0', '结果纠正\t3\t2', '其他结果\t3\t0', '尚未审结\t1\t0', '总计\t9\t2'];
    const read = readLines([reviewHeader[0] ?? '', '\t行政复议\t复议后起诉', ...rows]);
    expect(values(read, 'reviews')).toEqual({});
    expect(new Set(warned(read)).size).toBe(15);
  });

  it('takes the first of fifteen lines for no row of the last word of the header', () => {
    const columns = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
    const header = [
      '行政复议',
      '行政诉讼',
      ...columns,
      '未经复议直接起诉',
      '复议后起诉',
      ...columns,
      ...columns,
    ];
    const read = readLines([...header, '1', '2', '3', '', '', ...fifteen.slice(5).map(String)]);
    expect(values(read, 'reviews')).toEqual({});
    expect(new Set(warned(read)).size).toBe(15);
  });

  it('reads nothing from fourteen values', () => {
    const read = readLines([...reviewHeader, fifteen.slice(1).join('\t')]);
    expect(values(read, 'reviews')).toEqual({});
    expect(new Set(warned(read)).size).toBe(15);
  });
});

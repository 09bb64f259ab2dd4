import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../src/ingest/reader.ts';
import type { Report } from '../../../../src/model/report.ts';
import { applicationHeader, applicationLabels } from './report-text.ts';

interface Print {
  title?: string;
  /** The figure of every cell of 新收 but the total; the rows below print noughts and their sum. */
  received: number;
  regulations: number;
  upheld: number;
}

function disclosure({ regulations }: Print): string[][] {
  return [
    ['第二十条第（一）项'],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '0', String(regulations)],
    ['行政规范性文件', '1', '0', '4'],
    ['第二十条第（五）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政许可', '12'],
    ['第二十条第（六）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政处罚', '3'],
    ['行政强制', '0'],
    ['第二十条第（八）项'],
    ['信息内容', '本年收费金额（单位：万元）'],
    ['行政事业性收费', '0'],
  ];
}

function applications({ received }: Print): string[][] {
  const rows = applicationLabels.map((label, i) => {
    const figure = [0, 2, 23].includes(i) ? received : 0;
    return [...label.split('\t'), ...Array.from({ length: 6 }, () => String(figure)), String(6 * figure)];
  });
  return [...applicationHeader.map((line) => line.split('\t')), ...rows];
}

function reviews({ upheld }: Print): string[][] {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const block = [upheld, 0, 0, 0, upheld].map(String);
  return [
    ['行政复议', '', '', '', '', '行政诉讼'],
    ['', '', '', '', '', '未经复议直接起诉', '', '', '', '', '复议后起诉'],
    [...results, ...results, ...results],
    [...block, '0', '0', '0', '0', '0', '0', '0', '0', '0', '0'],
  ];
}

const lines = (rows: string[][]) => rows.map((row) => row.join('\t'));

function wholeReport(print: Print): string[] {
  return [
    print.title ?? '',
    '一、总体情况',
    '本年认真做好政府信息公开工作，及时更新栏目。',
    '二、主动公开政府信息情况',
    ...lines(disclosure(print)),
    '三、收到和处理政府信息公开申请情况',
    ...lines(applications(print)),
    '四、政府信息公开行政复议、行政诉讼情况',
    ...lines(reviews(print)),
    '五、存在的主要问题及改进情况',
    '公开内容不够丰富。',
    '六、其他需要报告的事项',
    '无。',
  ];
}

async function read(text: string, name = 'report.txt') {
  const [result] = await readFile(new TextEncoder().encode(text), name);
  if (!result) throw new Error('nothing was read');
  return result;
}

async function reportOf(text: string, name?: string): Promise<Report> {
  const result = await read(text, name);
  if ('error' in result) throw new Error(result.error.message);
  return result.report;
}

const own = { title: '青禾县水利局2023年政府信息公开工作年度报告', received: 3, regulations: 7, upheld: 1 };

describe('two reports in one file', () => {
  it.each([
    ['of two years', '青禾县水利局2022年政府信息公开工作年度报告'],
    ['of two agencies', '青禾县林业局2023年政府信息公开工作年度报告'],
  ])('%s are refused, and both are named', async (_what, title) => {
    const second = { ...own, title, received: 5 };
    const result = await read([...wholeReport(own), ...wholeReport(second)].join('\n'));
    expect(result).toMatchObject({ error: { code: 'several-reports' } });
    const message = 'error' in result ? result.error.message : '';
    expect(message).toContain(own.title);
    expect(message).toContain(title);
  });

  it('are refused too where all figures are the same', async () => {
    const second = { ...own, title: '青禾县林业局2023年政府信息公开工作年度报告' };
    const result = await read([...wholeReport(own), ...wholeReport(second)].join('\n'));
    expect(result).toMatchObject({ error: { code: 'several-reports' } });
  });
});

describe('a report that is printed twice', () => {
  it('is read once', async () => {
    const once = await reportOf(wholeReport(own).join('\n'));
    const twice = await reportOf([...wholeReport(own), ...wholeReport(own)].join('\n'));
    expect(twice.readings).toEqual(once.readings);
    expect(twice.sections).toEqual(once.sections);
    expect(twice.warnings).toEqual(once.warnings);
  });

  it('gives no cell whose figures differ, and names it with both places', async () => {
    const second = { ...own, received: 5, upheld: 2 };
    const report = await reportOf([...wholeReport(own), ...wholeReport(second)].join('\n'));
    const warnings = report.warnings.filter(({ code }) => code === 'table-twice');
    const named = warnings.flatMap(({ readings = [] }) => readings);
    expect(report.readings['applications.newReceived.commercial']).toBeUndefined();
    expect(report.readings['applications.carriedIn.commercial']?.value).toBe(0);
    expect(report.readings['disclosure.regulations.inForce']?.value).toBe(7);
    expect(named).toHaveLength(3 * 7 + 2);
    expect(named).toContain('reviews.reconsideration.upheld');
    expect(warnings[0]?.message).toMatch(/第\d+行起、第\d+行起/);
  });
});

describe('tables side by side', () => {
  const cell = (text: string) => `<td>${text}</td>`;
  const table = (rows: string[][]) =>
    `<table>${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`;

  /** Two tables on a page, cut in pieces: left, right, left, right. */
  function pieces(left: string[][], right: string[][], at: number): string {
    return [left.slice(0, at), right.slice(0, at), left.slice(at), right.slice(at)]
      .map(table)
      .join('<p></p>');
  }

  it('are never mixed, though every page goes on with both', async () => {
    const other = { ...own, received: 5, regulations: 9, upheld: 2 };
    const html = [
      '<html><body><h1>青禾县水利局2023年政府信息公开年报比对</h1><p>一、总体情况</p><p>两年对照。</p>',
      '<p>二、主动公开政府信息情况</p>',
      table(disclosure(own)) + table(disclosure(other)),
      '<p>三、收到和处理政府信息公开申请情况</p>',
      pieces(applications(own), applications(other), 15),
      '<p>四、政府信息公开行政复议、行政诉讼情况</p>',
      table(reviews(own)) + table(reviews(other)),
      '<p>五、存在的主要问题及改进情况</p><p>内容不多。</p></body></html>',
    ].join('\n');
    const report = await reportOf(html, 'a.html');
    const named = report.warnings.flatMap(({ code, readings = [] }) =>
      code === 'table-twice' ? readings : [],
    );
    expect(named).toHaveLength(1 + 3 * 7 + 2);
    expect(Object.keys(report.readings).filter((id) => named.includes(id))).toEqual([]);
    expect(report.readings['applications.carriedForward.total']?.value).toBe(0);
    expect(report.readings['disclosure.permits.decisions']?.value).toBe(12);
  });
});

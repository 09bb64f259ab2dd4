import { describe, expect, it } from 'vitest';
import type { Warning } from '../../src/model/document.ts';
import type { Report } from '../../src/model/report.ts';
import { ask, type Cells, fictional, received } from './fictional.ts';
import { about, one, water } from './water-bureau.ts';

const repeated = 'applications.notProcessed.repeated.total';
const torn: Warning = {
  code: 'row-count',
  message: '表三“一、本年新收政府信息公开申请数量”一行的格数比表头少，整行未采用',
  place: { line: 35 },
  raw: '一、本年新收政府信息公开申请数量\t12\t1\t15',
  readings: [received],
};
const lost: Warning = { code: 'row-missing', message: '表三没有找到“2.重复申请”一行', readings: [repeated] };

const tell = (
  cells: Cells,
  reading: string,
  how: 'doubt' | 'place' | undefined,
  more: Partial<Report> = {},
) =>
  ask(one(cells, more), {
    ...about,
    kind: how === 'doubt' ? 'audit' : 'value',
    readings: [reading],
    ...(how ? { tell: how } : {}),
  });

describe('a cell without a figure', () => {
  it('that could not be read is not said to be missing, and its row is shown', () => {
    const { text, values } = tell({}, received, undefined, { warnings: [torn] });
    expect(values).toMatchObject([{ value: null, status: 'absent' }]);
    expect(text).toMatch(/^这一格没有读准，没有采用数字\n/);
    expect(text).toContain('原文「一、本年新收政府信息公开申请数量 12 1 15」（第35行）');
    expect(text).not.toContain('没有这一栏');
  });

  it('whose row was not found is said to be that', () => {
    expect(tell({}, repeated, undefined, { warnings: [lost] }).text).toMatch(/^年报里没有找到这一行\n/);
    expect(tell({}, repeated, undefined).text).toMatch(/^该年报没有这一栏\n/);
  });

  it('is told as such where a rate needs it, and in a ranking', () => {
    const parts = { 'applications.granted.total': 1, 'applications.handledTotal.total': 2 };
    const partly: Warning = { ...torn, readings: ['applications.partlyGranted.total'] };
    const rate = tell(parts, 'rates.disclosure', undefined, { warnings: [partly] });
    expect(rate.text).toMatch(/^计算所需的格没有读准，无法计算\n/);
    expect(rate.text).toContain('部分公开 没有读准');
    const reports = [
      ...one({}, { warnings: [torn] }),
      fictional({ agency: '石桥镇人民政府', year: 2023, cells: { [received]: 3 } }),
    ];
    const order = { direction: 'most' as const, limit: 5 };
    expect(ask(reports, { kind: 'ranking', years: [2023], readings: [received], order }).text).toContain(
      `没有这一栏或没有读准（1家，不参加排名）：${water}`,
    );
  });
});

describe('how far a figure can be relied on', () => {
  it('is told with what was read, the checks and the text', () => {
    const claims = [
      {
        text: '全年新收申请15件。',
        value: 15,
        unit: '件',
        about: received,
        place: { line: 9 },
        section: 1 as const,
      },
    ];
    const answer = tell({ [received]: 15 }, received, 'doubt', { claims });
    expect(answer).toMatchObject({ kind: 'audit', values: [{ value: 15 }] });
    expect(answer.text).toMatch(/^没有发现疑问/);
    expect(answer.text).toContain('正文也这样写：「全年新收申请15件。」（第9行）');
  });

  it('is told for what is blank, torn or not there', () => {
    expect(tell({ [received]: null }, received, 'doubt').text).toMatch(
      /^年报这一格是空白，没有填数，不等于 0\n/,
    );
    const slash = one({ [received]: null });
    const [reading] = Object.values(slash[0]?.readings ?? {});
    if (reading) reading.raw = '/';
    expect(ask(slash, { ...about, kind: 'audit', tell: 'doubt', readings: [received] }).text).toMatch(
      /^年报这一格印的是“\/”，没有填数，不等于 0\n/,
    );
    expect(tell({}, received, 'doubt', { warnings: [torn] }).text).toMatch(/^这一格没有读准/);
    expect(tell({}, repeated, 'doubt', { warnings: [lost] }).text).toMatch(
      /^年报里没有找到这一行，所以没有数\n/,
    );
  });

  it('names the figures that contradict it', () => {
    const finding = {
      rule: 'a-sum',
      severity: 'error' as const,
      message: '“总计”印为 17，按其他各格计算为 16',
      readings: [received],
      printed: 17,
      computed: 16,
      quotations: [],
    };
    const answer = tell({ [received]: 17 }, received, 'doubt', { findings: [finding] });
    expect(answer.text).toMatch(/^读到的就是印的数，但和别的数对不上（1处）\n/);
    expect(answer.findings).toMatchObject([{ rule: 'a-sum' }]);
  });

  it('is asked of a whole report, and of all', () => {
    const report = one({}, { warnings: [torn, lost] });
    const sheet = ask(report, { kind: 'audit', agencies: [water], tell: 'doubt' });
    expect(sheet.text).toContain('有2格没有读准或没有找到');
    expect(sheet.text).toContain('原文「一、本年新收政府信息公开申请数量 12 1 15」（第35行）');
    expect(ask(report, { kind: 'audit', agencies: [water] }).text).toContain('有2格没有读准或没有找到');
    expect(ask(report, { kind: 'summary', agencies: [water] }).text).toContain('有2格没有读准或没有找到');
    const others = [...report, fictional({ agency: '石桥镇人民政府', year: 2022, cells: { [received]: 3 } })];
    const all = ask(others, { kind: 'audit', tell: 'doubt' });
    expect(all.text).toMatch(/^1份年报读取时有疑问\n共2份年报（2022、2023年）。/);
    expect(all.agencies).toEqual([water]);
  });
});

describe('where a figure stands', () => {
  it('is told with the file', () => {
    const { text, values } = tell({ [received]: 15 }, received, 'place');
    expect(text).toMatch(/^第40行\n原件：\S+，《/);
    expect(text).toContain('这种文件不分页，按行数。');
    expect(values).toMatchObject([{ value: 15 }]);
  });

  it('is the place of the row that could not be read', () => {
    expect(tell({}, received, 'place', { warnings: [torn] }).text).toMatch(/^第35行\n/);
  });
});

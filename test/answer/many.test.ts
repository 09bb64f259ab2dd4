import { describe, expect, it } from 'vitest';
import { ask, fictional, received } from './fictional.ts';

const inForce = 'disclosure.normativeDocuments.inForce';
const reports = [
  fictional({ agency: '青禾县水务局', year: 2021, cells: { [received]: 12 } }),
  fictional({ agency: '青禾县水务局', year: 2023, cells: { [received]: 21, [inForce]: 5 } }),
  fictional({ agency: '青禾县教育局', year: 2022, cells: { [received]: 40 } }),
  fictional({ agency: '青禾县教育局', year: 2023, cells: { [received]: 21 } }),
  fictional({ agency: '石桥镇人民政府', year: 2023, cells: { [received]: 0 } }),
  fictional({ agency: '柳湾乡人民政府', year: 2023, cells: { [received]: 3 }, county: '白塔县' }),
  fictional({ agency: '青禾县档案服务中心', year: 2023, cells: { [received]: null } }),
  fictional({ agency: '青禾县信访局', year: 2023 }),
];

describe('comparison', () => {
  const pair = ['青禾县水务局', '石桥镇人民政府'];

  it('says who has more and gives both with citations', () => {
    const answer = ask(reports, { kind: 'comparison', agencies: pair, years: [2023], readings: [received] });
    expect(answer.text).toMatch(/^青禾县水务局更多：21 件\n/);
    expect(answer.values.map((value) => value.value)).toEqual([21, 0]);
    expect(answer.values.every((value) => value.citation?.reportId)).toBe(true);
    expect(answer.chart?.series[0]?.values).toEqual([21, 0]);
  });

  it('says that they are equal', () => {
    const agencies = ['青禾县水务局', '青禾县教育局'];
    expect(ask(reports, { kind: 'comparison', agencies, years: [2023], readings: [received] }).text).toMatch(
      /^一样多：都是 21 件/,
    );
  });

  it('does not compare with a blank', () => {
    const agencies = ['青禾县水务局', '青禾县档案服务中心'];
    const answer = ask(reports, { kind: 'comparison', agencies, years: [2023], readings: [received] });
    expect(answer.text).toMatch(/^无法比较/);
    expect(answer.text).toMatch(/青禾县档案服务中心 +未填/);
  });

  it('of two years tells the difference and the percentage', () => {
    const answer = ask(reports, {
      kind: 'comparison',
      agencies: ['青禾县水务局'],
      years: [2021, 2023],
      readings: [received],
    });
    expect(answer.text).toMatch(/^2023年比2021年多 9 件（\+75%）/);
  });

  it('names the report that is missing', () => {
    const answer = ask(reports, { kind: 'comparison', agencies: pair, years: [2021], readings: [received] });
    expect(answer.text).toContain('没有收录：石桥镇人民政府2021年');
  });

  it('without a figure lays the key figures side by side', () => {
    const answer = ask(reports, { kind: 'comparison', agencies: pair, years: [2023] });
    expect(answer.text).toMatch(/新收申请 +21 件 +0 件/);
    expect(answer.text).toContain('没有列出的项目都是 0 或没有填');
  });
});

describe('ranking', () => {
  const most = (limit: number, positionOf?: string) =>
    ask(reports, {
      kind: 'ranking',
      years: [2023],
      readings: [received],
      order: { direction: 'most', limit, ...(positionOf ? { positionOf } : {}) },
    });

  it('shares places and shows everybody who shares the last one', () => {
    const answer = most(1);
    expect(answer.values.map((value) => value.agency)).toEqual(['青禾县教育局', '青禾县水务局']);
    expect(answer.text).toMatch(/^并列第一（2家）：青禾县教育局、青禾县水务局，21 件/);
  });

  it('lists blanks and reports without the row apart', () => {
    const { text, values } = most(10);
    expect(values).toHaveLength(4);
    expect(text).toContain('未填（1家，不参加排名）：青禾县档案服务中心');
    expect(text).toContain('没有这一栏（1家，不参加排名）：青禾县信访局');
    expect(text).toMatch(/ 3 +柳湾乡人民政府 +3 件/);
  });

  it('puts the least first when asked', () => {
    const order = { direction: 'least' as const, limit: 1 };
    const answer = ask(reports, { kind: 'ranking', years: [2023], readings: [received], order });
    expect(answer.values[0]).toMatchObject({ agency: '石桥镇人民政府', value: 0 });
  });

  it('tells the place of one agency, also beyond those shown', () => {
    const answer = most(1, '石桥镇人民政府');
    expect(answer.text).toMatch(/^第4名：石桥镇人民政府，0 件（共4家）/);
    expect(answer.values.at(-1)?.agency).toBe('石桥镇人民政府');
    expect(most(3, '青禾县档案服务中心').text).toMatch(/^青禾县档案服务中心没有名次：未填/);
  });

  it('keeps to the region and the kind of agency', () => {
    const filter = { region: { level: 'county' as const, name: '青禾县' }, kinds: ['town' as const] };
    const answer = ask(reports, { kind: 'ranking', years: [2023], readings: [received], filter });
    expect(answer.values.map((value) => value.agency)).toEqual(['石桥镇人民政府']);
    expect(answer.text).toContain('青禾县的乡镇中');
  });

  it('adds up several years of what happens in a year, and not of what is counted at its end', () => {
    const years = [2021, 2022, 2023];
    const added = ask(reports, { kind: 'ranking', years, readings: [received] });
    expect(added.values.slice(0, 2).map((value) => [value.agency, value.value, value.status])).toEqual([
      ['青禾县教育局', 61, 'derived'],
      ['青禾县水务局', 33, 'derived'],
    ]);
    const stock = ask(reports, { kind: 'ranking', years, readings: [inForce] });
    expect(stock.values[0]).toMatchObject({ year: 2023, value: 5, status: 'reported' });
  });

  it('is no ranking when nobody gives the figure', () => {
    const answer = ask(reports, { kind: 'ranking', years: [2023], readings: ['disclosure.fees.amount'] });
    expect(answer.values).toEqual([]);
    expect(answer.text).toMatch(/^没有可以排名的数字/);
  });
});

describe('aggregate', () => {
  const over = (aggregate: 'sum' | 'mean' | 'median' | 'max' | 'min') =>
    ask(reports, { kind: 'aggregate', years: [2023], readings: [received], aggregate });

  it('gives one number over those that fill the cell and names those left out', () => {
    const answer = over('sum');
    expect(answer.values).toHaveLength(1);
    expect(answer.values[0]).toMatchObject({
      agency: '全部6家单位',
      value: 45,
      status: 'derived',
      citation: null,
    });
    expect(answer.reports).toHaveLength(4);
    expect(answer.text).toContain('表中为空白，未计入（1份）：青禾县档案服务中心');
    expect(answer.text).toContain('没有这一栏，未计入（1份）：青禾县信访局');
  });

  it('computes mean, median, greatest and least without the blanks', () => {
    expect((['mean', 'median', 'max', 'min'] as const).map((kind) => over(kind).values[0]?.value)).toEqual([
      11.25, 12, 21, 0,
    ]);
    expect(over('max').values[0]?.citation?.reportId).toBe('2023-青禾县教育局');
  });

  it('gives no number over nothing', () => {
    const answer = ask(reports, {
      kind: 'aggregate',
      years: [2023],
      readings: ['disclosure.fees.amount'],
      aggregate: 'sum',
    });
    expect(answer.values[0]?.value).toBeNull();
  });

  it('counts who meets a condition; a blank meets none', () => {
    const count = (operator: '=' | '>' | 'blank', value = 0) =>
      ask(reports, {
        kind: 'aggregate',
        years: [2023],
        readings: [received],
        aggregate: 'count',
        filter: { conditions: [{ reading: received, operator, value }] },
      });
    expect(count('=').values[0]).toMatchObject({ value: 1, unit: '家' });
    expect(count('=').text).toContain('未计入（2份）：青禾县信访局、青禾县档案服务中心');
    expect(count('>', 10).values[0]?.value).toBe(2);
    expect(count('blank').values[0]?.value).toBe(1);
  });

  it('says to whom the number is narrowed', () => {
    const filter = { conditions: [{ reading: received, operator: '>' as const, value: 10 }] };
    const answer = ask(reports, {
      kind: 'aggregate',
      years: [2023],
      readings: [received],
      aggregate: 'mean',
      filter,
    });
    expect(answer.text).toContain('新收政府信息公开申请超过 10 件的，2家单位');
  });

  it('pools rates: the sums are divided', () => {
    const rate = (agency: string, granted: number, handled: number) =>
      fictional({
        agency,
        year: 2023,
        cells: {
          'applications.granted.total': granted,
          'applications.partlyGranted.total': 0,
          'applications.handledTotal.total': handled,
        },
      });
    const two = [rate('甲镇', 1, 1), rate('乙镇', 0, 9)];
    const answer = ask(two, { kind: 'aggregate', readings: ['rates.disclosure'], aggregate: 'sum' });
    expect(answer.values[0]).toMatchObject({ value: 10, unit: '%' });
    expect(
      ask(two, { kind: 'aggregate', readings: ['rates.disclosure'], aggregate: 'mean' }).values[0]?.value,
    ).toBe(50);
  });
});

describe('trend', () => {
  it('goes up the years, with changes and the years that are missing', () => {
    const answer = ask(reports, { kind: 'trend', agencies: ['青禾县水务局'], readings: [received] });
    expect(answer.values.map((value) => [value.year, value.value])).toEqual([
      [2021, 12],
      [2023, 21],
    ]);
    expect(answer.text).toMatch(/^2021年 12 件 → 2023年 21 件（\+75%）/);
    expect(answer.text).toContain('没有收录2022年的年报');
    expect(answer.chart).toMatchObject({
      kind: 'line',
      categories: ['2021', '2022', '2023'],
      gaps: { 2022: '未收录' },
    });
    expect(answer.chart?.series[0]?.values).toEqual([12, null, 21]);
  });

  it('tells the change from year to year', () => {
    const answer = ask(reports, { kind: 'trend', agencies: ['青禾县教育局'], readings: [received] });
    expect(answer.text).toMatch(/2023 +21 件 +-19（-47.5%）/);
  });

  it('over all agencies adds up, says how many reports each year has and gives no false percentage', () => {
    const answer = ask(reports, { kind: 'trend', readings: [received] });
    expect(answer.values.map((value) => value.value)).toEqual([12, 40, 45]);
    expect(answer.text).toMatch(/^2021年 12 件 → 2023年 45 件\n/);
    expect(answer.text).toContain('2023年4份（另有2份未填）');
  });
});

describe('list', () => {
  it('names agencies with their years', () => {
    const answer = ask(reports, { kind: 'list' });
    expect(answer.text).toMatch(/^6家单位，8份年报/);
    expect(answer.text).toContain('· 青禾县水务局：2021、2023年');
    expect(answer.agencies).toHaveLength(6);
  });

  it('names what is missing', () => {
    const answer = ask(reports, { kind: 'list', missing: true, agencies: ['青禾县水务局'] });
    expect(answer.text).toMatch(/^缺1份：1家单位/);
    expect(answer.text).toContain('青禾县水务局：缺2022年');
  });

  it('of those that meet a condition gives the figures', () => {
    const filter = { conditions: [{ reading: received, operator: '>' as const, value: 10 }] };
    const answer = ask(reports, { kind: 'list', filter });
    expect(answer.values.map((value) => value.value)).toEqual([21, 21]);
    expect(answer.text).toContain('· 青禾县水务局 21 件');
    expect(answer.text).toContain('（按最近一年2023年）');
  });

  it('says so when nobody meets it', () => {
    const filter = { conditions: [{ reading: received, operator: '>' as const, value: 999 }] };
    expect(ask(reports, { kind: 'list', filter }).text).toMatch(/^没有符合条件的单位/);
  });

  it('is cut after ten, with the rest counted and told by region', () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      fictional({ agency: `第${i}镇`, year: 2023, county: i % 5 ? '青禾县' : '白塔县' }),
    );
    const { text } = ask(many, { kind: 'list' });
    expect(text).toContain('还有15家没有列出');
    expect(text).toContain('按地区：青禾县20家，白塔县5家');
  });
});

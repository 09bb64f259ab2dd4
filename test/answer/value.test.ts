import { describe, expect, it } from 'vitest';
import { ask, type Cells, fictional, received } from './fictional.ts';
import { about, one, water } from './water-bureau.ts';

const natural = 'applications.newReceived.naturalPerson';

describe('a single figure', () => {
  it('comes first, then what it counts, year and agency, then the quotation and its place', () => {
    const answer = ask(one({ [received]: 21 }), { ...about, readings: [received] });
    expect(answer.text.split('\n')).toEqual([
      '21 件',
      '2023年，青禾县水务局新收政府信息公开申请 21 件（本年新收政府信息公开申请数量，总计）。',
      '出处：《青禾县水务局2023年政府信息公开工作年度报告》三、收到和处理政府信息公开申请情况，第40行',
      '「applications.newReceived.total 21」',
    ]);
    expect(answer.values).toEqual([
      {
        agency: water,
        year: 2023,
        reading: received,
        label: '本年新收政府信息公开申请数量',
        value: 21,
        unit: '件',
        status: 'reported',
        citation: {
          reportId: '2023-青禾县水务局',
          section: '三、收到和处理政府信息公开申请情况',
          text: 'applications.newReceived.total 21',
          line: 40,
        },
      },
    ]);
    expect(answer).toMatchObject({ kind: 'value', agencies: [water], years: [2023], readings: [received] });
  });

  it('says zero, blank and absent differently', () => {
    const lead = (cells: Cells) => ask(one(cells), { ...about, readings: [natural] });
    expect(lead({ [natural]: 0 }).text).toMatch(/^0 件\n/);
    expect(lead({ [natural]: null }).text).toMatch(/^表中此格为空白，未填数字\n/);
    expect(lead({ [received]: 0 }).text).toMatch(/^该年报没有这一栏\n/);
    expect(lead({ [natural]: null }).values[0]).toMatchObject({ value: null, status: 'blank' });
    expect(lead({ [received]: 0 }).values[0]).toMatchObject({ value: null, status: 'absent' });
  });

  it('calls no cell blank in which words stand', () => {
    const report = fictional({ agency: water, year: 2023 });
    const source = { line: 35, text: '…\t见附件' };
    report.readings[received] = { value: null, raw: '见附件', status: 'blank', source };
    report.warnings.push({ code: 'value-unreadable', message: '格内印的不是数字', readings: [received] });
    expect(ask([report], { ...about, readings: [received] }).text).toMatch(
      /^表中此格印的是“见附件”，不是数字\n/,
    );
  });

  it('gives the page where the report is a PDF', () => {
    const report = fictional({ agency: water, year: 2023 });
    report.readings[received] = {
      value: 3,
      raw: '3',
      status: 'reported',
      source: { page: 3, text: '一、…\t3' },
    };
    const answer = ask([report], { ...about, readings: [received] });
    expect(answer.text).toContain('，第3页\n「一、… 3」');
    expect(answer.values[0]?.citation).toMatchObject({ page: 3 });
    expect(answer.values[0]?.citation).not.toHaveProperty('line');
  });

  it('tells which form has a row that this one lacks', () => {
    const answer = ask(one({ [received]: 1 }), { ...about, readings: ['disclosure.procurement.amount'] });
    expect(answer.text).toContain('这一栏只在2019年版的格式里有');
  });

  it('adds what the running text says where the cell is blank', () => {
    const claims = [
      {
        text: '全年收到政府信息公开申请5件。',
        value: 5,
        unit: '件',
        about: received,
        place: { line: 9 },
        section: 1 as const,
        scope: '全区',
      },
    ];
    const answer = ask(one({ [received]: null }, { claims }), { ...about, readings: [received] });
    expect(answer.values[0]?.value).toBeNull();
    expect(answer.text).toContain('年报正文另写：「全年收到政府信息公开申请5件。」（全区，第9行）');
  });

  it('tells doubts of the reading and contradictions that the checks found', () => {
    const warnings = [{ code: 'slipped-row', message: '这一行多出一格', readings: [received] }];
    const finding = { rule: 'x', severity: 'error' as const, message: '合计对不上', readings: [received] };
    const findings = [{ ...finding, printed: 3, computed: 2, quotations: [] }];
    const { text } = ask(one({ [received]: 3 }, { warnings, findings }), { ...about, readings: [received] });
    expect(text).toContain('读取时有疑问：这一行多出一格');
    expect(text).toContain('请注意：合计对不上');
  });
});

describe('a change from the year before', () => {
  const two = (before: number | null, now: number) => [
    fictional({ agency: water, year: 2022, cells: { [received]: before } }),
    fictional({ agency: water, year: 2023, cells: { [received]: now } }),
  ];
  const measure = { kind: 'change' as const };

  it('is told in percent, with both figures', () => {
    const answer = ask(two(12, 21), { ...about, readings: [received], measure });
    expect(answer.values[0]).toMatchObject({ reading: 'rates.yearOnYear', value: 75, year: 2023 });
    expect(answer.values.slice(1).map((value) => [value.year, value.value])).toEqual([
      [2023, 21],
      [2022, 12],
    ]);
    expect(answer.text).toMatch(/^\+75%（从 12 件 到 21 件）/);
  });

  it('from zero has no percentage', () => {
    const answer = ask(two(0, 21), { ...about, readings: [received], measure });
    expect(answer.values[0]?.value).toBeNull();
    expect(answer.text).toMatch(/^从 0 件 到 21 件，算不出百分比/);
  });

  it('is not held without the year before, and gives what there is', () => {
    const answer = ask(one({ [received]: 21 }), { ...about, readings: [received], measure });
    expect(answer.kind).toBe('not-held');
    expect(answer.text).toMatch(
      /^没有收录青禾县水务局2022年的年报\n2023年，青禾县水务局新收政府信息公开申请 21 件/,
    );
  });
});

describe('several figures', () => {
  it('of one row quote it once', () => {
    const report = fictional({ agency: water, year: 2023 });
    const row = { line: 66, text: '10\t1\t0\t0\t11' };
    for (const [id, value] of [
      ['upheld', 10],
      ['corrected', 1],
    ] as const)
      report.readings[`reviews.reconsideration.${id}`] = {
        value,
        raw: String(value),
        status: 'reported',
        source: row,
      };
    const readings = ['reviews.reconsideration.upheld', 'reviews.reconsideration.corrected'];
    const answer = ask([report], { ...about, readings });
    expect(answer.text).toMatch(/^行政复议结果维持 10 件，行政复议结果纠正 1 件\n2023年，青禾县水务局。/);
    expect(answer.text.match(/10 1 0 0 11/g)).toHaveLength(1);
  });

  it('explain 未填 beside zeros', () => {
    const answer = ask(one({ [natural]: null, [received]: 0 }), { ...about, readings: [natural, received] });
    expect(answer.text).toContain('新收政府信息公开申请（申请人为自然人）未填，新收政府信息公开申请 0 件');
    expect(answer.text).toContain('不等于 0');
  });

  it('of several reports stand in a table, cut after ten with the count of the rest', () => {
    const reports = Array.from({ length: 13 }, (_, i) =>
      fictional({ agency: `第${i}镇`, year: 2023, cells: { [received]: i } }),
    );
    const answer = ask(reports, { kind: 'value', readings: [received] });
    expect(answer.values).toHaveLength(13);
    expect(answer.text).toContain('还有3份没有列出');
  });
});

describe('what the question left open', () => {
  const both = [2022, 2023].map((year) => fictional({ agency: water, year, cells: { [received]: year } }));

  it('is told: the newest year by default', () => {
    const answer = ask(both, { kind: 'value', agencies: [water], readings: [received] });
    expect(answer.years).toEqual([2023]);
    expect(answer.text).toMatch(/（按最近一年2023年）$/);
  });

  it('is told also when the year was already filled in by default', () => {
    const yearsFrom = 'default' as const;
    const answer = ask(both, {
      kind: 'value',
      agencies: [water],
      years: [2023],
      yearsFrom,
      readings: [received],
    });
    expect(answer.text).toMatch(/（按最近一年2023年）$/);
  });

  it('is told: agency and year from the talk before', () => {
    const context = { agenciesFrom: 'context', yearsFrom: 'context' } as const;
    const answer = ask(both, {
      kind: 'value',
      agencies: [water],
      years: [2022],
      readings: [received],
      ...context,
    });
    expect(answer.text).toMatch(/（沿用上文：青禾县水务局，2022年）$/);
  });

  it('follows the correction of a wrong premise, which is told first', () => {
    const correction = '年报里没有“驳回”这一项，最接近的是不予公开。';
    const answer = ask(both, {
      kind: 'value',
      agencies: [water],
      years: [2022],
      readings: [received],
      correction,
    });
    expect(answer.text.split('\n').slice(0, 2)).toEqual([correction, '2022 件']);
  });

  it('is not held when the year is missing, and says which years are', () => {
    const answer = ask(both, { kind: 'value', agencies: [water], years: [2020], readings: [received] });
    expect(answer).toMatchObject({ kind: 'not-held', values: [], agencies: [water], years: [2020] });
    expect(answer.text).toContain('没有收录青禾县水务局2020年的年报\n青禾县水务局收录了2022、2023年的年报。');
  });

  it('answers in English with the official term beside the translation', () => {
    const answer = ask(both, {
      kind: 'value',
      agencies: [water],
      years: [2023],
      readings: [received],
      language: 'en',
    });
    expect(answer.text).toMatch(
      /^2023\n青禾县水务局, 2023: new applications received \(本年新收政府信息公开申请数量\): 2023\.\nSource: /,
    );
  });
});

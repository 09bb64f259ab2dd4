import { describe, expect, it } from 'vitest';
import { highlight } from '../../src/answer/sentences.ts';
import type { Report } from '../../src/model/report.ts';
import { ask, fictional, received } from './fictional.ts';

function saying(agency: string, ...texts: string[]): Report {
  const report = fictional({ agency, year: 2023, cells: { 'disclosure.penalties.decisions': 3 } });
  texts.forEach((text, i) => {
    report.sections[0]?.paragraphs.push({ text, place: { line: 9 + i } });
  });
  return report;
}

const zones = '全县建成政务公开专区15个，配备自助查询设备。';
const held = [
  saying('青禾县人民政府', zones, '按规定公开部门预算和“三公”经费。'),
  saying('青禾县水务局', '居民代表走进净水车间参观供水流程。', '全年未收到政府信息公开申请。'),
  saying('石桥镇人民政府', '通过广播宣讲惠农政策。'),
  ...['柳湾乡人民政府', '桑园镇人民政府', '枣林镇人民政府'].map((agency) =>
    saying(agency, '高度重视政府信息公开工作，加强组织领导。', '不断完善工作机制。'),
  ),
];
const notHeld = (what: string, question: string, more = {}) =>
  ask(held, { kind: 'not-held', wanted: { what }, ...more }, question);

describe('what no table holds', () => {
  it('is quoted from the text as what it is, without a figure', () => {
    const answer = notHeld('专区', '青禾县政务公开专区有几个', { agencies: ['青禾县人民政府'] });
    expect(answer).toMatchObject({ kind: 'not-held', values: [], passages: [{ text: zones }] });
    expect(answer.text).toMatch(/^年报的表格里没有这一项数据；原文里提到的是：\n/);
  });

  it('may have been taken for the name of a place', () => {
    const organ = fictional({ agency: '望溪县人民政府', year: 2023, county: '望溪县', kind: 'government' });
    organ.sections[0]?.paragraphs.push(
      { text: zones, place: {} },
      { text: '县财政局收到申请三件。', place: {} },
    );
    const query = { kind: 'not-held' as const, wanted: { agency: '望溪县政务公开专区' } };
    const answer = ask([...held, organ], query, '望溪县政务公开专区有几个');
    expect(answer).toMatchObject({ kind: 'not-held', values: [], passages: [{ text: zones }] });
    const bureau = { kind: 'not-held' as const, wanted: { agency: '望溪县财政局' } };
    expect(ask([...held, organ], bureau, '望溪县财政局收到申请几件').passages).toEqual([]);
  });

  it('is quoted where a report says it word for word, however common the words', () => {
    const report = saying('青禾县财政局', '开设“你点我检”栏目，我为你检，你来点。');
    const query = { kind: 'not-held' as const, wanted: { what: '点 检' }, agencies: ['青禾县财政局'] };
    expect(ask([...held, report], query, '财政局你点我检').kind).toBe('passages');
    expect(ask([...held, report], query, '财政局我点你检').kind).toBe('not-held');
  });

  it('is told with a number first where a number was asked for', () => {
    const report = saying('青禾县财政局', '2.政务公开专区利用率不高。', '建成政务公开专区十五个。');
    const query = { kind: 'not-held' as const, wanted: { what: '专区' }, agencies: ['青禾县财政局'] };
    const answer = ask([...held, report], query, '财政局政务公开专区有几个');
    expect(answer.passages[0]?.text).toBe('建成政务公开专区十五个。');
  });

  it('is answered by passages where no figure was asked for', () => {
    expect(notHeld('净水车间', '净水车间参观').kind).toBe('passages');
  });

  it('stays corrected where the question assumed what is not so', () => {
    const correction = '年报的表格里没有“三公”经费。';
    const answer = notHeld('三公经费', '三公经费公开了吗', { correction });
    expect(answer).toMatchObject({ kind: 'not-held', passages: [{ agency: '青禾县人民政府' }] });
    expect(answer.text.startsWith(correction)).toBe(true);
  });

  it('is not quoted of another agency, for another year, or of somebody unknown', () => {
    const other = notHeld('专区', '水务局政务公开专区有几个', { agencies: ['青禾县水务局'] });
    expect(other.passages).toEqual([]);
    const unknown = { kind: 'not-held' as const, wanted: { agency: '清溪县' } };
    expect(ask(held, unknown, '清溪县政务公开专区').passages).toEqual([]);
    const later = { kind: 'not-held' as const, wanted: { year: 2031 } };
    expect(ask(held, later, '2031年政务公开专区有几个').passages).toEqual([]);
  });

  it('is not quoted where a report has but some of the words', () => {
    expect(notHeld('罚款', '青禾县罚款金额多少').passages).toEqual([]);
    expect(notHeld('人口', '青禾县人口和政策').passages).toEqual([]);
  });

  it('keeps to the region of the question', () => {
    const region = { level: 'county' as const, name: '望溪县' };
    expect(notHeld('专区', '望溪县政务公开专区有几个', { filter: { region } }).passages).toEqual([]);
  });
});

describe('a report without the table', () => {
  it('still tells in words what it has no figure for', () => {
    const query = { kind: 'value' as const, agencies: ['青禾县水务局'], readings: [received] };
    const answer = ask(held, query, '水务局收到政府信息公开申请没有');
    expect(answer).toMatchObject({ kind: 'value', values: [{ status: 'absent' }] });
    expect(answer.text).toContain('原文里提到的是：');
    expect(answer.passages).toMatchObject([{ text: '全年未收到政府信息公开申请。' }]);
  });

  it('adds no words to a figure', () => {
    const readings = ['disclosure.penalties.decisions'];
    const answer = ask(held, { kind: 'value', agencies: ['青禾县水务局'], readings }, '水务局处罚多少');
    expect(answer.passages).toEqual([]);
  });
});

describe('a question that is not understood', () => {
  it('is told what comes near, as no more than that', () => {
    const answer = ask(held, { kind: 'not-understood' }, '净水车间门票');
    expect(answer.kind).toBe('passages');
    expect(answer.text).toMatch(/^没有直接写“净水车间门票”的原文；意思相近的有：/);
  });

  it('is told what stands nearly nowhere else, but no small talk', () => {
    const near = ask(held, { kind: 'not-understood' }, '居民代表参观能免费吃饭吗');
    expect(near.text).toMatch(/^没有直接写“居民代表参观能免费吃饭吗”的原文/);
    expect(ask(held, { kind: 'not-understood' }, '居民代表参观能免费吃什么好吃').kind).toBe('not-understood');
  });

  it('is not answered by what every report is about', () => {
    const asked = notHeld('信息公开申请', '信息公开申请去哪里交');
    expect(asked).toMatchObject({ kind: 'not-held', passages: [] });
  });

  it('is not answered where something is to be done', () => {
    expect(ask(held, { kind: 'not-understood' }, '帮我参观净水车间').kind).toBe('not-understood');
    expect(ask(held, { kind: 'not-understood' }, '我想知道净水车间参观').kind).toBe('passages');
  });

  it('takes no number alone for words of a report', () => {
    const hotline = saying('青禾县信访局', '12345政务服务热线办结工单一千余件。');
    expect(ask([...held, hotline], { kind: 'not-understood' }, '123456').kind).toBe('not-understood');
  });

  it('reads the digits of a hotline as its name, not as a year', () => {
    const hotline = saying('青禾县信访局', '12345政务服务热线办结工单一千余件。');
    const answer = ask([...held, hotline], { kind: 'not-understood' }, '12345热线');
    expect(answer.passages).toMatchObject([{ agency: '青禾县信访局' }]);
  });
});

describe('a long sentence', () => {
  it('is cut at its commas', () => {
    const clause = '严格按照有关规定和要求做好各项工作，';
    const text = `${clause.repeat(6)}组织开展政府开放日活动，${clause.repeat(8)}完。`;
    const cut = highlight(text, ['政府开放日']);
    expect(cut).toMatch(/^…严格.*组织开展政府开放日活动，.*，…$/);
    expect(cut.length).toBeLessThanOrEqual(162);
  });
});

describe('measures that are looked for', () => {
  it('are told before problems with the same words', () => {
    const report = fictional({ agency: '青禾县水务局', year: 2023 });
    const [problem, measure] = ['栏目更新不及时。', '建立栏目更新提醒制度，防止更新不及时。'];
    report.sections[4]?.paragraphs.push(
      { text: problem, place: { line: 81 } },
      { text: measure, place: { line: 82 } },
    );
    report.problems = [{ text: problem, place: { line: 81 } }];
    report.improvements = [{ text: measure, place: { line: 82 } }];
    const query = { kind: 'improvements' as const, grouped: true, text: '更新不及时' };
    expect(ask([report], query, '更新不及时怎么解决').passages).toMatchObject([{ text: measure }]);
  });

  it('are those for the matter that is asked about, where a report speaks of it', () => {
    const report = fictional({ agency: '青禾县司法局', year: 2023 });
    const measures = ['逐项替换过期的办事指南。', '加强学习。'].map((text, i) => ({
      text,
      place: { line: 82 + i },
    }));
    report.sections[4]?.paragraphs.push(...measures);
    report.improvements = measures;
    const query = { kind: 'improvements' as const, agencies: ['青禾县司法局'] };
    const answer = ask([report, ...held], query, '司法局办事指南过期怎么改');
    expect(answer).toMatchObject({ kind: 'passages', passages: [{ text: measures[0]?.text }] });
    expect(ask([report, ...held], query, '司法局有什么改进措施').passages).toHaveLength(2);
  });
});

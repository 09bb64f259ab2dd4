import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/model/answer.ts';
import { remember, understand } from '../../src/question/understand.ts';
import type { TalkContext, Understanding } from '../../src/question/understanding.ts';
import { corpusDay, fictionalLibrary } from '../support/fictional-library.ts';

const { library, ids } = fictionalLibrary();
const ask = (text: string, context?: TalkContext) =>
  understand(text, { library, today: corpusDay, ...(context ? { context } : {}) });

function answerOf(understood: Understanding, agencies: string[] = []): Answer {
  const { query } = understood;
  return {
    question: '',
    kind: query.kind,
    agencies,
    years: query.years,
    readings: query.readings,
    values: [],
    passages: [],
    reports: [],
    findings: [],
    options: [],
    text: '',
    blocks: [],
  };
}

describe('an understanding', () => {
  it('keeps the span of every mention in the question as it was typed', () => {
    const typed = '秀嶺區２０２３年收到多少件申請';
    for (const mention of ask(typed).mentions)
      expect(typed.slice(mention.start, mention.end)).toBe(mention.text);
    expect(ask(typed).mentions.map((m) => [m.kind, m.text])).toEqual(
      expect.arrayContaining([
        ['region', '秀嶺區'],
        ['year', '２０２３年'],
        ['row', '申請'],
      ]),
    );
  });

  it('says when the year is a default', () => {
    const { query, notes } = ask('秀岭区收到多少申请');
    expect([query.years, query.yearsFrom]).toEqual([[2024], 'default']);
    expect(notes.join()).toContain('2024');
  });

  it('takes a reading of the edition that the report has', () => {
    expect(ask('秀岭区2020年制发规范性文件几件').query.readings).toEqual([
      'disclosure.normativeDocuments.newlyMade',
    ]);
    expect(ask('秀岭区2023年制发规范性文件几件').query.readings).toEqual([
      'disclosure.normativeDocuments.issued',
    ]);
  });

  it('lets the home of the chat decide between agencies of one name', () => {
    const home = { province: '云川省', city: '北屏市', county: '望溪县' };
    const { query, notes } = understand('教育局2023年收到几件申请', { library, today: corpusDay, home });
    expect(query.agencies).toEqual([ids.get('wx-jy')]);
    expect(notes.join()).toContain('同名');
  });

  it('gives clarify options that are whole queries', () => {
    const { query } = ask('教育局2023年收到几件申请');
    expect(query.options?.map((option) => [option.label, option.query.kind, option.query.years])).toEqual([
      ['望溪县教育局', 'value', [2023]],
      ['澄阳县教育局', 'value', [2023]],
    ]);
  });

  it('does not take the bureau of another county for one that is not held', () => {
    for (const name of ['望溪县财政局', '秀岭区教育局', '北屏市财政局', '武进区财政局', '鹿鸣县教育局'])
      expect(ask(`${name}2023年收到多少申请`).query).toMatchObject({
        kind: 'not-held',
        wanted: { agency: name },
      });
  });

  it('is not thrown by anything that is typed', () => {
    for (const text of [
      '',
      ' ',
      '\u0000',
      '？'.repeat(500),
      '第九百九十九个',
      '2023'.repeat(100),
      '的'.repeat(2000),
    ])
      expect(() => ask(text)).not.toThrow();
  });

  it('takes less than two milliseconds of the processor once warm', () => {
    const text = '望溪县自然资源局2023年自然人申请里不予公开的占多少';
    for (let i = 0; i < 200; i++) ask(text);
    const before = process.cpuUsage();
    for (let i = 0; i < 200; i++) ask(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000 / 200).toBeLessThan(2);
  });
});

describe('a talk', () => {
  it('is remembered as plain JSON', () => {
    const understood = ask('教育局2023年收到几件申请');
    const context = remember(understood, answerOf(understood));
    const revived: TalkContext = JSON.parse(JSON.stringify(context));
    expect(revived).toEqual(context);
    expect(ask('第二个', revived).query).toMatchObject({ kind: 'value', agencies: [ids.get('cy-jy')] });
  });

  it('marks what was taken from before', () => {
    const understood = ask('秀岭区2023年收到多少申请');
    const context = remember(understood, answerOf(understood));
    expect(ask('不予公开呢', context).query).toMatchObject({
      agenciesFrom: 'context',
      yearsFrom: 'context',
      years: [2023],
    });
    expect(ask('2022年呢', context).query).toMatchObject({ agenciesFrom: 'context', yearsFrom: 'question' });
  });

  it('finds the agency at a place of the list that was shown', () => {
    const understood = ask('2023年哪个单位申请最多');
    const context = remember(understood, answerOf(understood, ['北屏市人民政府', '秀岭区信访局']));
    expect(ask('第二个', context).query).toMatchObject({
      kind: 'value',
      agencies: [ids.get('xl-xf')],
      years: [2023],
    });
    expect(ask('第九个', context).query.kind).toBe('not-understood');
  });

  it('is not changed by what was not understood', () => {
    const understood = ask('秀岭区2023年收到多少申请');
    const context = remember(understood, answerOf(understood));
    const small = ask('今天天气怎么样', context);
    expect(remember(small, answerOf(small), context)).toEqual(context);
  });
});

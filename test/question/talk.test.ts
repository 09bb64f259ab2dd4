import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/model/answer.ts';
import type { Query } from '../../src/model/query.ts';
import { remember, understand } from '../../src/question/understand.ts';
import type { TalkContext, Understanding } from '../../src/question/understanding.ts';
import { corpusDay, fictionalLibrary } from '../support/fictional-library.ts';

const { library, ids } = fictionalLibrary();
const id = (code: string) => ids.get(code) ?? code;

function answerOf({ query }: Understanding, agencies: readonly string[]): Answer {
  const { kind, years, readings } = query;
  const nothing = { values: [], passages: [], reports: [], findings: [], options: [], blocks: [] };
  return { question: '', text: '', kind, years, readings, agencies: [...agencies], ...nothing };
}

/** The queries of a talk; what each answer listed is said beside its question. */
function talk(...turns: (string | [question: string, ...listed: string[]])[]): Query[] {
  let context: TalkContext | undefined;
  return turns.map((turn) => {
    const [question, ...listed] = typeof turn === 'string' ? [turn] : turn;
    const understood = understand(question ?? '', {
      library,
      today: corpusDay,
      ...(context ? { context } : {}),
    });
    context = remember(understood, answerOf(understood, listed), context);
    return understood.query;
  });
}

const last = (queries: readonly Query[]) => queries.at(-1);

describe('a follow-up', () => {
  it('never gives the figure of the agency before for one that is not held', () => {
    for (const name of ['岚皋县农业农村局', '修武县农业农村局', '水利局', '铁道局', '杭州市']) {
      const query = last(talk('澄阳县农业农村局2023年收到多少申请', `那${name}呢`));
      expect([name, query?.kind]).toEqual([name, 'not-held']);
      expect(query?.agencies).toEqual([]);
    }
  });

  it('is still of what no table has', () => {
    for (const next of ['2022年呢', '澄阳县教育局的呢'])
      expect(last(talk('秀岭区2023年罚款总额多少', next))?.kind).toBe('not-held');
  });

  it('is no sum of all after a question that got no answer', () => {
    expect(last(talk('2023年收到多少咖啡豆申请', '其中律师几件'))?.kind).toBe('not-understood');
  });

  it('takes 它 for nobody after a name that is not held', () => {
    const query = last(talk('澄阳县农业农村局2023年收到多少申请', '岚皋县农业农村局呢', '它2022年呢'));
    expect(query?.agencies).toEqual([]);
  });

  it('is of the same organ of another region, or of none', () => {
    const talked = '望溪县公安局2023年收到多少申请';
    for (const region of ['澄阳县的呢', '澄阳呢', '北屏市呢'])
      expect([region, last(talk(talked, region))?.kind]).toEqual([region, 'not-held']);
    expect(last(talk(talked, '澄阳县政府呢'))).toMatchObject({ kind: 'value', agencies: [id('cy')] });
  });

  it('keeps the year that was asked for, though it is not held', () => {
    expect(last(talk('澄阳县政府2021年收到多少申请', '秀岭区呢'))).toMatchObject({
      kind: 'value',
      agencies: [id('xl')],
      years: [2021],
    });
    expect(last(talk('澄阳县政府2021年收到多少申请', '秀岭区电话多少'))).toMatchObject({ kind: 'contact' });
  });

  it('ranks all where the least is asked for after the figure of one', () => {
    const query = last(talk('秀岭区2023年收到多少申请', '最少呢'));
    expect(query).toMatchObject({ kind: 'ranking', agencies: [], years: [2023] });
    expect(query?.order?.direction).toBe('least');
  });

  it('takes 其他的 for the other agencies, and no figure from a choice that is open', () => {
    const others = last(talk('秀岭区2023年不予公开几件', '其他的呢'));
    expect(others).toMatchObject({
      kind: 'ranking',
      readings: ['applications.refused.total'],
      years: [2023],
    });
    const open = talk('秀岭区2023年不予公开几件', '结果维持几件', '北屏市呢');
    expect(open[1]?.kind).toBe('clarify');
    expect(last(open)?.readings).toEqual(['applications.refused.total']);
  });

  it('gives the part of all after a ranking', () => {
    const query = last(talk('2023年哪个单位申请最多', '秀岭区占多少'));
    expect(query).toMatchObject({ kind: 'value', ofAll: true, agencies: [id('xl')], years: [2023] });
  });

  it('adds up no figures that it was not told', () => {
    const queries = talk('秀岭区2023年予以公开几件', '部分公开的呢', '两个加起来呢');
    expect(last(queries)?.kind).toBe('not-understood');
  });

  it('tells the years of the one that is talked of', () => {
    expect(last(talk('澄阳县教育局有什么问题', '收录了哪几年的'))).toMatchObject({
      kind: 'list',
      agencies: [id('cy-jy')],
    });
  });

  it('does not look for 为什么 where nothing was asked that could have a reason', () => {
    expect(last(talk('石桥乡有什么问题', '为什么'))?.kind).toBe('not-understood');
  });

  it('goes on about the name that is not held, and never about all agencies together', () => {
    const queries = talk(
      '澄阳县农业农村局2023年收到多少申请',
      '岚皋县农业农村局呢',
      '2022年呢',
      '不予公开几件',
    );
    for (const query of queries.slice(1)) expect(query).toMatchObject({ kind: 'not-held', agencies: [] });
    expect(last(talk('岚皋县农业农村局2023年收到多少申请', '2022年一共收到多少申请'))?.kind).toBe(
      'aggregate',
    );
  });

  it('comes back from what is held to what was asked', () => {
    const queries = talk('岚皋县农业农村局2023年收到多少申请', '还有吗', '秀岭区呢');
    expect(queries.map(({ kind }) => kind)).toEqual(['not-held', 'list', 'value']);
    expect(last(queries)).toMatchObject({ agencies: [id('xl')], years: [2023] });
  });

  it('asks which one, where 它 may be any of those listed', () => {
    const listed = ['2024年哪些单位有行政诉讼', '秀岭区人民政府', '北屏市人民政府'] as [
      string,
      string,
      string,
    ];
    const query = last(talk(listed, '它有什么问题'));
    expect(query?.options?.map(({ label }) => label)).toEqual(['秀岭区人民政府', '北屏市人民政府']);
    const first = ['2024年公开率最高的是哪家', '秀岭区人民政府', '北屏市人民政府'] as [
      string,
      string,
      string,
    ];
    expect(last(talk(first, '它有什么问题'))?.agencies).toEqual([id('xl')]);
  });

  it('asks why in passing: the year after it is a year of the figure', () => {
    const queries = talk('望溪县公安局2024年不予公开几件', '什么原因', '23年呢');
    expect(queries[1]).toMatchObject({ kind: 'passages', aside: true, agencies: [id('wx-ga')] });
    expect(last(queries)).toMatchObject({
      kind: 'value',
      agencies: [id('wx-ga')],
      years: [2023],
      readings: ['applications.refused.total'],
    });
  });

  it('asks what applications were about', () => {
    const query = last(talk('石桥乡2023年收到多少申请', '内容是啥'));
    expect(query).toMatchObject({ kind: 'passages', agencies: [id('cy-sq')], years: [2023], aside: true });
  });

  it('takes another region for its organ of the same name', () => {
    const query = last(talk('望溪县教育局2024年收到多少申请', '澄阳呢'));
    expect(query).toMatchObject({ kind: 'value', agencies: [id('cy-jy')], years: [2024] });
    const lost = last(talk('望溪县教育局2024年收到多少申请', '岚皋县教育局呢', '望溪县的呢'));
    expect(lost).toMatchObject({ kind: 'value', agencies: [id('wx-jy')], years: [2024] });
    const government = last(talk('望溪县教育局2024年收到多少申请', '澄阳县政府呢'));
    expect(government?.agencies).toEqual([id('cy')]);
  });

  it('knows which agency 它 and 上面那个单位 are', () => {
    const listed = talk(['岱南省哪些乡镇有年报', '鹿鸣县青崖乡人民政府'], '它2024年收到多少申请');
    expect(last(listed)).toMatchObject({ kind: 'value', agencies: [id('lm-qy')], years: [2024] });
    const named = talk('澄阳县教育局2024年不予公开几件', '上面那个单位有什么问题');
    expect(last(named)).toMatchObject({ kind: 'problems', agencies: [id('cy-jy')] });
  });

  it('is not understood where it points past the end of the list', () => {
    const listed = ['2024年公开率最高的是哪家', '秀岭区人民政府', '北屏市人民政府'] as [
      string,
      string,
      string,
    ];
    expect(last(talk(listed, '第三个有什么问题'))?.kind).toBe('not-understood');
    expect(last(talk(listed, '第二个有什么问题'))?.agencies).toEqual([id('bp')]);
  });

  it('adds one to those compared and takes one out, in English too', () => {
    const queries = talk('compare 秀岭区 and 北屏市 on refusals in 2024', 'add 鹿鸣县', 'remove 北屏市');
    expect(queries.map(({ agencies }) => agencies.length)).toEqual([2, 3, 2]);
    expect(last(queries)).toMatchObject({
      kind: 'comparison',
      agencies: [id('xl'), id('lm')],
      language: 'en',
    });
  });

  it('leaves one out of those compared', () => {
    const query = last(talk('比较秀岭区、北屏市和鹿鸣县2024年的申请', '去掉北屏市'));
    expect(query).toMatchObject({ kind: 'comparison', agencies: [id('xl'), id('lm')], years: [2024] });
  });

  it('asks what changed of another agency', () => {
    const query = last(talk('2023年和2024年秀岭区有什么变化', '北屏市呢'));
    expect(query).toMatchObject({ kind: 'comparison', agencies: [id('bp')], years: [2023, 2024] });
  });

  it('adds up the two that were talked of', () => {
    const query = last(talk('北屏市2024年收到多少申请', '秀岭区呢', '两家加起来'));
    expect(query).toMatchObject({ kind: 'aggregate', aggregate: 'sum', agencies: [id('bp'), id('xl')] });
  });

  it('draws a figure over the years and a sum agency by agency', () => {
    expect(last(talk('秀岭区2024年收到多少申请', '画个图'))).toMatchObject({
      kind: 'trend',
      agencies: [id('xl')],
    });
    expect(last(talk('2024年一共收到多少申请', '画个图'))).toMatchObject({ kind: 'ranking', years: [2024] });
  });

  it('stays in the language of the talk where names and numbers alone do not tell', () => {
    const english = talk('How many applications did 秀岭区 receive in 2023?', '2024?', '北屏市?');
    expect(english.map(({ language }) => language)).toEqual(['en', 'en', 'en']);
    expect(talk('秀岭区2023年收到多少申请', '2024?').map(({ language }) => language)).toEqual(['zh', 'zh']);
  });

  it('says that the matter is that of the talk', () => {
    expect(talk('秀岭区2023年收到多少申请', '北屏市2024年呢').map((query) => query.matterFrom)).toEqual([
      undefined,
      'context',
    ]);
  });
});

describe('a talk in English', () => {
  it('goes on with names, places of the list, corrections and applicants', () => {
    const listed = [
      'Which agencies received the most applications in 2024?',
      '秀岭区人民政府',
      '北屏市人民政府',
    ];
    const turns = ['the second one', 'no, I meant 2023', 'and individuals?', 'what share?'];
    const queries = talk(listed as [string, string, string], ...turns);
    expect(queries.slice(1).map(({ kind, agencies, language }) => [kind, agencies, language])).toEqual(
      turns.map(() => ['value', [id('bp')], 'en']),
    );
    expect(last(queries)).toMatchObject({
      years: [2023],
      readings: ['applications.newReceived.naturalPerson'],
      measure: { kind: 'share', of: 'applications.newReceived.total' },
    });
  });

  it('leaves the year that something is carried over to out of the question', () => {
    const query = last(talk('how many applications were carried over to 2025 by 秀岭区 in 2024'));
    expect(query).toMatchObject({ years: [2024], readings: ['applications.carriedForward.total'] });
  });

  it('finds the only government of a rank, and the organ before its place', () => {
    expect(last(talk('how many requests did the district government get in 2024'))?.agencies).toEqual([
      id('xl'),
    ]);
    expect(last(talk('how many requests did the county government get in 2024'))?.kind).toBe('clarify');
    expect(last(talk('phone number of 卫健委 in 秀岭区'))?.agencies).toEqual([id('xl-wj')]);
  });
});

describe('县政府, 区政府, 市政府 without a name', () => {
  const one = (text: string) => last(talk(text));

  it('mean the only one held, in sentences of any politeness', () => {
    for (const text of [
      '总结一下区政府2023年的年度报告',
      '不好意思打扰了，想问下区政府2023年收到多少申请',
      '我想了解区政府2023年的申请数量',
      '2023年区政府收到多少申请',
    ])
      expect([text, one(text)?.agencies]).toEqual([text, [id('xl')]]);
    expect(one('帮忙把区政府和市政府2024年的申请比一比')?.agencies).toEqual([id('xl'), id('bp')]);
  });

  it('ask back where several are held', () => {
    expect(one('总结一下县政府2023年的年度报告')?.kind).toBe('clarify');
  });

  it('are no part of another name', () => {
    for (const text of ['永兴县政府2023年收到多少申请', '和县政府2023年收到多少申请'])
      expect([text, one(text)?.agencies]).toEqual([text, []]);
  });
});

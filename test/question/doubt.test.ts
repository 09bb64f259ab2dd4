import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/model/query.ts';
import { remember, understand } from '../../src/question/understand.ts';
import type { TalkContext } from '../../src/question/understanding.ts';
import { corpusDay, fictionalLibrary } from '../support/fictional-library.ts';

const { library, ids } = fictionalLibrary();
const id = (code: string) => ids.get(code) ?? code;

const nothing = { values: [], passages: [], reports: [], findings: [], options: [], agencies: [] };
const quoted = Array.from({ length: 4 }, () => ({ kind: 'quote' as const, text: '', source: '' }));

/** The query of the last turn. */
function talk(...turns: string[]): Query {
  let context: TalkContext | undefined;
  let query: Query | undefined;
  for (const text of turns) {
    const understood = understand(text, { library, today: corpusDay, ...(context ? { context } : {}) });
    query = understood.query;
    const { kind, years, readings } = query;
    const blocks = kind === 'passages' ? quoted : [];
    const said = { question: '', text: '', kind, years, readings, ...nothing, blocks };
    context = remember(understood, said, context);
  }
  if (!query) throw new Error('no turn');
  return query;
}

const refused = 'applications.refused.total';
const asked = '秀岭区2023年不予公开几件';

describe('what is asked of a figure', () => {
  it('is how far it can be relied on', () => {
    for (const text of ['这个数可靠吗', '这个数准不准', '这一格有没有读错', '为什么没有这个数', '怎么没填'])
      expect([text, talk(asked, text)]).toEqual([
        text,
        expect.objectContaining({
          kind: 'audit',
          tell: 'doubt',
          agencies: [id('xl')],
          years: [2023],
          readings: [refused],
        }),
      ]);
    expect(talk('秀岭区2023年不予公开这个数可靠吗')).toMatchObject({ tell: 'doubt', readings: [refused] });
  });

  it('is where it stands', () => {
    for (const text of ['原件在哪一页', '出处在哪', '来源文件是哪个', '在第几行'])
      expect([text, talk(asked, text)]).toEqual([
        text,
        expect.objectContaining({ kind: 'value', tell: 'place', readings: [refused] }),
      ]);
  });

  it('is asked in passing: the talk goes on about the figure', () => {
    for (const text of ['这个数可靠吗', '原件在哪一页', '谢谢']) {
      expect(talk(asked, text, '那2022年呢')).toMatchObject({
        kind: 'value',
        years: [2022],
        readings: [refused],
      });
      expect(talk(asked, text, '鹿鸣县呢')).toMatchObject({
        kind: 'value',
        agencies: [id('lm')],
        years: [2023],
      });
    }
  });

  it('is of the report where cells or warnings are asked for, and of all where reports are', () => {
    for (const text of ['哪几格读不准', '有几个警告', '空白格有哪些'])
      expect([text, talk(asked, text)]).toEqual([
        text,
        expect.objectContaining({ kind: 'audit', agencies: [id('xl')], years: [2023], readings: [] }),
      ]);
    for (const text of ['哪些报告有警告', '哪些报告读取有疑问'])
      expect([text, talk(asked, text)]).toEqual([
        text,
        expect.objectContaining({ kind: 'audit', tell: 'doubt', agencies: [], years: [] }),
      ]);
    expect(talk(asked, '哪些报告数据有错误')).toMatchObject({ kind: 'audit', agencies: [], years: [] });
  });

  it('is no kind of penalty', () => {
    expect(talk('秀岭区城管局2022年行政处罚里警告几次').kind).toBe('not-held');
  });
});

describe('what goes on from an answer', () => {
  it('is its outcome', () => {
    const results = ['upheld', 'corrected', 'otherResult', 'pending'];
    const of = (block: string) => results.map((result) => `reviews.${block}.${result}`);
    expect(talk('秀岭区2023年行政复议几件', '结果怎么样').readings).toEqual(of('reconsideration'));
    expect(talk('秀岭区2023年行政诉讼几件', '最后结果如何').readings).toEqual(
      expect.arrayContaining(of('litigation')),
    );
    expect(talk('秀岭区2023年收到几件申请', '结果怎么样').readings).toContain('applications.granted.total');
  });

  it('is a share of the block that the figure is of', () => {
    expect(talk('秀岭区2023年复议后起诉的几件', '败诉率是多少')).toMatchObject({
      readings: ['reviews.litigationAfterReconsideration.corrected'],
      measure: { kind: 'share', of: 'reviews.litigationAfterReconsideration.total' },
    });
    expect(talk('秀岭区2023年复议几件', '败诉的呢').readings).toContain('reviews.litigation.corrected');
  });

  it('never takes up what no table has, or what a stray character turns', () => {
    const sum = '2023年行政处罚一共多少';
    for (const text of ['第三方意见征询几次', '申请人是个人的诉讼有几件', '诉讼费用多少'])
      expect([text, talk(sum, text).kind]).toEqual([text, 'not-held']);
    expect(talk('秀岭区2023年收到多少申请', '教育局招过人没有').kind).not.toBe('value');
  });

  it('does not stay with a year that nobody has, or with a stretch of years', () => {
    expect(talk('秀岭区2015年收到多少申请', '望溪县公安局不予公开几件')).toMatchObject({
      kind: 'value',
      years: [2024],
    });
    expect(talk('秀岭区2022到2024年一共收到多少申请', '望溪县公安局不予公开几件').years).toEqual([2024]);
    expect(talk('秀岭区2024年收到多少申请', '秀岭区城管局的电话').years).toEqual([2023]);
  });

  it('is what comes behind the passages that were shown', () => {
    expect(talk('谁用了微信公众号', '还有吗')).toMatchObject({ kind: 'passages', skip: 4 });
    expect(talk('谁用了微信公众号', '还有吗', '还有吗')).toMatchObject({ kind: 'passages', skip: 8 });
    expect(talk(asked, '还有吗')).toMatchObject({ kind: 'help', topic: 'courtesy.complete' });
  });

  it('leaves out the bound itself', () => {
    const below = '2023年申请15件以下的有哪些';
    expect(talk(below).filter.conditions).toMatchObject([{ operator: '<=', value: 15 }]);
    expect(talk(below, '不含15').filter.conditions).toMatchObject([{ operator: '<', value: 15 }]);
    expect(talk('2023年申请15件以上（不含本数）的有哪些').filter.conditions).toMatchObject([
      { operator: '>' },
    ]);
    expect(talk('2023年申请15件以上（不含20）的有哪些').filter.conditions).toMatchObject([
      { operator: '>=' },
    ]);
  });
});

describe('figures that are added up', () => {
  it('are told with their sum, or as the sum that the catalogue knows', () => {
    expect(talk('秀岭区2023年上年结转和新收一共多少').readings).toEqual(['applications.received.total']);
    expect(talk('秀岭区2023年国家秘密和执法案卷加起来几件').added).toBe(true);
    expect(talk('秀岭区2023年予以公开和部分公开一共几件').added).toBe(true);
  });

  it('are not, where two figures are asked for', () => {
    expect(talk('秀岭区2023年一共收到几件申请，不予公开几件').added).toBeUndefined();
    expect(talk('秀岭区2023年予以公开几件和不予公开几件').added).toBeUndefined();
  });

  it('name the years that are lacking', () => {
    expect(talk('2020到2023年北屏市政府收到多少申请')).toMatchObject({
      years: [2021, 2022, 2023],
      lackingYears: [2020],
    });
  });
});

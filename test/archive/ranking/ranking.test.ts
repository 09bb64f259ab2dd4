import { describe, expect, it } from 'vitest';
import { type Words, wantedIn } from '../../../src/archive/ranking/concepts.ts';
import { match } from '../../../src/archive/ranking/match.ts';
import { judge } from '../../../src/archive/ranking/rank.ts';
import { segmentation, segmenter } from '../../../src/archive/segmentation.ts';
import type { SectionNumber } from '../../../src/model/report.ts';
import { inventedReport } from '../../support/invented-report.ts';
import { MemoryLibrary } from '../../support/memory-library.ts';

/** Everything equally rare: what is tested is not the library. */
const words: Words = {
  cut: (text) => segmenter().cut(text),
  terms: (text) => segmentation().terms(text),
  isStopWord: (word) => segmentation().stopWords?.has(word) ?? false,
  rarity: () => 0.5,
};

const wanted = (question: string) => wantedIn(question, question, words);
const scoreOf = (question: string, text: string, section = 1) =>
  judge(wanted(question), { text, section, bm25: 0 });

describe('what a question looks for', () => {
  it('are its words without those that only ask', () => {
    expect(wanted('哪些单位提到保密审查').concepts.map(({ word }) => word)).toEqual(['保密审查']);
  });

  it('takes the longest of words with others of like meaning', () => {
    const [concept] = wanted('谁用微信公众号').concepts;
    expect(concept?.word).toBe('微信公众号');
    expect(concept?.others.map(({ word }) => word)).toContain('微信公众平台');
  });

  it('notices who asks for those that do not, and in which part to look', () => {
    expect(wanted('谁没有公众号').denied).toBe(true);
    expect(wanted('谁有公众号').denied).toBe(false);
    expect(wanted('有没有单位开公众号').denied).toBe(false);
    expect([...wanted('谁收了信息处理费').parts]).toContain(6);
  });
});

describe('matching', () => {
  const strength = (question: string, text: string) => {
    const [concept] = wanted(question).concepts;
    return concept ? match(text, concept).strength : -1;
  };

  it('takes the very word before another, another before a part', () => {
    const very = strength('人员不足', '目前人员不足。');
    const other = strength('人员不足', '目前力量薄弱。');
    const half = strength('人员不足', '工作人员认真负责。');
    expect(very).toBe(1);
    expect(other).toBeLessThan(very);
    expect(other).toBeGreaterThan(half);
    expect(strength('人员不足', '按时公开。')).toBe(0);
  });

  it('finds a word said with a little in between, not across clauses', () => {
    expect(strength('更新不及时', '更新还不够及时')).toBeGreaterThan(0.5);
    expect(strength('形式单一', '解读形式比较单一')).toBeGreaterThan(0.8);
    expect(strength('形式单一', '创新形式，改变单一渠道')).toBeLessThan(0.5);
  });

  it('finds what is said short in full', () => {
    expect(strength('公示', '在村口公开展示')).toBeGreaterThan(0);
    expect(strength('公示', '办事公平。示范引领。')).toBe(0);
  });
});

describe('judging a passage', () => {
  it('goes by its best sentence', () => {
    const together = scoreOf('保密审查培训', '开展保密审查培训。');
    const apart = scoreOf('保密审查培训', '落实保密审查。办公室另行安排了全年的业务培训。');
    expect(together.score).toBeGreaterThan(apart.score);
    expect(together.cover).toBeCloseTo(1);
  });

  it('puts those that say the opposite behind', () => {
    const does = '通过微信公众号发布信息。';
    const doesNot = '本单位未开设微信公众号。';
    expect(scoreOf('谁用微信公众号', does).score).toBeGreaterThan(scoreOf('谁用微信公众号', doesNot).score);
    expect(scoreOf('谁没有微信公众号', does).score).toBeLessThan(scoreOf('谁没有微信公众号', doesNot).score);
  });

  it('prefers the part that the question is about', () => {
    const text = '信息更新不及时。';
    expect(scoreOf('哪些单位更新不及时', text, 5).score).toBeGreaterThan(
      scoreOf('哪些单位更新不及时', text, 1).score,
    );
  });

  it('does not take a chat group for a public account', () => {
    const account = scoreOf('谁用微信公众号', '开设公众号，及时推送信息。');
    const group = scoreOf('谁用微信公众号', '加强对微信群的管理。');
    expect(account.score).toBeGreaterThan(group.score * 2);
  });

  it('tells the very words from what is like them', () => {
    expect(scoreOf('人员不足', '人员不足。').related).toBe(false);
    expect(scoreOf('人员不足', '力量薄弱。').related).toBe(true);
  });
});

describe('a search through ranked passages', () => {
  const section = (number: SectionNumber, texts: string[]) => ({
    number,
    heading: '',
    place: { line: number * 10 },
    paragraphs: texts.map((text, i) => ({ text, place: { line: number * 10 + i } })),
  });
  const report = (agency: string, year: number, problem: string) => ({
    ...inventedReport({ agency, year }),
    sections: [
      section(1, ['加强对微信群的管理。']),
      section(3, ['不予公开\t1\t0\t0\t0\t1', '培训 0 0 0 1 0 0 1']),
      section(5, [problem]),
    ],
  });
  const library = new MemoryLibrary([
    report('青石县教育局', 2022, '人手不够。'),
    report('青石县教育局', 2023, '人手不够。'),
    report('白塔县财政局', 2023, '人手不够。'),
    report('白塔县水利局', 2023, '解读形式单一。'),
  ]);

  it('tells a passage of several reports once, by the newest', () => {
    const hits = library.searchPassages('人员不足', { ranked: '哪些单位人员不足' });
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({ year: 2023, text: '人手不够。', related: true });
    expect(hits[0]?.copies).toHaveLength(2);
  });

  it('never tells a row of a table', () => {
    expect(library.searchPassages('不予公开', { ranked: '谁不予公开' })).toEqual([]);
    expect(library.searchPassages('培训', { ranked: '谁搞了培训' })).toEqual([]);
  });

  it('keeps to agencies, years and parts', () => {
    const ranked = '哪些单位人员不足';
    expect(library.searchPassages('人员不足', { ranked, sections: [1] })).toEqual([]);
    const [hit] = library.searchPassages('人员不足', { ranked, years: [2022] });
    expect(hit).toMatchObject({ year: 2022 });
    expect(hit?.copies).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import type { Answer } from '../../src/model/answer.ts';
import { understand } from '../../src/question/understand.ts';
import { MemoryLibrary } from '../support/memory-library.ts';
import { fictional, ask as sketched } from './fictional.ts';

const row = (name: string) => `applications.${name}.total`;
const counted = (newReceived: number) => ({ [row('newReceived')]: newReceived });
const water = fictional({
  agency: '青禾县水务局',
  year: 2023,
  cells: {
    ...counted(61),
    [row('granted')]: 20,
    [row('partlyGranted')]: 6,
    [row('unavailable.notHeld')]: 9,
    [row('unavailable.mustBeCreated')]: 1,
    [row('unavailable.stillUnclear')]: 0,
    [row('notProcessed.petition')]: 3,
    [row('notProcessed.repeated')]: 1,
    [row('notProcessed.publications')]: 0,
    [row('notProcessed.massRepeated')]: 0,
    [row('notProcessed.confirmation')]: 0,
    [row('handledTotal')]: 52,
  },
});
water.sections[0]?.paragraphs.push(
  { text: '（四）公开平台建设。开通青禾水务服务号，按月更新供水信息。', place: { line: 9 } },
  { text: '执法案卷类信息公开尺度难统一，答复口径不一。', place: { line: 10 } },
);
const library = new MemoryLibrary([
  water,
  fictional({ agency: '青禾县教育局', year: 2023, cells: counted(31) }),
  fictional({ agency: '石桥镇人民政府', year: 2023, cells: counted(5) }),
]);

function ask(question: string): Answer {
  const { query } = understand(question, { library, today: '2024-06-01' });
  return answer(query, question, library, { audit: () => [] });
}
const first = (question: string) => ask(question).text.split('\n')[0];

describe('parts and wholes', () => {
  it('take the group that the question names as the whole', () => {
    expect(first('水务局2023年本机关不掌握相关信息在无法提供里占多少')).toBe('90%');
    expect(first('无法提供中本机关不掌握占比，水务局2023')).toBe('90%');
    expect(first('水务局2023年本机关不掌握相关信息占多少')).toBe('17.31%');
  });

  it('tell a rate of the catalogue for the sum it is made of, never a share of it', () => {
    expect(first('水务局2023年予以公开和部分公开之和占比（公开率）')).toBe('50%');
    expect(ask('水务局2023年予以公开和部分公开之和占比').values.map(({ value }) => value)).toContain(50);
  });

  it('give the whole before its parts where both are asked for', () => {
    const { values } = ask('水务局2023年不予处理数量及其构成');
    expect(values.map(({ value }) => value)).toEqual([4, 3, 1, 0, 0, 0]);
    expect(ask('水务局2023年不予处理的构成').values).toHaveLength(5);
  });
});

describe('several agencies', () => {
  it('are told by how much one has more, where that is asked', () => {
    expect(first('水务局2023比教育局2023多收多少件申请')).toBe('青禾县水务局比青禾县教育局多 30 件');
    expect(first('2023年教育局比水务局申请少多少')).toBe('青禾县教育局比青禾县水务局少 30 件');
    expect(first('2023年教育局和水务局谁收到的申请多')).toBe('青禾县水务局更多：61 件');
  });

  it('are summed where the total of all is asked, and listed where each is', () => {
    expect(ask('2023年各局申请总量')).toMatchObject({ kind: 'aggregate', values: [{ value: 92 }] });
    expect(ask('2023年各局申请多少')).toMatchObject({ kind: 'ranking' });
  });

  it('are one where one is named again and again', () => {
    expect(ask('教育局教育局教育局2023新收申请')).toMatchObject({ kind: 'value', values: [{ value: 31 }] });
  });
});

describe('words', () => {
  it('of a sentence are looked for in every report where it is asked who said it', () => {
    const said = ask('执法案卷类信息公开尺度难统一是谁说的');
    expect(said).toMatchObject({ kind: 'passages', values: [], passages: [{ agency: '青禾县水务局' }] });
    expect(ask('执法案卷类信息公开尺度难统一是哪个单位说的').kind).toBe('passages');
  });

  it('of the form are explained beside each other, without a figure', () => {
    const told = ask('不予公开和不予处理有什么区别');
    expect(told).toMatchObject({ kind: 'help', values: [] });
    expect(told.text).toMatch(/^不予公开、不予处理的区别\n· 不予公开：.+\n· 不予处理：/);
    expect(told.text).not.toMatch(/\d/);
  });

  it('that stand apart are not told as if they had been said', () => {
    const question = '供暖管网为什么推迟';
    const told = answer(
      {
        ...understand(question, { library, today: '2024-06-01' }).query,
        kind: 'passages',
        text: '供暖 推迟',
      },
      question,
      library,
      { audit: () => [] },
    );
    expect(told.text).toMatch(/^收录的年报里没有找到“供暖管网为什么推迟”/);
    const missing = { kind: 'not-held' as const, wanted: { what: '供暖 推迟' } };
    expect(sketched([water], missing, question).text).toMatch(/^收录的年报里没有“供暖管网为什么推迟”/);
  });

  it('of a heading alone are told with what stands under it', () => {
    expect(ask('水务局用了什么平台').passages[0]?.text).toContain('开通青禾水务服务号');
  });
});

import { describe, expect, it } from 'vitest';
import { judged, material } from './library.ts';
import { measure, part, withLibrary } from './run.ts';
import { idsOf, score } from './score.ts';

describe('the judged set', () => {
  it('has at least three hundred questions, a fifth kept aside, and judges only what stands in reports', () => {
    const all = judged();
    const ids = new Set(material().map(({ id }) => id));
    expect(all.length).toBeGreaterThanOrEqual(300);
    expect(new Set(all.map(({ question }) => question)).size).toBe(all.length);
    expect(all.filter(({ heldOut }) => heldOut)).toHaveLength(Math.floor(all.length / 5));
    expect(all.flatMap(({ relevant }) => relevant).filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('scores', () => {
  const [one] = judged();
  const list = (ids: string[]) => [{ judged: { question: '问', relevant: ['a', 'b'], heldOut: false }, ids }];

  it('fall with the place of the first that answers', () => {
    expect(score(list(['a', 'b']))).toEqual({ questions: 1, mrr: 1, recall: 1 });
    expect(score(list(['x', 'b']))).toEqual({ questions: 1, mrr: 0.5, recall: 0.5 });
    expect(score(list([]))).toEqual({ questions: 1, mrr: 0, recall: 0 });
  });

  it('leave out questions that nothing answers', () => {
    const none = { question: '问', relevant: [], heldOut: false };
    expect(score([...list(['a', 'b']), { judged: none, ids: ['x'] }]).questions).toBe(1);
    expect(one?.relevant).not.toEqual([]);
  });

  it('count copies and cut passages as the paragraph they are of', () => {
    const [first] = material();
    const text = first?.text ?? '';
    expect(idsOf([text, `（一）${text}`, `…${text.slice(5, 20)}…`, '别的'], material())).toEqual([
      first?.id,
      '别的',
    ]);
  });
});

describe('finding passages', () => {
  it('is better than plain BM25, and seldom answers what nothing answers', async () => {
    const results = await withLibrary(measure);
    const named = (name: string) => results.find((one) => one.name === name)?.lists ?? [];
    const ours = named('nianbao');
    const plain = named('plain BM25');
    for (const heldOut of [false, true]) {
      expect(part(ours, heldOut).mrr).toBeGreaterThan(part(plain, heldOut).mrr);
      expect(part(ours, heldOut).recall).toBeGreaterThan(part(plain, heldOut).recall);
    }
    expect(part(ours, false).mrr).toBeGreaterThan(0.92);
    const nothing = ours.filter((one) => one.judged.relevant.length === 0);
    expect(nothing.filter(({ ids }) => ids.length > 0).length).toBeLessThanOrEqual(nothing.length / 4);
    const asked = named('nianbao, answers as asked');
    expect(part(asked, false).mrr).toBeGreaterThan(0.85);
    expect(part(asked, true).mrr).toBeGreaterThan(0.75);
    const wrongly = asked.filter(({ judged, ids }) => judged.relevant.length === 0 && ids.length > 0);
    expect(wrongly.length).toBeLessThanOrEqual(nothing.length / 4);
  }, 120_000);

  it('is not tried for what the asker needs, nor told of half of what other passages have', async () => {
    const needs = ['附近有银行吗', '推荐一个律师', '申请表在哪里下载', '哪里能办身份证'];
    const told = await withLibrary(async (app) => {
      const shown: string[] = [];
      for (const question of [...needs, '小区停水', '小区停电怎么办'])
        if ((await app.ask(question)).answer.passages.length > 0) shown.push(question);
      return shown;
    });
    expect(told).toEqual([]);
  }, 120_000);
});

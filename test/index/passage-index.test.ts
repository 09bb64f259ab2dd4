import fc from 'fast-check';
import MiniSearch from 'minisearch';
import { describe, expect, it } from 'vitest';
import { type Passage, PassageIndex } from '../../index/passage-index.ts';
import { readTerms, Segmenter } from '../../index/segmenter.ts';
import { SnapshotError } from '../../index/snapshot-error.ts';
import { dataPath } from '../../src/package-root.ts';

const segmenter = new Segmenter({ folder: dataPath('dictionary') });
const chinese = {
  terms: (text: string) => segmenter.terms(text),
  stopWords: new Set(readTerms(dataPath('dictionary', 'stop-words.txt'))),
};
const plainWords = { terms: (text: string) => text.split(' ').filter(Boolean) };

const words = fc
  .array(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), { maxLength: 6 })
  .map((list) => list.join(' '));
const passages = fc.array(fc.record({ text: words, context: words, tag: fc.integer({ min: 0, max: 6 }) }), {
  maxLength: 4,
});
const owner = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ owner, passages: fc.option(passages) }) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
);

/** What plain MiniSearch ranks, with the places filled in; equal scores in the order of adding. */
function ranked(held: Map<string, Passage[]>, query: string) {
  const plain = new MiniSearch<{ id: number; text: string; context?: string }>({
    fields: ['text', 'context'],
    tokenize: plainWords.terms,
    processTerm: (term) => term,
    searchOptions: { boost: { context: 0.3 } },
  });
  const places = [...held].flatMap(([name, list]) =>
    list.map(({ tag }, ordinal) => ({ owner: name, ordinal, tag })),
  );
  plain.addAll([...held.values()].flat().map((passage, id) => ({ ...passage, id })));
  return plain
    .search(query)
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .map(({ id, score, terms }) => ({ ...places[id], score, terms: [...terms].sort() }));
}

describe('PassageIndex', () => {
  it('ranks as plain MiniSearch over what is held, after updates, removals and restarts from a snapshot', () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 25 }),
        fc.array(words, { minLength: 1, maxLength: 4 }),
        (steps, queries) => {
          let index = new PassageIndex(plainWords);
          const held = new Map<string, Passage[]>();
          for (const s of steps) {
            if (s === 'restart') index = PassageIndex.restore(index.snapshot(), plainWords);
            else {
              held.delete(s.owner);
              if (s.passages) held.set(s.owner, s.passages);
              if (s.passages) index.add(s.owner, s.passages);
              else index.remove(s.owner);
            }
          }
          expect(index.size).toBe([...held.values()].flat().length);
          for (const query of queries) {
            // Averages kept up to date and averages of a fresh build may differ in the last digits.
            const round = <T extends { score: number; terms: string[] }>(list: T[]) =>
              list.map((hit) => ({
                ...hit,
                score: Number(hit.score.toFixed(9)),
                terms: [...hit.terms].sort(),
              }));
            const expected = round(ranked(held, query));
            expect(byScore(round(index.search(query, { limit: 100 })))).toEqual(byScore(expected));
            const some = index.search(query, {
              limit: 100,
              owners: ['a', 'c'],
              accept: (_, __, tag) => tag % 2 === 0,
            });
            expect(byScore(round(some))).toEqual(
              byScore(expected.filter((hit) => /[ac]/.test(hit.owner ?? '') && (hit.tag ?? 0) % 2 === 0)),
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('answers with what was just added and no longer with what was replaced', () => {
    const index = new PassageIndex(chinese);
    index.add('r1', [{ text: '通过微信公众号发布信息。', tag: 1 }]);
    index.add('r1', [{ text: '设立政务公开栏。', tag: 1 }]);
    expect(index.search('微信公众号', { limit: 5 })).toEqual([]);
    expect(index.search('公开栏', { limit: 5 }).map((hit) => hit.owner)).toEqual(['r1']);
    index.remove('r1');
    expect(index.search('公开栏', { limit: 5 })).toEqual([]);
  });

  it('looks for the words that matter in a question', () => {
    const index = new PassageIndex(chinese);
    index.add('r1', [{ text: '信息公开工作由办公室负责，公开的信息由谁审核、怎么公开均有规定。', tag: 1 }]);
    index.add('r2', [{ text: '本中心通过微信公众号和网站发布。', tag: 1 }]);
    expect(index.search('谁用微信公众号公开信息', { limit: 2 })[0]?.owner).toBe('r2');
    expect(index.search('微信公眾號', { limit: 2 }).map((hit) => hit.owner)).toEqual(['r2']);
    expect(index.search('的', { limit: 2 }).map((hit) => hit.owner)).toEqual(['r1']);
  });

  it('finds by the context, with less weight than by the text', () => {
    const index = new PassageIndex(chinese);
    index.add('r1', [{ text: '组织了两次培训。', context: '青石县水利局 监督保障', tag: 1 }]);
    index.add('r2', [{ text: '青石县水利局组织了两次培训。', context: '监督保障', tag: 1 }]);
    expect(index.search('青石县水利局', { limit: 5 }).map((hit) => hit.owner)).toEqual(['r2', 'r1']);
  });

  it('tells passages of the same words once and names the others', () => {
    const index = new PassageIndex(chinese);
    for (const name of ['r1', 'r2', 'r3']) index.add(name, [{ text: '公开内容不够全面。', tag: 5 }]);
    index.add('r4', [{ text: '公开内容更新不够及时。', tag: 5 }]);
    index.remove('r2');
    const hits = index.search('公开内容不够', { limit: 5, distinct: true });
    expect(hits.map(({ owner: name, copies }) => [name, copies?.map((copy) => copy.owner)])).toEqual(
      expect.arrayContaining([
        ['r1', ['r3']],
        ['r4', []],
      ]),
    );
    expect(hits).toHaveLength(2);
  });

  it('refuses a snapshot with any bit changed or any part missing', () => {
    const index = new PassageIndex(chinese);
    index.add('r1', [{ text: '设立政务公开栏。', context: '青石县', tag: 1 }]);
    const bytes = index.snapshot();
    for (let at = 0; at < bytes.length; at++) {
      const damaged = bytes.slice();
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at % 8));
      expect(() => PassageIndex.restore(damaged, chinese)).toThrow(SnapshotError);
      expect(() => PassageIndex.restore(bytes.slice(0, at), chinese)).toThrow(SnapshotError);
    }
  });

  it('refuses a snapshot of another kind by a code of its own', () => {
    expect(() => PassageIndex.restore(new TextEncoder().encode('{"a":1}'.repeat(9)), chinese)).toThrow(
      expect.objectContaining({ code: 'snapshot-corrupt' }),
    );
  });
});

function byScore<T extends { score: number }>(hits: T[]): T[] {
  return [...hits].sort((a, b) => b.score - a.score || JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

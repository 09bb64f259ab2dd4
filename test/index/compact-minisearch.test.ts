import fc from 'fast-check';
import MiniSearch, { type Options } from 'minisearch';
import { describe, expect, it } from 'vitest';
import { CompactMiniSearch } from '../../index/passages/compact-minisearch.ts';

interface Doc {
  id: number;
  text: string;
  context: string;
}

const options: Options<Doc> = {
  fields: ['text', 'context'],
  tokenize: (text) => text.split(' ').filter(Boolean),
  processTerm: (term) => term,
  searchOptions: { boost: { context: 0.3 } },
};

/** The exhaustive ranking of plain MiniSearch; of equal scores the document added first. */
function ranking(
  plain: MiniSearch<Doc>,
  added: readonly number[],
  query: string,
  accept?: (id: number) => boolean,
) {
  const place = new Map(added.map((id, i) => [id, i]));
  return plain
    .search(query, { filter: (result) => accept?.(result.id) ?? true })
    .map(({ id, score, terms }) => ({ id, score, terms: [...terms].sort() }))
    .sort((a, b) => b.score - a.score || (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

function top(
  compact: CompactMiniSearch<Doc>,
  query: string,
  limit: number,
  accept?: (id: number) => boolean,
) {
  return compact
    .top(query, { limit, accept: accept && ((id) => accept(id as number)) })
    .map(({ id, score, terms }) => ({ id, score, terms: [...terms].sort() }));
}

const words = fc
  .array(fc.constantFrom('甲', '乙', '丙', '丁', '戊', '己', '庚'), { maxLength: 9 })
  .map((w) => w.join(' '));
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), text: words, context: words }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('remove' as const), which: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const), which: fc.nat(), text: words }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('search' as const),
      query: words,
      limit: fc.integer({ min: 1, max: 12 }),
    }),
  },
);

/** A small generator of its own: the same documents on every machine. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function generate(count: number, seed: number): Doc[] {
  const next = random(seed);
  const term = () => `t${Math.floor(next() ** 3 * 400)}`;
  const text = (length: number) => Array.from({ length }, term).join(' ');
  return Array.from({ length: count }, (_, id) => ({
    id,
    text: text(3 + Math.floor(next() * 30)),
    context: id % 10 ? text(2) : '',
  }));
}

describe('CompactMiniSearch', () => {
  it('ranks as plain MiniSearch does, to the last bit, after any additions, removals and replacements', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const plain = new MiniSearch(options);
        const compact = new CompactMiniSearch(options);
        const held: Doc[] = [];
        const added: number[] = [];
        const put = (doc: Doc) => {
          for (const index of [plain, compact]) index.add(doc);
          held.push(doc);
          added.push(doc.id);
        };
        const take = (which: number) => {
          const [doc] = held.splice(which % held.length, 1);
          if (!doc) return;
          for (const index of [plain, compact]) index.remove(doc);
        };
        for (const [id, s] of steps.entries()) {
          if (s.do === 'add') put({ id, text: s.text, context: s.context });
          else if (s.do === 'search') {
            const expected = ranking(plain, added, s.query);
            expect(top(compact, s.query, s.limit)).toEqual(expected.slice(0, s.limit));
          } else if (held.length > 0) {
            take(s.which);
            if (s.do === 'replace') put({ id, text: s.text, context: '' });
          }
        }
        expect(compact.documentCount).toBe(plain.documentCount);
        expect(compact.termCount).toBe(plain.termCount);
        const restored = MiniSearch.loadJSON<Doc>(JSON.stringify(compact), options);
        const all = '甲 乙 丙 丁 戊 己 庚';
        expect(ranking(restored, added, all)).toEqual(ranking(plain, added, all));
      }),
      { numRuns: 300 },
    );
  });

  it('inherits every other way to search', () => {
    const plain = new MiniSearch(options);
    const compact = new CompactMiniSearch(options);
    const docs = generate(300, 1);
    for (const index of [plain, compact]) {
      index.addAll(docs);
      index.removeAll(docs.slice(50, 80));
    }
    const sorted = (index: MiniSearch<Doc>, ...query: Parameters<MiniSearch<Doc>['search']>) =>
      index
        .search(...query)
        .map(({ id, score }) => ({ id, score: score.toFixed(9) }))
        .sort((a, b) => a.id - b.id);
    expect(sorted(compact, 't1', { prefix: true })).toEqual(sorted(plain, 't1', { prefix: true }));
    expect(sorted(compact, 't12', { fuzzy: 1 })).toEqual(sorted(plain, 't12', { fuzzy: 1 }));
    expect(sorted(compact, 't1 t2', { combineWith: 'AND' })).toEqual(
      sorted(plain, 't1 t2', { combineWith: 'AND' }),
    );
    expect(sorted(compact, MiniSearch.wildcard)).toEqual(sorted(plain, MiniSearch.wildcard));
  });

  it('gives the best of many thousand documents, also with a filter, ranges and repeated terms', () => {
    const plain = new MiniSearch(options);
    const compact = new CompactMiniSearch(options);
    const docs = generate(9000, 7);
    for (const index of [plain, compact]) index.addAll(docs);
    const next = random(99);
    for (let round = 0; round < 120; round++) {
      if (round % 10 === 0) {
        const gone = docs.splice(Math.floor(next() * docs.length), round === 50 ? 700 : 3);
        for (const index of [plain, compact]) index.removeAll(gone);
      }
      const query = Array.from(
        { length: 1 + Math.floor(next() * 6) },
        () => `t${Math.floor(next() ** 2 * 420)}`,
      ).join(' ');
      const accept = round % 3 ? undefined : (id: number) => id % 7 === round % 7;
      const expected = ranking(
        plain,
        docs.map((doc) => doc.id),
        query,
        accept,
      );
      expect(top(compact, query, 10, accept)).toEqual(expected.slice(0, 10));
      const ranges = [
        [100, 300],
        [1900, 4200],
        [8990, 8999],
      ] as const;
      const within = compact.top(query, { limit: 10, ranges }).map(({ id }) => id);
      const inside = expected.filter(({ id }) => ranges.some(([from, to]) => id >= from && id < to));
      if (!accept) expect(within).toEqual(inside.slice(0, 10).map(({ id }) => id));
    }
  });

  it('goes on giving the same after a restart, while documents come and go between searches', () => {
    const docs = generate(9000, 3);
    const first = new CompactMiniSearch(options);
    const plain = new MiniSearch(options);
    for (const index of [first, plain]) index.addAll(docs);
    const compact = new CompactMiniSearch(options);
    compact.load(first.dump());
    const next = random(5);
    for (let round = 0; round < 60; round++) {
      if (round % 3 === 0) {
        const gone = docs.splice(Math.floor(next() * docs.length), 1 + (round % 5));
        const come = gone.map((doc) => ({ ...doc, id: doc.id + 10_000, text: `${doc.text} t${round % 7}` }));
        docs.push(...come);
        for (const index of [compact, plain]) {
          index.removeAll(gone);
          index.addAll(come);
        }
      }
      const query = `t${round % 5} t${Math.floor(next() * 400)} t${round % 3} t${round % 5}`;
      const expected = ranking(
        plain,
        docs.map((doc) => doc.id),
        query,
      );
      expect(top(compact, query, 10)).toEqual(expected.slice(0, 10));
    }
  });

  it('tells of documents of one group the best alone', () => {
    const compact = new CompactMiniSearch(options);
    const docs = generate(5000, 11);
    compact.addAll(docs);
    const groupOf = (id: unknown) => Number(id) % 40;
    for (const query of ['t0 t1 t2', 't3', 't250 t1', 't0 t0 t9 t30 t80']) {
      const all = compact.top(query, { limit: docs.length });
      const groups = new Set<number>();
      const best = all.filter(({ id }) => groups.size < groups.add(groupOf(id)).size);
      expect(compact.top(query, { limit: 12, groupOf })).toEqual(best.slice(0, 12));
    }
  });

  it('keeps frequencies beyond what an entry holds', () => {
    const plain = new MiniSearch(options);
    const compact = new CompactMiniSearch(options);
    const texts = ['甲 乙', `${'甲 '.repeat(300)}乙`, `${'甲 '.repeat(255)}乙`, '甲 '.repeat(70_000)];
    for (const index of [plain, compact]) index.addAll(texts.map((text, id) => ({ id, text, context: '' })));
    expect(top(compact, '甲 乙', 10)).toEqual(ranking(plain, [0, 1, 2, 3], '甲 乙'));
    expect(compact.search('甲')).toEqual(plain.search('甲'));
  });
});

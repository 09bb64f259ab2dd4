import { createRequire } from 'node:module';
import MiniSearch, { type Options } from 'minisearch';
import { PassageIndex } from '../../../index/passage-index.ts';
import { CompactMiniSearch } from '../../../index/passages/compact-minisearch.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { type BenchPassage, PASSAGES_PER_REPORT } from './corpus.ts';

/** A hit: the number of the passage, and the score where the engine tells it. */
export interface Hit {
  id: number;
  score: number;
}

/** One way to search the same passages by the same terms. */
export interface Engine {
  add(passages: readonly BenchPassage[], first: number): void | Promise<void>;
  finish?(): void;
  search(terms: readonly string[], limit: number): Hit[] | Promise<Hit[]>;
  snapshot?(): Uint8Array;
  restore?(bytes: Uint8Array): Engine;
}

const CONTEXT_WEIGHT = 0.3;
const SEPARATOR = '\u0001';
const cut = (text: string) => (text === '' ? [] : text.split(SEPARATOR));

/** The packages compared with have a folder of their own: nianbao itself does not need them. */
const peers = createRequire(`${packageRoot}/test/bench/peers/package.json`);

export const ENGINES: Record<string, () => Engine | Promise<Engine>> = {
  nianbao: () => nianbao(new PassageIndex({ terms: cut })),
  fts5,
  minisearch: () => plain((options) => new MiniSearch(options)),
  flexsearch,
  orama,
  /** MiniSearch's own exhaustive search over our postings: what the ten best are, where plain MiniSearch grows too large. */
  exhaustive: () => plain((options) => new CompactMiniSearch(options)),
};

function nianbao(index: PassageIndex): Engine {
  return {
    add(passages, first) {
      for (let i = 0; i < passages.length; i += PASSAGES_PER_REPORT) {
        const report = passages.slice(i, i + PASSAGES_PER_REPORT);
        index.add(
          String(first + i),
          report.map(({ text, context }) => ({
            text: text.join(SEPARATOR),
            context: context.join(SEPARATOR),
            tag: 1,
          })),
        );
      }
    },
    search: (terms, limit) =>
      index
        .search(terms.join(SEPARATOR), { limit })
        .map(({ owner, ordinal, score }) => ({ id: Number(owner) + ordinal, score })),
    snapshot: () => index.snapshot(),
    restore: (bytes) => nianbao(PassageIndex.restore(bytes, { terms: cut })),
  };
}

interface Entry {
  id: number;
  text: string;
  context: string;
}

const MINISEARCH: Options<Entry> = {
  fields: ['text', 'context'],
  tokenize: cut,
  processTerm: (term: string) => term,
  searchOptions: { boost: { context: CONTEXT_WEIGHT } },
};

function plain(create: (options: Options<Entry>) => MiniSearch<Entry>): Engine {
  const engine = (index: MiniSearch<Entry>): Engine => ({
    add(passages, first) {
      for (const [i, { text, context }] of passages.entries()) {
        index.add({ id: first + i, text: text.join(SEPARATOR), context: context.join(SEPARATOR) });
      }
    },
    search: (terms, limit) => index.search(terms.join(SEPARATOR)).slice(0, limit) as unknown as Hit[],
    snapshot: () => Buffer.from(JSON.stringify(index)),
    restore: (bytes) => engine(MiniSearch.loadJSON<Entry>(Buffer.from(bytes).toString(), MINISEARCH)),
  });
  return engine(create(MINISEARCH));
}

/** In memory and without keeping the texts: the fastest FTS5 can be. */
function fts5(): Engine {
  const Database = peers('better-sqlite3');
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE p USING fts5(text, context, content='', tokenize='unicode61')`);
  const insert = db.prepare('INSERT INTO p(rowid, text, context) VALUES (?, ?, ?)');
  const select = db.prepare(
    `SELECT rowid AS id, -bm25(p, 1.0, ${CONTEXT_WEIGHT}) AS score FROM p WHERE p MATCH ? ORDER BY score DESC LIMIT ?`,
  );
  db.exec('BEGIN');
  return {
    add(passages, first) {
      for (const [i, { text, context }] of passages.entries()) {
        insert.run(first + i, text.join(' '), context.join(' '));
      }
    },
    finish: () => db.exec('COMMIT'),
    search: (terms, limit) => select.all(terms.map((term) => `"${term}"`).join(' OR '), limit),
  };
}

/** FlexSearch ranks by position, not by rarity: its time compares, its order does not. */
function flexsearch(): Engine {
  const { Index } = peers('flexsearch');
  const index = new Index({ tokenize: 'strict', encode: (text: string) => text.split(SEPARATOR) });
  return {
    add(passages, first) {
      for (const [i, { text, context }] of passages.entries()) {
        index.add(first + i, [...text, ...context].join(SEPARATOR));
      }
    },
    search: (terms, limit) =>
      index.search(terms.join(SEPARATOR), { limit, suggest: true }).map((id: number) => ({ id, score: 0 })),
  };
}

async function orama(): Promise<Engine> {
  const { create, insertMultiple, search } = peers('@orama/orama');
  const tokenizer = { language: 'chinese', normalizationCache: new Map(), tokenize: cut };
  const db = create({ schema: { text: 'string', context: 'string' }, components: { tokenizer } });
  return {
    add: async (passages, first) => {
      const entries = passages.map(({ text, context }, i) => ({
        id: String(first + i),
        text: text.join(SEPARATOR),
        context: context.join(SEPARATOR),
      }));
      await insertMultiple(db, entries, entries.length);
    },
    search: async (terms, limit) => {
      const boost = { text: 1, context: CONTEXT_WEIGHT };
      const found = await search(db, { term: terms.join(SEPARATOR), limit, boost, threshold: 1 });
      return found.hits.map(({ id, score }: { id: string; score: number }) => ({ id: Number(id), score }));
    },
  };
}

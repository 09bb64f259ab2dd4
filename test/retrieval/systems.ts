import { createRequire } from 'node:module';
import { join } from 'node:path';
import MiniSearch from 'minisearch';
import { lookFor } from '../../src/answer/found.ts';
import type { App } from '../../src/app.ts';
import { passagesOf } from '../../src/archive/passages.ts';
import { segmentation } from '../../src/archive/segmentation.ts';
import { packageRoot } from '../../src/package-root.ts';
import { understand } from '../../src/question/understand.ts';

/** Texts of passages, best first; of one agency when its id is given. */
export type Search = (question: string, agencyId?: string) => string[];

interface Document {
  id: number;
  agencyId: string;
  text: string;
  context: string;
}

/** Every passage held, as it is indexed. */
export function documents({ library }: App): Document[] {
  return library.holdings
    .flatMap((holding) => {
      const report = library.report(holding.reportId);
      return (report ? passagesOf(report) : []).map(({ text, context }) => ({ text, context, holding }));
    })
    .map(({ text, context, holding }, id) => ({ id, agencyId: holding.agencyId, text, context }));
}

/** How answers look: the question's words without its agency and question words, in the passages of the library. */
export function ours({ library }: App): Search {
  return (question, agencyId) => {
    const { query } = understand(question, { library, today: '2024-06-01' });
    const agencies = agencyId ? [agencyId] : [];
    const asked = { ...query, agencies, years: [] };
    return lookFor(library, asked, question, { years: [] }).map((hit) => hit.text);
  };
}

/** MiniSearch as it comes, over the same terms. */
export function plainBm25(all: readonly Document[]): Search {
  const { terms } = segmentation();
  const index = new MiniSearch<Document>({ fields: ['text', 'context'], tokenize: terms });
  index.addAll(all);
  return (question, agencyId) =>
    index
      .search(question, { filter: ({ id }) => !agencyId || all[id]?.agencyId === agencyId })
      .map(({ id }) => all[id]?.text ?? '');
}

interface Database {
  exec(sql: string): void;
  prepare(sql: string): { run(...values: unknown[]): void; all(...values: unknown[]): unknown[] };
}

/** SQLite's full text search with the trigram tokenizer; undefined where the peers are not installed. */
export function sqliteTrigram(all: readonly Document[]): Search | undefined {
  const Sqlite = loadSqlite();
  if (!Sqlite) return undefined;
  const db = new Sqlite(':memory:');
  db.exec("CREATE VIRTUAL TABLE passages USING fts5(text, context, agency UNINDEXED, tokenize='trigram')");
  const insert = db.prepare('INSERT INTO passages(rowid, text, context, agency) VALUES (?, ?, ?, ?)');
  for (const { id, text, context, agencyId } of all) insert.run(id + 1, text, context, agencyId);
  const select = db.prepare(
    'SELECT rowid, agency FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT 1000',
  );
  return (question, agencyId) => {
    const trigrams = trigramsOf(question);
    if (trigrams.length === 0) return [];
    const found = select.all(trigrams.map((gram) => `"${gram}"`).join(' OR ')) as {
      rowid: number;
      agency: string;
    }[];
    return found
      .filter(({ agency }) => !agencyId || agency === agencyId)
      .map(({ rowid }) => all[rowid - 1]?.text ?? '');
  };
}

/** A trigram index finds nothing shorter than three characters. */
function trigramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const run of text.match(/[\p{L}\p{N}]+/gu) ?? [])
    for (let i = 0; i + 3 <= run.length; i++) grams.add(run.slice(i, i + 3));
  return [...grams];
}

function loadSqlite(): (new (file: string) => Database) | undefined {
  const require = createRequire(join(packageRoot, 'test', 'bench', 'peers', 'package.json'));
  try {
    return require('better-sqlite3') as new (
      file: string,
    ) => Database;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

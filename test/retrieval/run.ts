import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../../src/app.ts';
import { agencies, type Judged, judged, material, writeReports } from './library.ts';
import { idsOf, type Score, score } from './score.ts';
import { documents, ours, plainBm25, type Search, sqliteTrigram } from './systems.ts';

export interface Result {
  name: string;
  /** Undefined: it could not be run. */
  lists?: { judged: Judged; ids: string[] }[];
}

/** The fictional reports in an archive of their own, for as long as `use` takes. */
export async function withLibrary<T>(use: (app: App) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'nianbao-retrieval-'));
  const app = await openApp({ dataDir: join(folder, 'data'), mode: 'write' });
  try {
    writeReports(join(folder, 'reports'));
    const { rejected } = await app.ingest([join(folder, 'reports')]);
    if (rejected > 0) throw new Error(`${rejected} reports of the retrieval set were rejected`);
    return await use(app);
  } finally {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function measure(app: App): Promise<Result[]> {
  const all = documents(app);
  return [
    { name: 'nianbao', lists: listsOf(app, ours(app)) },
    { name: 'nianbao, answers as asked', lists: await answered(app) },
    { name: 'plain BM25', lists: listsOf(app, plainBm25(all)) },
    withLists('SQLite FTS5 trigram', app, sqliteTrigram(all)),
  ];
}

export function part(lists: readonly { judged: Judged; ids: string[] }[], heldOut: boolean): Score {
  return score(lists.filter((one) => one.judged.heldOut === heldOut));
}

function withLists(name: string, app: App, search: Search | undefined): Result {
  return search ? { name, lists: listsOf(app, search) } : { name };
}

function listsOf({ library }: App, search: Search): { judged: Judged; ids: string[] }[] {
  const paragraphs = material();
  const names = agencies();
  const byName = new Map(library.holdings.map((holding) => [holding.agency, holding.agencyId]));
  return judged().map((one) => {
    const agencyId = one.agency ? byName.get(names.get(one.agency) ?? '') : undefined;
    if (one.agency && !agencyId) throw new Error(`${one.question}: no report of ${one.agency}`);
    return { judged: one, ids: idsOf(search(one.question, agencyId), paragraphs) };
  });
}

async function answered(app: App): Promise<{ judged: Judged; ids: string[] }[]> {
  const paragraphs = material();
  const lists: { judged: Judged; ids: string[] }[] = [];
  for (const one of judged()) {
    const { answer } = await app.ask(one.question);
    lists.push({
      judged: one,
      ids: idsOf(
        answer.passages.map(({ text }) => text),
        paragraphs,
      ),
    });
  }
  return lists;
}

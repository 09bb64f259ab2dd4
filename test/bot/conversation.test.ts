import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Conversation, TalksInMemory } from '../../bot/conversation.ts';
import type { Change } from '../../src/app/changes.ts';
import { type App, openApp } from '../../src/app.ts';
import { dataPath } from '../../src/package-root.ts';

const folder = mkdtempSync(join(tmpdir(), 'nianbao-talk-'));
const changes: Change[] = [];
let app: App;

beforeAll(async () => {
  app = await openApp({ dataDir: folder, mode: 'write' });
  app.listen((change) => changes.push(change));
  const names = ['青禾县教育局-2023.txt', '青禾县教育局-2024.txt', '柳溪镇人民政府-2024.txt'];
  await app.ingest(names.map((name) => dataPath('samples', name)));
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

const first = { talk: 'chat 1/person 1', text: '青禾县教育局2023年新收申请多少件' };

function figures(asked: Awaited<ReturnType<Conversation['reply']>>) {
  return asked.answer.values.map(({ agency, year, value }) => ({ agency, year, value }));
}

describe('a conversation', () => {
  it('understands a follow-up of the same person in the same chat', async () => {
    const conversation = new Conversation(app);
    await conversation.reply(first);
    const next = await conversation.reply({ talk: first.talk, text: '那2024年呢' });
    expect(figures(next)).toEqual([{ agency: '青禾县教育局', year: 2024, value: 17 }]);
  });

  it('keeps the talks of others apart', async () => {
    const conversation = new Conversation(app);
    await conversation.reply(first);
    const other = await conversation.reply({ talk: 'chat 1/person 2', text: '那2024年呢' });
    expect(figures(other)).not.toEqual([{ agency: '青禾县教育局', year: 2024, value: 17 }]);
  });

  it('forgets after half an hour, and when told to', async () => {
    let now = 0;
    const conversation = new Conversation(app, new TalksInMemory(() => now));
    await conversation.reply(first);
    now = 29 * 60_000;
    expect(conversation.context(first.talk)?.query.agencies).toHaveLength(1);
    now = 31 * 60_000;
    expect(conversation.context(first.talk)).toBeUndefined();
    await conversation.reply(first);
    conversation.forget(first.talk);
    expect(conversation.context(first.talk)).toBeUndefined();
  });
});

describe('the app', () => {
  it('tells of each change once, with the version before and what was removed', async () => {
    expect(changes.map((change) => change.kind)).toEqual(['added', 'added', 'added']);
    const text = '青禾县教育局2023年政府信息公开工作年度报告\n';
    const bytes = Buffer.concat([
      readFileSync(dataPath('samples', '青禾县教育局-2023.txt')),
      Buffer.from(`\n${text}`),
    ]);
    const summary = await app.ingestUpload({ name: 'changed.txt', bytes });
    expect(summary).toMatchObject({ updated: 1, rejected: 0 });
    const change = changes.at(-1);
    const reportId = change?.reportId ?? '';
    expect(change?.kind === 'updated' && change.before().source.file).toBe(
      dataPath('samples', '青禾县教育局-2023.txt'),
    );
    expect(change?.kind === 'updated' && change.report.source.file).toBe('changed.txt');
    await app.ingestUpload({ name: 'changed.txt', bytes });
    expect(changes).toHaveLength(4);
    expect(app.remove(reportId)).toBe(true);
    expect(app.remove(reportId)).toBe(false);
    expect(changes.at(-1)).toMatchObject({ kind: 'removed', reportId, holding: { agency: '青禾县教育局' } });
    expect(changes).toHaveLength(5);
  });
});

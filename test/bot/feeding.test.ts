import { createHash } from 'node:crypto';
import {
  closeSync,
  cpSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Layout } from '../../src/archive/layout.ts';
import { livingWriters } from '../../src/archive/writer-lock.ts';
import { dataPath } from '../../src/package-root.ts';
import { nianbao, startNianbao } from '../support/command-line.ts';
import { errorSchema, ingestSchema } from '../support/contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const education = dataPath('samples', '青禾县教育局-2023.txt');
const town = dataPath('samples', '柳溪镇人民政府-2024.txt');
const text = readFileSync(education, 'utf8');

/** A chat with an inbox: the process that writes. */
async function feedingChat(data = temporaryFolder()) {
  const chat = startNianbao(['chat', '--inbox', '--data', data]);
  onTestFinished(() => void chat.kill('SIGKILL'));
  let said = '';
  chat.stdout?.on('data', (part) => {
    said += part;
  });
  chat.stderr?.on('data', (part) => {
    said += part;
  });
  await until(() => livingWriters(new Layout(data)).some((writer) => writer.port !== null));
  return { chat, data, inbox: join(data, 'inbox'), said: () => said };
}

async function until(condition: () => boolean, ms = 20_000): Promise<void> {
  for (const end = Date.now() + ms; !condition(); ) {
    if (Date.now() > end) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function count(data: string): number {
  return JSON.parse(nianbao(['reports', '--data', data, '--json']).stdout).count;
}

describe('a process that writes', () => {
  it('takes over what ingest and remove are asked beside it, and answers from it at once', async () => {
    const { chat, data, said } = await feedingChat();
    const ran = nianbao(['ingest', education, '/no/such/file', '--data', data, '--json']);
    const summary = ingestSchema.parse(JSON.parse(ran.stdout));
    expect([ran.status, summary.added, summary.rejected]).toEqual([1, 1, 1]);
    const piped = nianbao(['ingest', '-', '--data', data, '--json'], { input: readFileSync(town) });
    expect(ingestSchema.parse(JSON.parse(piped.stdout)).added).toBe(1);
    expect(count(data)).toBe(2);
    chat.stdin?.write('青禾县教育局2023年新收申请多少件\n');
    await until(() => said().includes('12 件'));
    const id = summary.files[0]?.reportId ?? '';
    expect(nianbao(['remove', id, '--data', data]).status).toBe(0);
    expect(nianbao(['remove', id, '--data', data]).status).toBe(1);
    expect(count(data)).toBe(1);
    chat.stdin?.end();
    expect(await chat.exited).toBe(0);
    expect(readdirSync(new Layout(data).writers)).toEqual([]);
  });

  it('takes nothing from those who do not know its token', async () => {
    const { data } = await feedingChat();
    const [writer] = livingWriters(new Layout(data));
    const [name = ''] = readdirSync(new Layout(data).writers);
    expect(statSync(join(new Layout(data).writers, name)).mode & 0o077).toBe(0);
    for (const authorization of ['', 'Bearer ', `Bearer ${'0'.repeat(writer?.token.length ?? 0)}`]) {
      const response = await fetch(`http://127.0.0.1:${writer?.port}/`, {
        method: 'POST',
        headers: { authorization },
        body: JSON.stringify({ do: 'ingest', paths: [education] }),
      });
      expect(response.status).toBe(403);
    }
    expect(count(data)).toBe(0);
  });

  it('keeps a second one away by a sentence that names it', async () => {
    const { chat, data } = await feedingChat();
    const ran = nianbao(['chat', '--inbox', '--data', data, '--json']);
    expect(ran.status).toBe(1);
    expect(errorSchema.parse(JSON.parse(ran.stdout)).error).toMatchObject({ code: 'locked' });
    expect(ran.stderr).toContain(String(chat.pid));
  });
});

describe('the inbox', () => {
  it('takes in what is completely written, moves it to done/ or refused/, and notes the cause', async () => {
    const { data, inbox } = await feedingChat();
    mkdirSync(join(inbox, 'sub'));
    cpSync(town, join(inbox, 'sub', 'town.txt'));
    writeFileSync(join(inbox, 'letter.txt'), '各位同事：\n明天上午九点开会，请准时参加。\n');
    for (const name of ['half.txt.part', '~$a.docx', 'Thumbs.db']) writeFileSync(join(inbox, name), text);
    // A slow copy: nothing comes for longer than a file has to rest, but it is still open.
    const slow = openSync(join(inbox, 'slow.txt'), 'w');
    for (const part of [text.slice(0, 700), text.slice(700)]) {
      writeSync(slow, part);
      await new Promise((resolve) => setTimeout(resolve, 4000));
    }
    expect(count(data)).toBe(1);
    closeSync(slow);
    await until(() => count(data) === 2);
    await until(() => readdirSync(join(inbox, 'done'), { recursive: true }).length === 3);
    await until(() => readdirSync(join(inbox, 'refused')).length === 2);
    expect(readdirSync(join(inbox, 'done'), { recursive: true }).sort()).toEqual([
      'slow.txt',
      'sub',
      'sub/town.txt',
    ]);
    expect(readdirSync(join(inbox, 'refused')).sort()).toEqual(['letter.txt', 'letter.txt.原因.txt']);
    expect(readFileSync(join(inbox, 'refused', 'letter.txt.原因.txt'), 'utf8')).toContain('not-a-report');
    expect(readdirSync(inbox).sort()).toEqual([
      'Thumbs.db',
      'done',
      'half.txt.part',
      'refused',
      'sub',
      '~$a.docx',
    ]);
    expect(JSON.parse(nianbao(['report', '青禾县教育局', '--data', data, '--json']).stdout)).toMatchObject({
      source: { sha256: createHash('sha256').update(text).digest('hex') },
    });
  });

  it('reads links to files, but never what a link to a folder leads to', async () => {
    const { data, inbox, said } = await feedingChat();
    symlinkSync(education, join(inbox, 'link.txt'));
    symlinkSync(inbox, join(inbox, 'loop'));
    symlinkSync('/no/such/file', join(inbox, 'broken.txt'));
    await until(() => said().includes('loop 不是文件') && count(data) === 1);
    expect(readdirSync(join(inbox, 'done'))).toEqual(['link.txt']);
    expect(readdirSync(join(inbox, 'refused'))).toEqual([]);
  });

  it('that cannot be watched is told in a sentence', () => {
    const ran = nianbao(['chat', '--inbox', education, '--data', temporaryFolder()]);
    expect([ran.status, ran.stderr]).toEqual([1, expect.stringMatching(/收件目录 .*不能用：/)]);
  });

  it('takes in what was put there before the start, and loses nothing of the same name', async () => {
    const data = temporaryFolder();
    mkdirSync(join(data, 'inbox', 'done'), { recursive: true });
    writeFileSync(join(data, 'inbox', 'done', 'a.txt'), 'older');
    cpSync(education, join(data, 'inbox', 'a.txt'));
    await feedingChat(data);
    await until(() => readdirSync(join(data, 'inbox', 'done')).length === 2);
    expect(readFileSync(join(data, 'inbox', 'done', 'a.txt'), 'utf8')).toBe('older');
    expect(readFileSync(join(data, 'inbox', 'done', 'a-2.txt'), 'utf8')).toBe(text);
    expect(count(data)).toBe(1);
  });
});

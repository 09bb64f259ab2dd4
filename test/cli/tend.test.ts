import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DiskRecords } from '../../src/app/record-files.ts';
import { openArchive } from '../../src/archive/archive.ts';
import { Layout, shardOf } from '../../src/archive/layout.ts';
import { dataPath } from '../../src/package-root.ts';
import { nianbao } from '../support/command-line.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const questions = [
  '青禾县教育局2023年新收申请多少件',
  '2024年哪个单位收到的申请最多',
  '谁用了微信公众号',
  '大家最常见的问题是什么',
  '青禾县人民政府2025年的年报数据对得上吗',
].join('\n');

function filled(): string {
  const data = temporaryFolder();
  expect(nianbao(['ingest', dataPath('samples'), '--data', data]).status).toBe(0);
  return data;
}

function answers(data: string): string {
  return nianbao(['ask', '-', '--json', '--data', data], { input: questions }).stdout;
}

describe('tending the archive', () => {
  it('restores a backup that answers byte by byte the same', () => {
    const data = filled();
    const [copy, again] = [join(temporaryFolder(), 'copy'), join(temporaryFolder(), 'again')];
    expect(nianbao(['backup', copy, '--data', data]).status).toBe(0);
    expect(nianbao(['restore', copy, '--data', again]).status).toBe(0);
    expect(answers(again)).toBe(answers(data));
    expect(nianbao(['restore', copy, '--data', again]).status).toBe(1);
  });

  it('checks without touching, mends, and ends with 1 while a report is lost', () => {
    const data = filled();
    expect(nianbao(['doctor', '--data', data]).status).toBe(0);
    const archive = openArchive(data, 'read');
    const { reportId = '' } = archive.holdings[0] ?? {};
    const file = new Layout(data).reportFile(reportId, archive.holding(reportId)?.version ?? '');
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.subarray(0, 1000));
    const checked = nianbao(['doctor', '--check', '--data', data]);
    expect([checked.status, checked.stdout.includes(file)]).toEqual([1, true]);
    expect(readFileSync(file)).toHaveLength(1000);
    const { ailments } = JSON.parse(nianbao(['doctor', '--data', data, '--json']).stdout);
    expect(ailments).toMatchObject([
      { code: 'report-damaged', file, mended: expect.stringContaining('重新收录') },
      { code: 'left-over', mended: expect.stringContaining('damaged/') },
    ]);
    expect(nianbao(['doctor', '--data', data]).status).toBe(0);
    expect(nianbao(['ingest', dataPath('samples'), '--data', data, '--json']).stdout).toContain('"added":1,');
  });

  it('names file and place of every kind of damage, as text and as data, and ends with 1 while it stands', () => {
    const data = filled();
    // It writes the snapshots, which so small an archive does without.
    expect(nianbao(['doctor', '--data', data]).status).toBe(0);
    const { holding, file } = one(data);
    const layout = new Layout(data);
    const records = new DiskRecords(layout.bot);
    for (const name of ['chats/5', 'chats/6']) records.open(name).write({ name });
    const damaged = {
      'shard-damaged': layout.shardFile(shardOf(holding.reportId)),
      'source-damaged': layout.sourceFile(holding.sha256),
      'record-damaged': join(layout.bot, 'chats', '5.json'),
      'snapshot-damaged': join(layout.index, 'passages.bin'),
    };
    for (const path of Object.values(damaged)) truncateSync(path, 60);
    const text = nianbao(['doctor', '--check', '--data', data]);
    const json = nianbao(['doctor', '--check', '--data', data, '--json']);
    expect([text.status, json.status]).toEqual([1, 1]);
    const { ailments } = JSON.parse(json.stdout) as { ailments: { code: string; file: string }[] };
    expect(Object.fromEntries(ailments.map(({ code, file }) => [code, file]))).toEqual(damaged);
    for (const path of Object.values(damaged)) expect(text.stdout).toContain(path);
    expect(text.stdout).toContain('发现 4 处问题');
    // The subscriptions of a chat are lost: told by the exit code, once.
    const mended = nianbao(['doctor', '--data', data]);
    expect([mended.status, mended.stdout.includes('请在该聊天中重新订阅')]).toEqual([1, true]);
    expect(nianbao(['doctor', '--data', data])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('一切正常'),
    });
    expect(records.open('chats/6').read()).toEqual({ name: 'chats/6' });
    expect(openArchive(data, 'read').report(holding.reportId)?.id).toBe(holding.reportId);
    expect(existsSync(file)).toBe(true);
  });

  it('tells where to go on when a file is damaged: no answer, the file, the doctor', () => {
    const data = filled();
    const { holding, file } = one(data);
    truncateSync(file, 60);
    const question = `${holding.agency}${holding.year}年新收申请多少件`;
    const asked = nianbao(['ask', question, '--json', '--data', data]);
    expect(asked.status).toBe(1);
    expect(JSON.parse(asked.stdout).error).toMatchObject({ code: 'damaged' });
    for (const word of [file, 'nianbao doctor']) expect(asked.stderr).toContain(word);
  });

  it('refuses a backup with a damaged list or file, by its name, and restores nothing', () => {
    const data = filled();
    const [copy, again] = [join(temporaryFolder(), 'copy'), join(temporaryFolder(), 'again')];
    expect(nianbao(['backup', copy, '--data', data]).status).toBe(0);
    const { file } = one(data);
    const inCopy = copy + file.slice(data.length);
    truncateSync(inCopy, 60);
    const ran = nianbao(['restore', copy, '--data', again, '--json']);
    expect([ran.status, JSON.parse(ran.stdout).error.code]).toEqual([1, 'damaged']);
    expect(ran.stderr).toContain(inCopy);
    truncateSync(join(copy, 'backup.json'), 60);
    const listless = nianbao(['restore', copy, '--data', again]);
    expect([listless.status, listless.stderr.includes('backup.json')]).toEqual([1, true]);
    expect(nianbao(['reports', '--json', '--data', again]).stdout).not.toContain(holdingId(data));
  });

  it('answers nothing from a restoring that was broken off', () => {
    const data = filled();
    writeFileSync(new Layout(data).restoring, '');
    const asked = nianbao(['ask', '青禾县教育局2023年新收申请多少件', '--json', '--data', data]);
    expect([asked.status, JSON.parse(asked.stdout).error.code]).toEqual([1, 'unfinished']);
    expect(asked.stderr).toContain('nianbao restore');
  });
});

function one(data: string) {
  const archive = openArchive(data, 'read');
  const holding = archive.holding(archive.holdings[0]?.reportId ?? '');
  if (!holding) throw new Error('nothing is held');
  return { holding, file: new Layout(data).reportFile(holding.reportId, holding.version) };
}

function holdingId(data: string): string {
  return one(data).holding.reportId;
}

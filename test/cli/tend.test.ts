import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { Layout } from '../../src/archive/layout.ts';
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
});

import {
  chmodSync,
  cpSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataPath } from '../../src/package-root.ts';
import { nianbao } from '../support/command-line.ts';
import { errorSchema, ingestSchema, reportSchema } from '../support/contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const sample = (name: string) => dataPath('samples', name);
const education = sample('青禾县教育局-2023.txt');

function ingest(data: string, paths: string[], input?: string | Buffer) {
  const ran = nianbao(['ingest', ...paths, '--data', data, '--json'], input === undefined ? {} : { input });
  return { ...ran, ...ingestSchema.parse(JSON.parse(ran.stdout)) };
}

describe('nianbao ingest', () => {
  it('takes in a folder recursively and says so in the shape of the contract', () => {
    const [data, folder] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(folder, '深', '层'), { recursive: true });
    cpSync(education, join(folder, '深', '层', 'a.txt'));
    cpSync(sample('柳溪镇人民政府-2024.txt'), join(folder, 'b.txt'));
    writeFileSync(join(folder, '.hidden'), 'x');
    symlinkSync(folder, join(folder, '深', 'loop'));
    const first = ingest(data, [folder]);
    expect(first).toMatchObject({ status: 0, added: 2, rejected: 0 });
    expect(first.files.map((file) => file.agency).join()).toMatch(
      /柳溪镇人民政府.*青禾县教育局|青禾县教育局.*柳溪镇人民政府/,
    );
    expect(ingest(data, [folder])).toMatchObject({ status: 0, added: 0, unchanged: 2 });
  });

  it('shows in the sheet of a report which figures are in doubt, and the row as it is printed', () => {
    const data = temporaryFolder();
    const doubtful = readFileSync(education, 'utf8').replace(/(（一）予以公开\t+)\d+/, '$1见附件');
    expect(ingest(data, ['-'], doubtful).files[0]?.warnings).toHaveLength(1);
    const { stdout } = nianbao(['report', '青禾县教育局', '--data', data]);
    expect(stdout).toMatch(/予以公开.*（空白：见附件）.*件 +存疑/);
    expect(stdout).toMatch(/原文：.*（一）予以公开.*见附件/);
  });

  it('replaces other content of the same agency and year', () => {
    const data = temporaryFolder();
    const changed = readFileSync(education, 'utf8').replace('行政许可\t64', '行政许可\t65');
    const { files } = ingest(data, [education]);
    expect(ingest(data, ['-'], changed)).toMatchObject({ status: 0, updated: 1 });
    const ran = nianbao(['report', files[0]?.reportId ?? '', '--data', data, '--json']);
    expect(reportSchema.parse(JSON.parse(ran.stdout)).readings['disclosure.permits.decisions']?.value).toBe(
      65,
    );
  });

  it('says when two files of one batch are the same report', () => {
    const [data, folder] = [temporaryFolder(), temporaryFolder()];
    cpSync(education, join(folder, 'a.txt'));
    writeFileSync(
      join(folder, 'b.txt'),
      readFileSync(education, 'utf8').replace('行政许可\t64', '行政许可\t65'),
    );
    const { files } = ingest(data, [folder]);
    expect(files.map((file) => file.status)).toEqual(['added', 'updated']);
    expect(files[1]?.warnings.map((warning) => warning.code)).toContain('replaced-in-batch');
  });

  it('refuses what is no report by code and sentence, and takes in the rest of the batch', () => {
    const [data, folder] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(folder, 'empty.txt'), '');
    writeFileSync(join(folder, 'letter.txt'), '各位同事：\n明天上午九点开会，请准时参加。\n');
    writeFileSync(join(folder, 'rubbish.pdf'), Buffer.from([0, 1, 2, 255, 254, 7, 0, 0, 128, 200]));
    writeFileSync(join(folder, 'huge.txt'), '');
    truncateSync(join(folder, 'huge.txt'), 200 * 1024 * 1024);
    const ran = ingest(data, [folder, join(folder, 'missing.txt'), education]);
    expect(ran).toMatchObject({ status: 1, added: 1, rejected: 5 });
    const code = (name: string) => ran.files.find((file) => file.path.endsWith(name))?.error?.code;
    expect(code('empty.txt')).toBe('empty');
    expect(code('huge.txt')).toBe('too-large');
    expect(code('missing.txt')).toBe('unreadable');
    expect(code('letter.txt')).toBe('not-a-report');
    expect(code('rubbish.pdf')).toBeTruthy();
    expect(ran.files.every((file) => (file.status === 'rejected') === (file.error !== null))).toBe(true);
  });

  it.skipIf(process.getuid?.() === 0)('refuses a folder without rights and goes on', () => {
    const [data, folder] = [temporaryFolder(), temporaryFolder()];
    mkdirSync(join(folder, 'closed'), { mode: 0o000 });
    expect(ingest(data, [folder, education])).toMatchObject({ status: 1, added: 1, rejected: 1 });
    chmodSync(join(folder, 'closed'), 0o700);
  });

  it('prints a line a file for people, and nothing but text on standard output', () => {
    const ran = nianbao(['ingest', education, '/no/such/file', '--data', temporaryFolder()]);
    expect(ran.status).toBe(1);
    expect(ran.stdout.trim().split('\n')).toHaveLength(3);
    expect(ran.stdout).toContain('青禾县教育局');
    expect(ran.stdout).toContain('unreadable');
  });

  it('tells in one sentence when the data folder cannot be written', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const ran = nianbao(['ingest', education, '--data', file, '--json']);
    expect(ran.status).toBe(1);
    expect(errorSchema.parse(JSON.parse(ran.stdout)).error.message).toContain('不是目录');
    expect(ran.stderr.trim().split('\n')).toHaveLength(1);
  });
});

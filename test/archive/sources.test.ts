import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type App, type AppOptions, openApp } from '../../src/app.ts';
import { openArchive } from '../../src/archive/archive.ts';
import { backup } from '../../src/archive/backup.ts';
import { examine } from '../../src/archive/doctor.ts';
import { Layout } from '../../src/archive/layout.ts';
import { restore } from '../../src/archive/restore.ts';
import { digest } from '../../src/archive/sealed-json.ts';
import { dataPath } from '../../src/package-root.ts';
import { inventedReport } from '../support/invented-report.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const name = '青禾县教育局-2023.txt';
const sample = dataPath('samples', name);
const bytes = readFileSync(sample);
const clock = () => new Date('2025-02-01T00:00:00Z');

async function withApp<T>(folder: string, work: (app: App) => Promise<T>, options: Partial<AppOptions> = {}) {
  const app = await openApp({ dataDir: folder, mode: 'write', ...options });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** One report taken in. @returns its id and where the file is kept */
async function filled(folder: string, options: Partial<AppOptions> = {}) {
  const summary = await withApp(folder, (app) => app.ingest([sample]), options);
  return { id: summary.files[0]?.reportId ?? '', kept: new Layout(folder).sourceFile(digest(bytes)) };
}

function source(folder: string, id: string) {
  const reader = openArchive(folder, 'read');
  return reader.source(id);
}

function kept(folder: string): string[] {
  return readdirSync(join(folder, 'sources'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

describe('the files that reports were read from', () => {
  it('are given back to the byte, under their names, from ZIPs too', async () => {
    const folder = temporaryFolder();
    const { id } = await filled(folder);
    await withApp(folder, async (app) => {
      expect(app.sourceFile(id)).toEqual({ name, bytes });
      expect(app.sourceFile('2023-0000000000')).toBeUndefined();
      const piped = Buffer.from(bytes.toString('utf8').replaceAll('青禾', '白水'));
      const [file] = (await app.ingestUpload({ name: '-', bytes: piped })).files;
      const given = app.sourceFile(file?.reportId ?? '');
      expect(given).toEqual({ name: `${file?.agency}-2023.txt`, bytes: piped });
      const member = Buffer.from(bytes.toString('utf8').replaceAll('青禾', '丹溪'));
      const zip = zipSync({ 'folder/教育局.txt': member, 'notes.txt': Buffer.from('不是年报') });
      const { files } = await app.ingestUpload({ name: 'a.zip', bytes: zip });
      const ids = files.flatMap(({ reportId }) => reportId ?? []);
      expect(ids.map((one) => app.sourceFile(one))).toEqual([{ name: '教育局.txt', bytes: member }]);
    });
    expect(kept(folder)).toHaveLength(3);
  });

  it('are written once, and what was taken in without is made good by taking it in again', async () => {
    const folder = temporaryFolder();
    const { id, kept: file } = await filled(folder, { keepSources: false });
    expect([source(folder, id), existsSync(file)]).toEqual([undefined, false]);
    expect((await withApp(folder, (app) => app.ingest([sample]))).unchanged).toBe(1);
    expect(source(folder, id)).toEqual(bytes);
    const { ino, mtimeMs } = statSync(file);
    await withApp(folder, (app) => app.ingest([sample]));
    expect(statSync(file)).toMatchObject({ ino, mtimeMs });
  });

  it('stay while a version refers to them and go with the report', async () => {
    const folder = temporaryFolder();
    const { id } = await filled(folder);
    const second = Buffer.from(`${bytes.toString('utf8')}\n更正。\n`);
    await withApp(folder, async (app) => {
      expect((await app.ingestUpload({ name, bytes: second })).updated).toBe(1);
      expect(app.sourceFile(id)?.bytes).toEqual(second);
    });
    expect(kept(folder).sort()).toEqual([digest(bytes), digest(second)].sort());
    expect(examine(folder, { mend: true })).toMatchObject({ versions: 2, sources: 2, ailments: [] });
    await withApp(folder, async (app) => app.remove(id));
    expect(kept(folder)).toEqual([]);
  });

  it('stay while another report was read from the same bytes', async () => {
    const folder = temporaryFolder();
    const writer = openArchive(folder, 'write');
    const sha256 = digest(bytes);
    const [a, b] = ['云溪县财政局', '云溪县水利局'].map((agency) => {
      const report = inventedReport({ agency });
      return { ...report, source: { ...report.source, sha256 } };
    });
    await writer.keepSource(sha256, bytes);
    writer.putAll([a, b].filter((report) => report !== undefined));
    writer.remove(a?.id ?? '');
    expect(writer.source(b?.id ?? '')).toEqual(bytes);
    await writer.keepSource(sha256, bytes);
    writer.remove(b?.id ?? '');
    // Kept a moment ago for a report that is about to come in.
    expect(kept(folder)).toEqual([sha256]);
    writer.close();
    expect(examine(folder, { mend: true }).ailments.map(({ code }) => code)).toEqual(['left-over']);
    expect(kept(folder)).toEqual([]);
  });

  it('that are damaged are refused by name, found by the doctor, and made good again', async () => {
    const folder = temporaryFolder();
    const { id, kept: file } = await filled(folder);
    const damaged = Buffer.from(bytes);
    damaged[100] = (damaged[100] ?? 0) ^ 1;
    writeFileSync(file, damaged);
    expect(() => source(folder, id)).toThrow(file);
    expect(examine(folder, { mend: false })).toMatchObject({ sources: 0, ailments: [{ file }] });
    expect(examine(folder, { mend: true }).ailments).toMatchObject([{ code: 'source-damaged', file }]);
    expect(openArchive(folder, 'read').report(id)?.id).toBe(id);
    await filled(folder);
    expect(source(folder, id)).toEqual(bytes);
    expect(examine(folder, { mend: true }).ailments).toEqual([]);
  });

  it('are set aside when the doctor withdraws the report, which can be taken in from there again', async () => {
    const folder = temporaryFolder();
    const { id } = await filled(folder);
    const report = new Layout(folder).reportFile(id, openArchive(folder, 'read').holding(id)?.version ?? '');
    writeFileSync(report, readFileSync(report).subarray(0, 500));
    const codes = examine(folder, { mend: true }).ailments.map(({ code }) => code);
    expect(codes).toEqual(['report-damaged', 'left-over']);
    const aside = join(folder, 'damaged', `${id}.${name}`);
    expect(readFileSync(aside)).toEqual(bytes);
    expect((await withApp(folder, (app) => app.ingest([aside]))).files[0]?.reportId).toBe(id);
  });

  it('are in a backup and come back with it', async () => {
    const folder = temporaryFolder();
    const { id } = await filled(folder);
    const [copy, again] = [join(temporaryFolder(), 'copy'), temporaryFolder()];
    expect(Object.values((await backup(folder, copy, clock)).files)).toContain(digest(bytes));
    await restore(copy, again);
    expect(source(again, id)).toEqual(bytes);
    expect(examine(again, { mend: false }).ailments).toEqual([]);
  });

  it('that cannot be written refuse the report, which is then not held', async () => {
    const folder = temporaryFolder();
    const file = new Layout(folder).sourceFile(digest(bytes));
    mkdirSync(dirname(dirname(file)), { recursive: true });
    copyFileSync(sample, dirname(file));
    const { files } = await withApp(folder, (app) => app.ingest([sample]));
    expect(files).toMatchObject([{ status: 'rejected', error: { code: 'write-failed' } }]);
    expect(openArchive(folder, 'read').holdings).toEqual([]);
  });
});

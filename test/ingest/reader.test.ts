import { createHash } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFiles } from '../../src/ingest/read-files.ts';
import { type FileRead, readFile } from '../../src/ingest/reader.ts';
import { distinctNumbers, type Item, markupReport, toHtml } from '../support/markup-report.ts';

const agency = '青禾县水务局';
const sheet = (item: Item) =>
  item.kind === 'paragraph'
    ? item.text
    : item.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n');
const report = (year: number) => markupReport({ agency, year, print: distinctNumbers().print });
const text = (year = 2023) => report(year).map(sheet).join('\n');
const page = (year = 2023) => `<!DOCTYPE html><html><body>${toHtml(report(year))}</body></html>`;

async function only(bytes: Uint8Array, name: string, limits = {}): Promise<FileRead> {
  const [read, ...others] = await readFile(bytes, name, { limits });
  if (!read || others.length) throw new Error(`${others.length} more reads`);
  return read;
}

const codeOf = (read: FileRead | undefined) => (read && 'error' in read ? read.error.code : undefined);

describe('reading a file', () => {
  it('gives a report with its source filled and no findings', async () => {
    const bytes = strToU8(text());
    const clock = () => new Date('2024-02-03T04:05:06Z');
    const [read] = await readFile(bytes, 'a/水务局.txt', { clock });
    expect(read).toMatchObject({
      path: 'a/水务局.txt',
      report: { year: 2023, agency: { name: agency }, edition: '2021', findings: [] },
    });
    if (!read || !('report' in read)) return;
    expect(read.report.source).toEqual({
      file: 'a/水务局.txt',
      format: 'txt',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      ingestedAt: '2024-02-03T04:05:06.000Z',
    });
    const hash = createHash('sha256').update(read.report.agency.id).digest('hex');
    expect(read.report.id).toBe(`2023-${hash.slice(0, 10)}`);
  });

  it('reads every cell of a web page as printed', async () => {
    const { print, printed } = distinctNumbers();
    const html = `<html><body>${toHtml(markupReport({ agency, year: 2023, print }))}</body></html>`;
    const read = await only(strToU8(html), 'x.html');
    const readings = 'report' in read ? read.report.readings : {};
    expect(Object.fromEntries(Object.entries(readings).map(([id, { raw }]) => [id, raw]))).toEqual(
      Object.fromEntries(printed),
    );
  });

  it('goes by the content, not by the name', async () => {
    expect(await only(strToU8(page()), '年报.txt')).toMatchObject({ report: { source: { format: 'html' } } });
    expect(await only(strToU8(text()), '年报.pdf')).toMatchObject({ report: { source: { format: 'txt' } } });
  });

  it.each([
    ['empty', new Uint8Array(), {}],
    ['empty', strToU8(' \r\n\t\u3000\n'), {}],
    ['too-large', strToU8('年'.repeat(2000)), { fileBytes: 1000 }],
    ['unsupported-format', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256), {}],
    ['unsupported-format', strToU8('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), {}],
    [
      'unsupported-format',
      zipSync({ '[Content_Types].xml': strToU8('<a/>'), 'xl/workbook.xml': strToU8('<a/>') }),
      {},
    ],
    ['unsupported-format', zipSync({ 'OFD.xml': strToU8('<a/>') }), {}],
    ['damaged', strToU8('%PDF-1.7\n%%EOF'), {}],
    ['damaged', strToU8('PK\x03\x04 and then nothing of a ZIP'), {}],
    ['not-a-report', strToU8('今天天气很好，适合出门散步。'), {}],
  ])('refuses with %s and a sentence', async (code, bytes, limits) => {
    const read = await only(bytes, 'x.txt', limits);
    expect(codeOf(read)).toBe(code);
    expect('error' in read && read.error.message).toMatch(/\p{Script=Han}{3}/u);
  });
});

describe('reading a ZIP', () => {
  it('reads every member by itself and says where it lay', async () => {
    const inner = zipSync({ '2022.txt': strToU8(text(2022)) });
    const zip = zipSync({
      '年报/2023.html': strToU8(page(2023)),
      '年报/说明.bin': Uint8Array.from({ length: 999 }, (_, i) => (i * 31) % 256),
      'more.zip': inner,
      '__MACOSX/年报/._2023.html': strToU8('junk'),
      '.DS_Store': strToU8('junk'),
    });
    const reads = await readFile(zip, 'a.zip');
    expect(reads.map((read) => [read.path, 'report' in read ? read.report.year : read.error.code])).toEqual([
      ['a.zip!/年报/2023.html', 2023],
      ['a.zip!/年报/说明.bin', 'unsupported-format'],
      ['a.zip!/more.zip!/2022.txt', 2022],
    ]);
  });

  it('reads names that Windows wrote in GB18030', async () => {
    const zip = Buffer.from(zipSync({ 'nb.txt': strToU8(text()) }));
    const gb = Buffer.from([0xc4, 0xea, 0xb1, 0xa8, 0x2e, 0x74]); // 年报.t
    for (let at = zip.indexOf('nb.txt'); at >= 0; at = zip.indexOf('nb.txt', at + 1)) gb.copy(zip, at);
    const [read] = await readFile(zip, 'a.zip');
    expect(read?.path).toBe('a.zip!/年报.t');
  });

  it.each([
    ['zip-empty', zipSync({ '__MACOSX/a': strToU8('x') }), {}],
    ['zip-members', zipSync({ a: strToU8('x'), b: strToU8('y') }), { zipMembers: 1 }],
    ['zip-bomb', zipSync({ a: new Uint8Array(6000), b: new Uint8Array(6000) }), { zipBytes: 10_000 }],
  ])('refuses the whole with %s', async (code, zip, limits) => {
    expect(codeOf(await only(zip, 'a.zip', limits))).toBe(code);
  });

  it('refuses a member that unpacks to hundreds of times its size, and reads the others', async () => {
    const zip = zipSync({ 'bomb.txt': new Uint8Array(20 * 1024 * 1024), 'good.txt': strToU8(text()) });
    const [bomb, good] = await readFile(zip, 'a.zip');
    expect(codeOf(bomb)).toBe('zip-bomb');
    expect(good).toMatchObject({ report: { year: 2023 } });
  });

  it('refuses ZIPs packed deeper than the limit', async () => {
    let zip = zipSync({ 'a.txt': strToU8(text()) });
    for (let depth = 0; depth < 3; depth++) zip = zipSync({ 'z.zip': zip });
    expect(codeOf(await only(zip, 'a.zip'))).toBe('zip-depth');
  });

  it('refuses members with a password, with a wrong checksum, or that lie about their size', async () => {
    const pack = () => Buffer.from(zipSync({ 'a.txt': strToU8(text()) }));
    const directory = (zip: Buffer) => zip.indexOf(Buffer.from('PK\x01\x02'));
    const locked = pack();
    locked[directory(locked) + 8] = 1;
    expect(codeOf(await only(locked, 'a.zip'))).toBe('encrypted');
    const wrong = pack();
    wrong[directory(wrong) + 16] = (wrong[directory(wrong) + 16] ?? 0) ^ 1;
    expect(codeOf(await only(wrong, 'a.zip'))).toBe('damaged');
    const lying = pack();
    lying.writeUInt32LE(10, directory(lying) + 24);
    expect(codeOf(await only(lying, 'a.zip'))).toBe('damaged');
  });
});

describe('reading from disk', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nianbao-reader-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('keeps the order and goes on after files that cannot be read', async () => {
    const good = join(folder, 'good.txt');
    const large = join(folder, 'large.txt');
    await writeFile(good, text());
    await writeFile(large, new Uint8Array(9_000_000));
    const reads: FileRead[][] = [];
    const paths = [join(folder, 'none.txt'), folder, large, good];
    for await (const read of readFiles(paths, { limits: { fileBytes: 1_000_000 } })) reads.push(read);
    expect(reads.map(([read]) => codeOf(read) ?? 'read')).toEqual([
      'unreadable',
      'unreadable',
      'too-large',
      'read',
    ]);
  });

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read', async () => {
    const path = join(folder, 'secret.txt');
    await writeFile(path, text());
    await chmod(path, 0);
    for await (const [read] of readFiles([path])) expect(read).toMatchObject({ error: { message: /权限/ } });
  });
});

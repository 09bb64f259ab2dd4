import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import type { Limits } from '../../src/ingest/limits.ts';
import { readFile } from '../../src/ingest/reader.ts';
import { WorkerPool } from '../../src/ingest/worker-pool.ts';
import { dataPath } from '../../src/package-root.ts';
import { distinctNumbers, markupReport, toHtml } from '../support/markup-report.ts';
import { p, wordFile } from '../support/word-file.ts';

/** Objects 1 to 3 are catalogue, pages and page; 4 is what the page draws. */
function pdf(objects: (string | Buffer)[], kids = '3 0 R'): Uint8Array {
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>';
  const all = ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Kids[${kids}]/Count 9>>`, page, ...objects];
  const parts = [Buffer.from('%PDF-1.7\n')];
  all.forEach((object, i) => {
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
  });
  parts.push(Buffer.from(`trailer\n<</Root 1 0 R/Size ${all.length + 1}>>\n%%EOF`));
  return Buffer.concat(parts);
}

function packed(content: Buffer): Buffer {
  const bytes = deflateSync(content, { level: 1 });
  const head = `<</Length ${bytes.length}/Filter/FlateDecode>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')]);
}

const good = () =>
  strToU8(
    `<html><body>${toHtml(markupReport({ agency: '青禾县水务局', year: 2023, print: distinctNumbers().print }))}</body></html>`,
  );

const text = readFileSync(dataPath('samples', '青禾县教育局-2023.txt'), 'utf8');
/** What has made some expression or loop take the square of its length, or for ever. */
const baits = [
  ...[
    '\n',
    '\r',
    ' \n',
    '\n\n \t',
    ' ',
    '\t',
    '0\t',
    '0\n',
    '1,',
    '1.',
    '|',
    '|-',
    '*',
    '_',
    '-',
    '# ',
    '> ',
    '<p ',
  ],
  ...[
    '&nbsp;',
    'a b ',
    'a:b\n',
    '：',
    '。',
    '电话：',
    'http://',
    '（',
    '《',
    '年',
    '1',
    '零',
    '申请',
    '同比增长1%，',
  ],
];

/** name, file, what it may be refused with, limits */
const hostile: [string, () => Uint8Array, RegExp, Partial<Limits>][] = [
  [
    'a PDF with a million objects',
    () => pdf([packed(Buffer.from('0 0 m')), ...Array(1_000_000).fill('null')]),
    /./,
    {},
  ],
  [
    'a PDF whose stream unpacks to hundreds of megabytes',
    () => pdf([packed(Buffer.alloc(600 << 20, 32))]),
    /^(?:memory|timeout)$/,
    {},
  ],
  [
    'a PDF that draws without end',
    () => pdf([packed(Buffer.from('0 0 m 9 9 l S '.repeat(3_000_000)))]),
    /^(?:memory|timeout|too-complex)$/,
    {},
  ],
  ['a PDF whose pages contain themselves', () => pdf(['null'], '2 0 R 2 0 R'), /./, {}],
  ['a web page nested 100,000 deep', () => strToU8(`<body>${'<div>'.repeat(100_000)}年报`), /^too-deep$/, {}],
  [
    'a web page of formatting that multiplies',
    () => strToU8(`<body>${'<p><b class=a><i><u>年'.repeat(20_000)}`),
    /^(?:too-deep|memory|timeout)$/,
    { htmlDepth: 1e9 },
  ],
  [
    'a Word file that unpacks to hundreds of times its size',
    () => wordFile(p(' '.repeat(45 << 20))),
    /^zip-bomb$/,
    {},
  ],
  ['a ZIP of zeros', () => zipSync({ 'a.txt': new Uint8Array(45 << 20) }), /^zip-bomb$/, {}],
  ['a text of tabs', () => strToU8('\t'.repeat(4_000_000)), /./, {}],
  ['a text in one line', () => strToU8('政府信息公开申请一二三、'.repeat(200_000)), /./, {}],
];

describe('a small text of little but the same', () => {
  const pool = new WorkerPool({ size: 1 });
  afterAll(() => pool.close());
  const limits = { milliseconds: 8000 };

  it.each(baits)('%j is read in a moment wherever it stands', async (bait) => {
    const long = bait.repeat(60_000 / bait.length);
    for (const at of [
      0,
      text.indexOf('申请', 400),
      text.indexOf('（七）总计'),
      text.indexOf('五、存在') + 20,
    ]) {
      const bytes = strToU8(text.slice(0, at) + long + text.slice(at));
      const [read] = await readFile(bytes, 'a.txt', { pool, limits });
      expect(read && 'error' in read && read.error.code).not.toBe('timeout');
    }
  });

  it('a drawn line with a heading in it is no line of a table', async () => {
    const dashes = '-'.repeat(200);
    const bytes = strToU8(text.replace('（一）', `${dashes}（一）${dashes}`));
    expect(await readFile(bytes, 'a.txt', { pool, limits })).toMatchObject([{ report: { year: 2023 } }]);
  });

  it('is read where it can be ended, as everything else', async () => {
    // Long enough that no machine is done with it before the clock strikes, short enough to count as small.
    const bytes = strToU8(text + '全年收到政府信息公开申请3件。\n'.repeat(4000));
    const [read] = await readFile(bytes, 'a.txt', { pool, limits: { milliseconds: 1 } });
    expect(read).toMatchObject({ error: { code: 'timeout' } });
  });
});

describe('a hostile file', () => {
  const pool = new WorkerPool({ size: 1, memoryMegabytes: 128 });
  afterAll(() => pool.close());

  it.each(hostile)(
    '%s is refused within its time and memory, and the next file is read',
    async (_, make, code, limits) => {
      const bytes = make();
      const before = process.memoryUsage.rss();
      let most = before;
      const watch = setInterval(() => {
        most = Math.max(most, process.memoryUsage.rss());
      }, 10);
      const started = performance.now();
      const [read] = await readFile(bytes, 'a', { pool, limits: { milliseconds: 8000, ...limits } });
      clearInterval(watch);
      expect(read && 'error' in read && read.error.code).toMatch(code);
      // The limit is 8 s; the rest is patience with a busy machine. Without the limit it would not end at all.
      expect(performance.now() - started).toBeLessThan(40_000);
      expect((most - before) / 1024 / 1024).toBeLessThan(900);
      const [next] = await readFile(good(), 'b.html', { pool });
      expect(next).toMatchObject({ report: { year: 2023 } });
    },
  );
});

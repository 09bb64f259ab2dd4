import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readLimits } from '../../bot/settings.ts';
import { defaultLimits } from '../../src/ingest/limits.ts';
import { nianbao } from '../support/command-line.ts';
import { ingestSchema } from '../support/contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const page = (html: string) => strToU8(`<html><body>${html}</body></html>`);
/** `pages` pages, each with a few words. */
function pdf(pages: number): Uint8Array {
  const kids = Array.from({ length: pages }, (_, i) => `${4 + i} 0 R`).join(' ');
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Kids[${kids}]/Count ${pages}>>`,
    '<</Length 31>>stream\nBT /F1 9 Tf 9 9 Td (words) Tj ET\nendstream',
    ...Array(pages).fill('<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 3 0 R>>'),
  ];
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('');
  return strToU8(`%PDF-1.7\n${body}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF`);
}

const inner = zipSync({ 'a.txt': strToU8('年报') });
const wide = `<table>${`<tr>${'<td>1</td>'.repeat(20)}</tr>`.repeat(20)}</table>`;
const cases: [Record<string, string>, string, Uint8Array][] = [
  [{ NIANBAO_FILE_MB: '1' }, 'too-large', strToU8('年报\n'.repeat(200_000))],
  [{ NIANBAO_FILE_PAGES: '2' }, 'too-many-pages', pdf(3)],
  [{ NIANBAO_FILE_SECONDS: '1' }, 'timeout', page('<p><b class=a><i><u>年'.repeat(40_000))],
  [{ NIANBAO_FILE_MEMORY_MB: '64' }, 'memory', page('<p><b>年</b><i>报</i></p>'.repeat(300_000))],
  [{ NIANBAO_ZIP_DEPTH: '1' }, 'zip-depth', zipSync({ 'a.zip': inner })],
  [{ NIANBAO_ZIP_MB: '1' }, 'zip-bomb', zipSync({ a: new Uint8Array(1e6), b: new Uint8Array(1e6) })],
  [{ NIANBAO_ZIP_FILES: '1' }, 'zip-members', zipSync({ a: strToU8('1'), b: strToU8('2') })],
  [{ NIANBAO_ZIP_RATIO: '10' }, 'zip-bomb', zipSync({ a: strToU8('年报'.repeat(200_000)) })],
  [{ NIANBAO_HTML_DEPTH: '20' }, 'too-deep', page('<div>'.repeat(40))],
  [{ NIANBAO_TABLE_CELLS: '300' }, 'too-complex', page(wide)],
];

describe('the limits of a file', () => {
  it.each(cases)('%j refuses with %s what is over it', (env, code, bytes) => {
    const file = join(temporaryFolder(), '年报');
    writeFileSync(file, bytes);
    const ran = nianbao(['ingest', file, '--data', temporaryFolder(), '--json'], { env });
    const { files } = ingestSchema.parse(JSON.parse(ran.stdout));
    expect(files.map(({ error }) => error?.code)).toEqual([code]);
    expect(files[0]?.error?.message).toMatch(/\p{Script=Han}{3}/u);
  });

  it('are settings, every one, with the defaults of the reader', () => {
    expect(readLimits({})).toEqual(defaultLimits);
    const variables = cases.flatMap(([env]) => Object.keys(env));
    const twice = readLimits(Object.fromEntries(variables.map((name) => [name, '65'])));
    for (const [name, value] of Object.entries(twice)) {
      expect([name, value]).not.toEqual([name, defaultLimits[name as keyof typeof defaultLimits]]);
    }
  });

  it('end the call with 2 where one of them is no number', () => {
    const ran = nianbao(['ingest', 'a.txt', '--data', temporaryFolder()], { env: { NIANBAO_FILE_MB: '0' } });
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining('NIANBAO_FILE_MB')]);
  });
});

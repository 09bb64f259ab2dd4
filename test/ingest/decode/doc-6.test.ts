import { describe, expect, it } from 'vitest';
import { decodeDoc } from '../../../src/ingest/decode/doc.ts';
import { detectFormat } from '../../../src/ingest/decode/format.ts';
import { defaultLimits } from '../../../src/ingest/limits.ts';
import { toGb18030 } from '../../fuzz/gb18030.ts';
import { compoundFile } from '../../support/compound-file.ts';

interface Part {
  text: string;
  /** Changes of the paragraph, codes of one byte; those of its characters. */
  paragraph?: number[];
  characters?: number[];
}

const inTable = [24, 1];

/** What ends a row: two cells, the second joined to the first or not. */
function rowEnd(joined: boolean): number[] {
  const definition = Buffer.alloc(3 + 6 + 20);
  definition.writeUInt16LE(definition.length - 1, 0);
  definition[2] = 2;
  for (let i = 0; i < 3; i++) definition.writeInt16LE(i * 2000, 3 + i * 2);
  if (joined) [definition[9], definition[19]] = [1, 2];
  // Another change stands in front, whose size has to be known.
  return [...inTable, 25, 1, 182, 0, 0, 190, ...definition];
}

/** A file of Word 95: header, text, a page of properties of paragraphs and one of characters. */
function word95(parts: readonly Part[], { wide = false, flags = 0 } = {}): Uint8Array {
  const texts = parts.map(({ text }) => Buffer.from(wide ? Buffer.from(text, 'utf16le') : toGb18030(text)));
  const text = Buffer.concat(texts);
  const first = Math.ceil((768 + text.length) / 512);
  const main = Buffer.alloc((first + 2) * 512);
  main.writeUInt16LE(wide ? 0xa699 : 0xa5dc, 0);
  main.writeUInt16LE(0x68, 2);
  main.writeUInt16LE(0x0804, 6);
  main.writeUInt16LE(flags | (wide ? 0x1000 : 0), 10);
  main.writeUInt32LE(768, 0x18);
  main.writeUInt32LE(768 + text.length, 0x1c);
  main.writeUInt32LE(text.length / (wide ? 2 : 1), 0x34);
  text.copy(main, 768);
  // The tables of pages are empty, as in files saved in a hurry: pages follow the first one.
  for (const [at, value] of [
    [0x18a, first + 1],
    [0x18c, first],
    [0x18e, 1],
    [0x190, 1],
  ] as const)
    main.writeUInt16LE(value, at);
  const lengths = texts.map(({ length }) => length);
  page(lengths, 7, (i) => {
    const list = Buffer.from([0, 0, ...(parts[i]?.paragraph ?? [])]);
    return Buffer.concat([Buffer.of(Math.ceil((list.length + 1) / 2)), list]);
  }).copy(main, first * 512);
  page(lengths, 1, (i) =>
    Buffer.from([parts[i]?.characters?.length ?? 0, ...(parts[i]?.characters ?? [])]),
  ).copy(main, (first + 1) * 512);
  return compoundFile({ WordDocument: main });
}

function page(lengths: readonly number[], entry: number, list: (i: number) => Buffer): Buffer {
  const bytes = Buffer.alloc(512);
  let [at, free] = [768, 511];
  for (const [i, length] of lengths.entries()) {
    bytes.writeUInt32LE(at, i * 4);
    at += length;
    const content = list(i);
    free = (free - content.length) & ~1;
    content.copy(bytes, free);
    bytes[(lengths.length + 1) * 4 + i * entry] = free / 2;
  }
  bytes.writeUInt32LE(at, lengths.length * 4);
  bytes[511] = lengths.length;
  return bytes;
}

const blocksOf = (bytes: Uint8Array) => decodeDoc(bytes, defaultLimits).blocks;
const report: Part[] = [
  { text: '青禾县水务局\r' },
  { text: '全年' },
  { text: '删去', characters: [65, 1] },
  { text: '隐藏', characters: [92, 1] },
  { text: '12件\r' },
  { text: '规章\x07', paragraph: inTable },
  { text: '3\x07', paragraph: inTable },
  { text: '\x07', paragraph: rowEnd(false) },
  { text: '合计\x07', paragraph: inTable },
  { text: '\x07', paragraph: inTable },
  { text: '\x07', paragraph: rowEnd(true) },
  { text: '末段\r' },
];

describe('a file of Word 6 or 95', () => {
  it.each([false, true])('gives text and tables, in one byte a character or two: %s', (wide) => {
    const file = word95(report, { wide });
    expect(detectFormat(file, '年报.doc')).toBe('doc');
    expect(blocksOf(file)).toMatchObject([
      { text: '青禾县水务局' },
      { text: '全年12件' },
      {
        grid: {
          rows: 2,
          columns: 2,
          exact: true,
          cells: [
            { text: '规章', row: 0, column: 0 },
            { text: '3', row: 0, column: 1 },
            { text: '合计', row: 1, column: 0, columnSpan: 2 },
          ],
        },
      },
      { text: '末段' },
    ]);
  });

  it('under a password is refused, and so is what is older', () => {
    expect(() => blocksOf(word95(report, { flags: 0x0100 }))).toThrowError(/密码/);
    const older = Buffer.from(word95(report));
    older.writeUInt16LE(0x2d, older.indexOf(Buffer.from([0xdc, 0xa5])) + 2);
    expect(() => blocksOf(older)).toThrowError(/Word 2/);
  });

  it('with bytes wrong gives blocks or a refusal', () => {
    const file = word95(report);
    for (let at = 1536; at < 1536 + 900; at += 3) {
      const wrong = Buffer.from(file);
      wrong[at] = (at * 31) % 256;
      try {
        expect(blocksOf(wrong).length).toBeLessThan(50);
      } catch (error) {
        expect(error).toMatchObject({ code: 'damaged' });
      }
    }
  });
});

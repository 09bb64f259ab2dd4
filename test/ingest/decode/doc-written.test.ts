import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWordBinary } from '../../../src/ingest/decode/doc/word-binary.ts';
import { parts } from '../../../src/ingest/decode/doc/word-parts.ts';
import { decodeDoc } from '../../../src/ingest/decode/doc.ts';
import { detectFormat } from '../../../src/ingest/decode/format.ts';
import { defaultLimits } from '../../../src/ingest/limits.ts';
import type { Block } from '../../../src/model/document.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { change, type Piece, wordBinaryFile } from '../../support/word-binary-file.ts';

const fixture = readFileSync(join(packageRoot, 'test', 'fixtures', 'word-97.doc'));
const blocksOf = (bytes: Uint8Array): Block[] => decodeDoc(bytes, defaultLimits).blocks;
const textsOf = (bytes: Uint8Array) =>
  blocksOf(bytes).map((block) => (block.kind === 'paragraph' ? block.text : '（表）'));
const none = Buffer.alloc(0);
const inTable = change(0x2416, [1]);

/** A row of three columns with what merging its cells have (`TCGRF`). */
function row(texts: readonly string[], flags: readonly number[]) {
  const drawing = Buffer.alloc(3 + (texts.length + 1) * 2 + texts.length * 20);
  drawing.writeUInt16LE(drawing.length - 1, 0);
  drawing[2] = texts.length;
  for (let i = 0; i <= texts.length; i++) drawing.writeInt16LE(i * 1500, 3 + i * 2);
  for (const [i, flag] of flags.entries()) {
    drawing.writeUInt16LE(flag, 3 + (texts.length + 1) * 2 + i * 20);
  }
  const end = Buffer.concat([inTable, change(0x2417, [1]), change(0xd608, drawing)]);
  return [
    ...texts.map((text) => ({ text: `${text}\x07`, properties: inTable })),
    { text: '\x07', properties: end },
  ];
}

describe('a Word 97 file saved fast', () => {
  const text = '青禾县水务局\r2023年新收12件。\r末段\r';
  const file = (pieces: Piece[], marked: { from: number; to: number; properties: Buffer }[] = []) =>
    wordBinaryFile({
      paragraphs: text.split(/(?<=\r)/).map((part) => ({ text: part, properties: none })),
      pieces,
      marked,
    });
  const whole = [{ from: 0, to: text.length }];

  it('is read in the order of its pieces, those of one byte a character too', () => {
    const cuts = [0, 3, 7, 11, 14, 16, text.length];
    const pieces = cuts.slice(1).map((to, i) => ({ from: cuts[i] ?? 0, to }));
    expect(textsOf(file(pieces.reverse()))).toEqual(['青禾县水务局', '2023年新收12件。', '末段']);
  });

  it.each([
    ['deleted', 0x0800],
    ['hidden', 0x083c],
    ['struck out', 0x0837],
    ['struck out twice', 0x2a53],
  ])('leaves out what is %s', (_, code) => {
    const from = text.indexOf('12');
    const marked = [{ from, to: from + 1, properties: change(code, [1]) }];
    expect(textsOf(file(whole, marked))[1]).toBe('2023年新收2件。');
  });
});

describe('a Word 97 file of pictures alone', () => {
  it('has no text layer', () => {
    const file = (text: string) =>
      wordBinaryFile({
        paragraphs: [{ text, properties: none }],
        pieces: [{ from: 0, to: text.length }],
        marked: [],
      });
    expect(() => blocksOf(file('\x01\r'))).toThrowError(/没有文字层/);
    expect(textsOf(file('\x01正文\r'))).toEqual(['正文']);
    expect(textsOf(file('\r'))).toEqual([]);
  });
});

describe('cells of a Word 97 file', () => {
  it.each([
    ['1 and 2', 1, 2],
    ['2 and 1', 2, 1],
  ])(
    'joined sideways are one cell, whichever description of the format marks them: %s',
    (_, first, covered) => {
      const paragraphs = [
        ...row(['总计', '', '7'], [first, covered, 0]),
        ...row(['甲', '乙', '8'], [0x60, 0, 0]),
        ...row(['', '丙', '9'], [0x20, 0, 0]),
        { text: '后文\r', properties: none },
      ];
      const length = paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0);
      const [grid] = blocksOf(wordBinaryFile({ paragraphs, pieces: [{ from: 0, to: length }], marked: [] }));
      if (grid?.kind !== 'grid') throw new Error('no grid');
      expect(grid.grid.cells).toMatchObject([
        { text: '总计', row: 0, column: 0, columnSpan: 2 },
        { text: '7', row: 0, column: 2 },
        { text: '甲', row: 1, rowSpan: 2, columnSpan: 1 },
        { text: '乙', row: 1, column: 1 },
        { text: '8', row: 1, column: 2 },
        { text: '丙', row: 2, column: 1 },
        { text: '9', row: 2, column: 2 },
      ]);
    },
  );
});

describe('a Word 97 file of another writer', () => {
  it('may name its streams in capitals', () => {
    const capitals = Buffer.from(fixture);
    for (const name of ['WordDocument', '1Table', '0Table']) {
      const at = capitals.indexOf(Buffer.from(name, 'utf16le'));
      if (at >= 0) capitals.write(name.toUpperCase(), at, 'utf16le');
    }
    expect(detectFormat(capitals, 'a.doc')).toBe('doc');
    expect(textsOf(capitals)).toEqual(textsOf(fixture));
  });

  it('may count the levels of its lists as part of the table of lists', () => {
    const word = openWordBinary(fixture);
    const counted = Buffer.from(fixture);
    const place = counted.indexOf(word.main.subarray(0, 512)) + 154 + parts.lists * 8 + 4;
    expect(counted.readUInt32LE(place)).toBe(word.part(parts.lists).length);
    counted.writeUInt32LE(word.offset(parts.overrides) - word.offset(parts.lists), place);
    expect(openWordBinary(counted).part(parts.lists).length).toBeGreaterThan(word.part(parts.lists).length);
    expect(textsOf(counted)).toEqual(textsOf(fixture));
  });
});

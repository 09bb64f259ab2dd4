import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeDoc } from '../../../src/ingest/decode/doc.ts';
import { decodeDocx } from '../../../src/ingest/decode/docx.ts';
import { detectFormat } from '../../../src/ingest/decode/format.ts';
import { IngestError } from '../../../src/ingest/errors.ts';
import { defaultLimits } from '../../../src/ingest/limits.ts';
import { packageRoot } from '../../../src/package-root.ts';
import { distinctNumbers, markupReport } from '../../support/markup-report.ts';
import { wordReport } from '../../support/word-report.ts';

/** `wordReport` of the report below, saved by LibreOffice 7.4 in the format of Word 97. */
const file = readFileSync(join(packageRoot, 'test', 'fixtures', 'word-97.doc'));
/** Three text boxes at a paragraph, in a cell and at the last paragraph, saved by LibreOffice 7.4. */
const withBoxes = readFileSync(join(packageRoot, 'test', 'fixtures', 'word-97-boxes.doc'));
const report = () => markupReport({ agency: '青禾县水务局', year: 2023, print: distinctNumbers().print });
const codeOf = (bytes: Uint8Array) => {
  try {
    return decodeDoc(bytes, defaultLimits).format;
  } catch (error) {
    if (error instanceof IngestError) return error.code;
    throw error;
  }
};

describe('a Word 97 file', () => {
  it('is told from its content', () => {
    expect(detectFormat(file, '年报.txt')).toBe('doc');
    const workbook = Buffer.concat([file.subarray(0, 512), Buffer.from('Workbook', 'utf16le')]);
    expect(() => detectFormat(workbook, 'a.doc')).toThrowError(/Excel/);
  });

  it('gives the same blocks as the newer format: text, automatic numbers, cells with their spans, lines', async () => {
    const newer = await decodeDocx(wordReport(report()), defaultLimits);
    const plain = ({ blocks }: typeof newer) =>
      blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.grid));
    const older = decodeDoc(file, defaultLimits);
    expect(older.format).toBe('doc');
    const withoutLines = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (key, v) => (key === 'place' ? 0 : v)));
    expect(withoutLines(plain(older))).toEqual(withoutLines(plain(newer)));
    expect(plain(older)).toContain('（二）依申请公开情况。依法办理政府信息公开申请，规范答复文书。');
    const lines = older.blocks.map((block) => block.place.line ?? 0);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(lines[0]).toBe(1);
  });

  it('gives the text boxes behind the paragraphs they hang at, those of tables behind the table', () => {
    const { blocks } = decodeDoc(withBoxes, defaultLimits);
    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : '（表）'))).toEqual([
      '第一段。',
      '青禾县水务局',
      '2023年政府信息公开工作年度报告',
      '第二段。',
      '（表）',
      '第三段。',
      '表中框',
      '末段。',
      '末框。',
    ]);
  });

  it('under a password is refused as encrypted', () => {
    const locked = Buffer.from(file);
    const header = locked.indexOf(Buffer.from([0xec, 0xa5]));
    locked[header + 11] = (locked[header + 11] ?? 0) | 0x01;
    expect(codeOf(locked)).toBe('encrypted');
    const packed = Buffer.concat([file.subarray(0, 512), Buffer.from('EncryptedPackage', 'utf16le')]);
    expect(() => detectFormat(packed, 'a.docx')).toThrowError(/密码/);
  });

  it('that is cut short is refused as damaged', () => {
    for (const length of [100, 512, 1024, 5000, 20_000])
      expect(codeOf(file.subarray(0, length))).toBe('damaged');
  });

  it('with sectors in a circle is refused as damaged', () => {
    const circle = Buffer.from(file);
    const table = (circle.readUInt32LE(76) + 1) * 512;
    const first = circle.readUInt32LE(48);
    circle.writeUInt32LE(first, table + first * 4);
    expect(codeOf(circle)).toBe('damaged');
  });

  it('with any byte wrong gives blocks or a refusal, soon', () => {
    let state = 7;
    const random = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return state % below;
    };
    for (let run = 0; run < 150; run++) {
      const wrong = Buffer.from(run % 2 ? file : withBoxes);
      for (let i = 0; i < 8; i++) wrong[random(wrong.length)] = random(256);
      const started = performance.now();
      expect(['doc', 'damaged', 'encrypted', 'unsupported-format', 'too-complex', 'no-text-layer']).toContain(
        codeOf(wrong),
      );
      expect(performance.now() - started).toBeLessThan(3000);
    }
  });
});

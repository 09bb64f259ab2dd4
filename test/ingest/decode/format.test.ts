import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { decodeCharset } from '../../../src/ingest/decode/charset.ts';
import { detectFormat } from '../../../src/ingest/decode/format.ts';
import { p, wordFile } from '../../support/word-file.ts';

const text = '青禾县水务局2023年政府信息公开工作年度报告\n一、总体情况\n全年公开信息300条。\n';
/** 青禾县水务局 and the digits in GB18030. */
const gb = Buffer.concat([
  Buffer.from([0xc7, 0xe0, 0xba, 0xcc, 0xcf, 0xd8, 0xcb, 0xae, 0xce, 0xf1, 0xbe, 0xd6]),
  Buffer.from('2023\n'),
]);
const utf16 = (order: 'le' | 'be', mark: boolean) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
};

describe('the kind of a file', () => {
  it.each([
    ['pdf', strToU8('\n\n%PDF-1.4\n')],
    ['pdf', Buffer.concat([Buffer.alloc(5000, 'HTTP/1.1 200 OK\r\n'), strToU8('%PDF-1.4\n%…\n')])],
    ['docx', wordFile(p(text))],
    ['zip', zipSync({ '年报.txt': strToU8(text) })],
    ['zip', zipSync({ 'a.pdf': [strToU8('%PDF-1.4\n'), { level: 0 }] })],
    // The Word file inside is stored as it is, so that its names stand in the outer file too.
    ['zip', zipSync({ 'a.docx': [wordFile(p(text)), { level: 0 }] })],
    ['html', strToU8(`<table><tr><td>${text}</td></tr></table>`)],
    ['html', strToU8(`<!--x--><HTML><BODY>${text}`)],
    ['md', strToU8(`# ${text}`)],
    ['md', strToU8(`${text}\n| 信息内容 | 件数 |\n| --- | --- |\n| 规章 | 0 |\n`)],
    ['txt', strToU8(text)],
    ['txt', strToU8(`${text}申请件数<10，办结>5`)],
    ['txt', gb],
    ['txt', utf16('le', true)],
    ['txt', utf16('be', true)],
    ['txt', utf16('le', false)],
  ])('is %s by its content, whatever its name says', (kind, bytes) => {
    for (const name of ['a.bin', 'a.pdf', 'a']) expect(detectFormat(bytes, name)).toBe(kind);
  });

  it('is Markdown by its name where the content could be either', () => {
    expect(detectFormat(strToU8(text), 'a.md')).toBe('md');
  });

  it('is none for bytes that are no text', () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 31 + i * 7) % 256);
    expect(() => detectFormat(noise, 'a.txt')).toThrowError(/不支持/);
  });
});

describe('what is no document', () => {
  it.each([
    ['gzip', '\x1f\x8b\x08\0'],
    ['RAR', 'Rar!\x1a\x07\x01\0'],
    ['7z', '7z\xbc\xaf\x27\x1c'],
    ['图片', '\x89PNG\r\n\x1a\n'],
    ['图片', '\xff\xd8\xff\xe0\0\x10JFIF'],
  ])('is refused by its name: %s', (name, start) => {
    const bytes = Buffer.concat([Buffer.from(start, 'latin1'), Buffer.alloc(500, 7)]);
    expect(() => detectFormat(bytes, 'a.html')).toThrowError(name);
  });
});

describe('the encoding of a text', () => {
  it.each([
    ['utf-8', strToU8(text)],
    ['utf-8', strToU8(`\ufeff${text}`)],
    ['utf-16le', utf16('le', true)],
    ['utf-16be', utf16('be', false)],
  ])('%s is known', (charset, bytes) => {
    expect(decodeCharset(bytes)).toEqual({ text, charset });
  });

  it('is GB18030 where nothing else fits, and what a page declares about its age does not matter', () => {
    expect(decodeCharset(gb)).toEqual({ text: '青禾县水务局2023\n', charset: 'gb18030' });
    expect(decodeCharset(gb, 'utf-8').charset).toBe('gb18030');
    expect(decodeCharset(strToU8(text), 'gb2312').charset).toBe('utf-8');
  });

  it('stays UTF-8 when a single byte of it is broken', () => {
    const broken = Uint8Array.from(strToU8(text.repeat(5)));
    broken[4] = 0xff;
    expect(decodeCharset(broken).charset).toBe('utf-8');
  });
});

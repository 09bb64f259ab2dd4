import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/ingest/decode/format.ts';
import { decodeMhtml } from '../../../src/ingest/decode/mhtml.ts';
import { defaultLimits } from '../../../src/ingest/limits.ts';

const page =
  '<html><meta charset="utf-8"><body><p>一、总体情况</p><p>全年主动公开信息三百条，更新及时。</p></body></html>';
const archive = (encoding: string, content: string) =>
  Buffer.from(
    `From: <saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--mark"\r\n\r\n` +
      `----mark\r\nContent-Type: text/css\r\n\r\np{}\r\n` +
      `----mark\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n----mark--\r\n`,
  );
const quoted = [...Buffer.from(page)].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`);

describe('a page saved in one file', () => {
  it.each([
    ['base64', Buffer.from(page).toString('base64')],
    ['quoted-printable', quoted.map((code, i) => (i % 20 === 19 ? `${code}=\r\n` : code)).join('')],
    ['8bit', page],
  ])('is found in %s', (encoding, content) => {
    const bytes = archive(encoding, content);
    expect(detectFormat(bytes, '年报.doc')).toBe('mhtml');
    expect(decodeMhtml(bytes, defaultLimits).blocks).toMatchObject([
      { text: '一、总体情况' },
      { text: '全年主动公开信息三百条，更新及时。' },
    ]);
  });

  it('keeps the blank before the end of a line that goes on', () => {
    const bytes = archive('quoted-printable', '<p>Annual =\r\nreport <b =\r\ntitle=3D"x">2023</b></p>');
    expect(decodeMhtml(bytes, defaultLimits).blocks).toMatchObject([{ text: 'Annual report 2023' }]);
  });

  it('without a page in it is damaged', () => {
    const bytes = Buffer.from(
      'MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n\n--x--',
    );
    expect(() => decodeMhtml(bytes, defaultLimits)).toThrowError(/损坏/);
  });
});

import type { Format } from '../../model/document.ts';
import { IngestError } from '../errors.ts';
import { decodeCharset } from './charset.ts';
import { zipMemberNames } from './zip-directory.ts';

/** What a file is, told from its content. RTF and MHTML are what Word also saves as `.doc`. */
export type FileKind = Format | 'zip' | 'rtf' | 'mhtml';

const sampleBytes = 64 * 1024;

/** Servers and scanners put something in front of a PDF; there its first line must be whole to count. */
const foreignBytes = 16 * 1024;
const pdfStart = /%PDF-[12]\.\d[\r\n]/;
const zipStart = /^PK(?:\x03\x04|\x05\x06|\x07\x08)/;

/** What people hand in that is no document; named in the refusal, so that they know what to do. */
const others: [RegExp, string][] = [
  [/^\x1f\x8b/, 'gzip 压缩文件，请解压后再试'],
  [/^Rar!\x1a\x07/, 'RAR 压缩包，请解压或改用 ZIP'],
  [/^7z\xbc\xaf\x27\x1c/, '7z 压缩包，请解压或改用 ZIP'],
  [/^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\0{4}|II\*\0|MM\0\*|RIFF.{4}WEBP)/s, '图片'],
];

/**
 * Whether the file is a ZIP whose members are to be read; cheap and safe for any content.
 * @throws {IngestError} `unsupported-format` for a package of another kind
 */
export function isArchive(bytes: Uint8Array): boolean {
  return zipStart.test(latin1(bytes.subarray(0, 4))) && packageKind(bytes) === 'zip';
}

/**
 * The kind of a file from its content; the name only decides between text and Markdown.
 * @throws {IngestError} `unsupported-format`, or `encrypted` for an Office file under a password
 */
export function detectFormat(bytes: Uint8Array, fileName: string): FileKind {
  const head = latin1(bytes.subarray(0, 1024));
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return compoundKind(bytes);
  if (zipStart.test(head)) return packageKind(bytes);
  if (/^\s*\{\\rtf/.test(head)) return 'rtf';
  if (head.includes('%PDF-') || pdfStart.test(latin1(bytes.subarray(0, foreignBytes)))) return 'pdf';
  const other = others.find(([start]) => start.test(head));
  if (other) throw new IngestError('unsupported-format', other[1]);
  return textKind(bytes, fileName);
}

/** OLE compound files name their streams in UTF-16. */
function compoundKind(bytes: Uint8Array): FileKind {
  // Their case does not matter to Windows.
  const content = latin1(bytes).toLowerCase();
  const holds = (name: string) =>
    content.includes(Buffer.from(name.toLowerCase(), 'utf16le').toString('latin1'));
  if (holds('EncryptedPackage')) throw new IngestError('encrypted');
  if (holds('WordDocument')) return 'doc';
  const what = holds('Workbook')
    ? 'Excel 表格'
    : holds('PowerPoint Document')
      ? 'PowerPoint 演示文稿'
      : undefined;
  throw new IngestError('unsupported-format', what ?? 'OLE 复合文件');
}

const packages: [RegExp, string][] = [
  [/^xl\//, 'Excel 表格'],
  [/^ppt\//, 'PowerPoint 演示文稿'],
  [/^OFD\.xml$/i, 'OFD 版式文件'],
  [/^META-INF\/manifest\.xml$/, 'OpenDocument 文档'],
];

function packageKind(bytes: Uint8Array): FileKind {
  const names = zipMemberNames(bytes);
  if (names.some((name) => /^word\/.*\.xml$/.test(name)) && names.includes('[Content_Types].xml'))
    return 'docx';
  const other = packages.find(([pattern]) => names.some((name) => pattern.test(name)));
  if (other) throw new IngestError('unsupported-format', other[1]);
  return 'zip';
}

function textKind(bytes: Uint8Array, fileName: string): FileKind {
  const { text } = decodeCharset(wholeCharacters(bytes));
  if (isBinary(text)) throw new IngestError('unsupported-format', '内容不是文字');
  if (/^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?content-type:\s*multipart\/related/i.test(text)) return 'mhtml';
  if (isHtml(text)) return 'html';
  return isMarkdown(text, fileName) ? 'md' : 'txt';
}

/** The sample ends at a line end where there is one, so that no character is cut. */
function wholeCharacters(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= sampleBytes) return bytes;
  const end = bytes.lastIndexOf(0x0a, sampleBytes);
  return bytes.subarray(0, end > 0 ? (end + 1) & ~1 : sampleBytes);
}

function isBinary(text: string): boolean {
  const odd = text.match(/[\x00-\x08\x0e-\x1f\x7f\ufffd\ue000-\uf8ff]/g)?.length ?? 0;
  return odd > text.length * 0.02;
}

function isHtml(text: string): boolean {
  if (/<(?:!doctype\s+html|html[\s>]|body[\s>])/i.test(text)) return true;
  const tags = text.match(
    /<\/?(?:p|div|span|table|tr|td|th|h[1-6]|ul|li|font|strong|meta)(?:\s[^<>]*)?\/?>/gi,
  );
  return (tags?.length ?? 0) >= 4;
}

function isMarkdown(text: string, fileName: string): boolean {
  if (/^(?:[ \t]*\|)?(?:[ \t]*:?-{2,}:?[ \t]*\|)+(?:[ \t]*:?-{2,}:?)?[ \t]*$/m.test(text)) return true;
  if (/^#{1,6}[ \t]+\S/m.test(text)) return true;
  return /\.(?:md|markdown)$/i.test(fileName);
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

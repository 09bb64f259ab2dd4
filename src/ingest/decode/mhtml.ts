import type { SourceDocument } from '../../model/document.ts';
import { IngestError } from '../errors.ts';
import type { Limits } from '../limits.ts';
import { decodeHtml } from './html.ts';

/**
 * A page saved with its pictures in one file (MHTML), as browsers and Word write it: its first HTML part.
 * @throws {IngestError} `damaged` when it has none
 */
export function decodeMhtml(bytes: Uint8Array, limits: Limits): SourceDocument {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(source);
  const mark = boundary?.[1] ?? boundary?.[2];
  for (const part of mark ? source.split(`--${mark}`).slice(1) : []) {
    const gap = /\r?\n\r?\n/.exec(part.trimStart());
    const head = part.trimStart().slice(0, gap?.index);
    if (!gap || !/content-type:\s*text\/html/i.test(head)) continue;
    const content = part.trimStart().slice(gap.index + gap[0].length);
    return decodeHtml(transferred(content, /content-transfer-encoding:\s*([\w-]+)/i.exec(head)?.[1]), limits);
  }
  throw new IngestError('damaged', '没有网页正文');
}

function transferred(content: string, encoding: string | undefined): Buffer {
  if (encoding?.toLowerCase() === 'base64') return Buffer.from(content, 'base64');
  if (encoding?.toLowerCase() !== 'quoted-printable') return Buffer.from(content, 'latin1');
  const plain = content
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}

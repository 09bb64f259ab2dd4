/** The encodings that Chinese offices write: UTF-8, GB2312/GBK/GB18030 and what Windows calls Unicode (UTF-16). */
export interface Decoded {
  text: string;
  charset: string;
}

/** Share of characters beyond ASCII that may be broken in a text that is still taken for UTF-8. */
const brokenUtf8 = 0.05;

/**
 * Bytes to text: byte order mark, UTF-16 by its pattern, UTF-8 where it fits, else what the file declares, else
 * GB18030. What fits goes before what is declared: pages saved by browsers keep the old declaration.
 */
export function decodeCharset(bytes: Uint8Array, declared?: string): Decoded {
  const charset = markedCharset(bytes) ?? plainUtf16(bytes);
  if (charset) return { text: decodeAs(bytes, charset), charset };
  const strict = decodeStrictly(bytes);
  if (strict !== undefined) return { text: strict, charset: 'utf-8' };
  const loose = decodeAs(bytes, 'utf-8');
  if (brokenShare(loose) < brokenUtf8) return { text: loose, charset: 'utf-8' };
  const other = declared ? knownCharset(declared) : undefined;
  const fallback = other && other !== 'utf-8' ? other : 'gb18030';
  return { text: decodeAs(bytes, fallback), charset: fallback };
}

function markedCharset(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return undefined;
}

/** UTF-16 without a mark: digits and line ends leave zeros, and read in the right order it is plain Chinese. */
function plainUtf16(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length, 4096) & ~1);
  if (sample.filter((byte) => byte === 0).length < Math.max(2, sample.length / 400)) return undefined;
  return ['utf-16le', 'utf-16be'].find((charset) => {
    const text = decodeAs(sample, charset);
    const plain = text.match(/[\s\x20-\x7e\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
    return plain > text.length * 0.9;
  });
}

function decodeStrictly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes);
}

function brokenShare(text: string): number {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const beyondAscii = text.match(/[^\x00-\x7f]/g)?.length ?? 0;
  return beyondAscii ? broken / beyondAscii : 0;
}

/** `GB2312` → `gb18030` (its superset); undefined for a name that nobody knows. */
function knownCharset(label: string): string | undefined {
  const name = label.trim().toLowerCase();
  if (/^(gb|x-gbk|hz|chinese|cp936|windows-936)/.test(name)) return 'gb18030';
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

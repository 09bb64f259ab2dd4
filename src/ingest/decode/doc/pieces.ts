import { IngestError } from '../../errors.ts';
import { parts, type WordBinary } from './word-parts.ts';

/** The text of all stories, and for every character the offset of its bytes: properties are kept by these offsets. */
export interface StoryText {
  text: string;
  offsets: Uint32Array;
}

/** Text is kept in pieces, each in UTF-16 or in one byte a character ([MS-DOC] 2.8.35, `PlcPcd`). */
export function storyText(word: WordBinary): StoryText {
  const table = pieceTable(word.part(parts.pieces));
  const count = (table.length - 4) / 12;
  const { boxes } = word;
  const last = boxes.length > 0 ? boxes.start + boxes.length : word.textLength;
  const length = Math.min(last, word.main.length);
  const offsets = new Uint32Array(length);
  const decoder = new TextDecoder(word.charset);
  const hanBytes = word.charset !== 'windows-1252';
  let text = '';
  for (let i = 0; i < count && text.length < length; i++) {
    const characters = Math.min(table.readUInt32LE(i * 4 + 4), length) - table.readUInt32LE(i * 4);
    const place = table.readUInt32LE((count + 1) * 4 + i * 8 + 2);
    const narrow = (place & 0x40000000) !== 0;
    const start = narrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff;
    const width = narrow ? 1 : 2;
    const piece = word.main.subarray(start, start + Math.max(0, characters) * width);
    const part = narrow ? decoder.decode(piece) : piece.toString('utf16le');
    let at = start;
    for (let c = 0; c < part.length; c++) {
      offsets[text.length + c] = at;
      // Before Word 97 a Han character is two bytes, each of which counts as a character.
      at += hanBytes && narrow && part.charCodeAt(c) >= 0x80 ? 2 : width;
    }
    text += part;
  }
  return { text, offsets };
}

/** Property lists may stand before the table of pieces. */
function pieceTable(clx: Buffer): Buffer {
  let at = 0;
  while (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (clx[at] !== 2) throw new IngestError('damaged', '文本分段表');
  return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1));
}

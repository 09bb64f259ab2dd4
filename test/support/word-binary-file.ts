import { compoundFile } from './compound-file.ts';

/** A paragraph of a Word 97 file: its text with its mark, and what its properties change (`grpprl`). */
export interface BinaryParagraph {
  text: string;
  properties: Buffer;
}

/** Characters `from` … `to` of the text, kept together at one place of the file. */
export interface Piece {
  from: number;
  to: number;
}

export interface BinaryText {
  paragraphs: readonly BinaryParagraph[];
  /** All of the text, in the order of the file, which need not be that of the text. */
  pieces: readonly Piece[];
  /** Ranges of characters whose properties are changed: hidden, deleted. */
  marked: readonly (Piece & { properties: Buffer })[];
}

interface Run {
  from: number;
  to: number;
  properties: Buffer;
}

const textStart = 1536;
const page = 512;

/** A file as Word 97 writes it ([MS-DOC]): text in pieces of one or two bytes a character, properties in pages. */
export function wordBinaryFile({ paragraphs, pieces, marked }: BinaryText): Buffer {
  const text = paragraphs.map((paragraph) => paragraph.text).join('');
  const placed = place(text, pieces);
  const end = placed.at(-1)?.end ?? textStart;
  const data: Buffer[] = [];
  const spans = spansOf(paragraphs);
  const lists = runsIn(placed, spans).map((run) => ({
    ...run,
    properties: outsourced(run.properties, data),
  }));
  const paragraphPages = pagesOf(lists, 13, paragraphEntry);
  const characters = runsIn(placed, fillUp(marked, text.length));
  const characterPages = pagesOf(characters, 1, (list) => Buffer.concat([Buffer.of(list.length), list]));
  const first = Math.ceil(end / page);
  const body = Buffer.concat([Buffer.alloc(textStart), ...placed.map(({ bytes }) => bytes)], first * page);
  const table = new Table(body);
  table.add(1, styleSheet());
  table.add(12, pageTable(characters, characterPages, first + paragraphPages.length));
  table.add(13, pageTable(lists, paragraphPages, first));
  table.add(33, pieceTable(placed, text.length));
  writeHeader(body, text.length, end);
  const main = Buffer.concat([body, ...[...paragraphPages, ...characterPages].map(({ bytes }) => bytes)]);
  return compoundFile({
    WordDocument: main,
    '1Table': table.bytes(),
    ...(data.length ? { Data: Buffer.concat(data) } : {}),
  });
}

/** A change of properties: its code and what it is changed to. */
export function change(code: number, operand: readonly number[] | Buffer): Buffer {
  const head = Buffer.alloc(2);
  head.writeUInt16LE(code);
  return Buffer.concat([head, Buffer.from(operand)]);
}

interface Placed extends Piece {
  start: number;
  end: number;
  width: number;
  bytes: Buffer;
}

function place(text: string, pieces: readonly Piece[]): Placed[] {
  let start = textStart;
  return pieces.map(({ from, to }) => {
    const part = text.slice(from, to);
    const narrow = /^[\x00-\x7f]*$/.test(part);
    const bytes = Buffer.from(part, narrow ? 'latin1' : 'utf16le');
    const placed = { from, to, start, end: start + bytes.length, width: narrow ? 1 : 2, bytes };
    start = placed.end;
    return placed;
  });
}

function spansOf(paragraphs: readonly BinaryParagraph[]): Run[] {
  let at = 0;
  return paragraphs.map(({ text, properties }) => {
    const from = at;
    at += text.length;
    return { from, to: at, properties };
  });
}

/** The marked ranges and those between them. */
function fillUp(marked: readonly Run[], length: number): Run[] {
  const runs: Run[] = [];
  let at = 0;
  const plain = (to: number) => at < to && runs.push({ from: at, to, properties: Buffer.alloc(0) });
  for (const run of [...marked].sort((a, b) => a.from - b.from)) {
    plain(run.from);
    runs.push(run);
    at = run.to;
  }
  plain(length);
  return runs;
}

/** Ranges of characters as ranges of bytes, in the order of the file. */
function runsIn(placed: readonly Placed[], spans: readonly Run[]): Run[] {
  return placed.flatMap((piece) =>
    spans.flatMap(({ from, to, properties }) => {
      const [a, b] = [Math.max(from, piece.from), Math.min(to, piece.to)];
      const byte = (at: number) => piece.start + (at - piece.from) * piece.width;
      return a < b ? [{ from: byte(a), to: byte(b), properties }] : [];
    }),
  );
}

/** Lists too long for a page stand in the stream Data, the page says where. */
function outsourced(list: Buffer, data: Buffer[]): Buffer {
  if (list.length < 400) return list;
  const size = Buffer.alloc(2);
  size.writeUInt16LE(list.length);
  const at = Buffer.alloc(4);
  at.writeUInt32LE(data.reduce((sum, part) => sum + part.length, 0));
  data.push(size, list);
  return change(0x6646, at);
}

/** Sizes count words; a zero in front where the number of bytes is even. The style is number 0. */
function paragraphEntry(list: Buffer): Buffer {
  const content = Buffer.concat([Buffer.alloc(2), list]);
  const odd = content.length % 2 === 1;
  return Buffer.concat([Buffer.from(odd ? [(content.length + 1) / 2] : [0, content.length / 2]), content]);
}

/** Pages of 512 bytes: offsets in front, `entry` bytes a run, lists from the end. */
function pagesOf(
  runs: readonly Run[],
  entry: number,
  write: (list: Buffer) => Buffer,
): { from: number; bytes: Buffer }[] {
  const pages: { from: number; bytes: Buffer }[] = [];
  for (let at = 0; at < runs.length; ) {
    const taken: { run: Run; list: Buffer; place: number }[] = [];
    let free = page - 1;
    for (let run = runs[at]; run; run = runs[++at]) {
      const list = run.properties.length || entry === 13 ? write(run.properties) : Buffer.alloc(0);
      const place = (free - list.length) & ~1;
      if (place < (taken.length + 2) * 4 + (taken.length + 1) * entry) break;
      free = place;
      taken.push({ run, list, place });
    }
    const bytes = Buffer.alloc(page);
    bytes[page - 1] = taken.length;
    taken.forEach(({ run, list, place }, i) => {
      bytes.writeUInt32LE(run.from, i * 4);
      bytes.writeUInt32LE(run.to, i * 4 + 4);
      bytes[(taken.length + 1) * 4 + i * entry] = list.length ? place / 2 : 0;
      list.copy(bytes, place);
    });
    pages.push({ from: taken[0]?.run.from ?? 0, bytes });
  }
  return pages;
}

function pageTable(runs: readonly Run[], pages: readonly { from: number }[], first: number): Buffer {
  const offsets = [...pages.map(({ from }) => from), runs.at(-1)?.to ?? 0];
  return numbers([...offsets, ...pages.map((_, i) => first + i)]);
}

function pieceTable(placed: readonly Placed[], length: number): Buffer {
  const ordered = [...placed].sort((a, b) => a.from - b.from);
  const descriptors = ordered.map(({ start, width }) => {
    const bytes = Buffer.alloc(8);
    bytes.writeUInt32LE(width === 1 ? (start * 2 + 0x40000000) >>> 0 : start, 2);
    return bytes;
  });
  const table = Buffer.concat([numbers([...ordered.map(({ from }) => from), length]), ...descriptors]);
  return Buffer.concat([Buffer.of(2), numbers([table.length]), table]);
}

/** The style Normal alone. */
function styleSheet(): Buffer {
  const head = Buffer.from('12000f000a00010069000f00000000000000000000', 'hex').subarray(0, 20);
  const base = Buffer.from('0000f1ff0200000000000000', 'hex').subarray(0, 10);
  const name = Buffer.concat([Buffer.of(6, 0), Buffer.from('Normal\0', 'utf16le')]);
  const style = Buffer.concat([base, name, Buffer.from('020000000000', 'hex')]);
  const size = Buffer.of(style.length, 0);
  return Buffer.concat([head, size, style, Buffer.alloc(14 * 2)]);
}

/** The table stream; the header in the main stream says where its parts are. */
class Table {
  readonly #parts: Buffer[] = [];
  readonly #main: Buffer;
  #size = 0;

  constructor(main: Buffer) {
    this.#main = main;
  }

  add(index: number, part: Buffer): void {
    this.#main.writeUInt32LE(this.#size, 154 + index * 8);
    this.#main.writeUInt32LE(part.length, 154 + index * 8 + 4);
    this.#parts.push(part);
    this.#size += part.length;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

function writeHeader(main: Buffer, characters: number, end: number): void {
  main.writeUInt16LE(0xa5ec, 0);
  main.writeUInt16LE(0xc1, 2);
  main.writeUInt16LE(0x0804, 6);
  main.writeUInt16LE(0x1200, 10);
  main.writeUInt16LE(0xbf, 12);
  main.writeUInt32LE(textStart, 24);
  main.writeUInt32LE(end, 28);
  main.writeUInt16LE(14, 32);
  main.writeUInt16LE(22, 62);
  main.writeUInt32LE(main.length, 64);
  main.writeUInt32LE(characters, 76);
  main.writeUInt16LE(93, 152);
}

function numbers(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, i * 4);
  return bytes;
}

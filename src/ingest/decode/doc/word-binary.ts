import { IngestError } from '../../errors.ts';
import { openCompoundFile } from './compound-file.ts';

/** The streams of a Word 97–2003 file and where their parts stand ([MS-DOC] 2.5, `Fib`). */
export interface WordBinary {
  /** The stream WordDocument: header, text, pages of properties. */
  main: Buffer;
  /** The table stream: what says where things are. */
  table: Buffer;
  /** The stream Data: property lists that are too long for their page. */
  data: Buffer;
  /** Characters of the main text. */
  textLength: number;
  /** Where the text of the text boxes begins, behind footnotes, headers and remarks, and how long it is. */
  boxes: { start: number; length: number };
  /** The bytes of one structure of the table stream by its number in `FibRgFcLcb97`; empty when absent. */
  part(index: number): Buffer;
  /** Where that structure begins in the table stream. */
  offset(index: number): number;
}

/** Numbers of structures in `FibRgFcLcb97`. */
export const parts = {
  styles: 1,
  characters: 12,
  paragraphs: 13,
  pieces: 33,
  anchors: 40,
  boxes: 56,
  lists: 73,
  overrides: 74,
} as const;

/** @throws {IngestError} `encrypted`, `damaged`, `unsupported-format` for Word 95 and older */
export function openWordBinary(bytes: Uint8Array): WordBinary {
  const stream = openCompoundFile(bytes);
  const main = stream('WordDocument');
  if (main?.readUInt16LE(0) !== 0xa5ec) throw new IngestError('damaged', '没有正文');
  const flags = main.readUInt16LE(10);
  if (flags & 0x0100) throw new IngestError('encrypted');
  if (main.readUInt16LE(2) < 0xc1) throw new IngestError('unsupported-format', 'Word 95 或更早的文档');
  const table = stream(flags & 0x0200 ? '1Table' : '0Table');
  if (!table) throw new IngestError('damaged', '没有表流');
  const place = (index: number) => 154 + index * 8;
  return {
    main,
    table,
    data: stream('Data') ?? Buffer.alloc(0),
    textLength: main.readUInt32LE(76),
    boxes: { start: storiesBefore(main), length: main.readUInt32LE(100) },
    offset: (index) => main.readUInt32LE(place(index)),
    part: (index) => {
      const start = main.readUInt32LE(place(index));
      return table.subarray(start, start + main.readUInt32LE(place(index) + 4));
    },
  };
}

/** Main text, footnotes, headers, a part no longer used, remarks and endnotes stand before the text boxes. */
function storiesBefore(main: Buffer): number {
  return [76, 80, 84, 88, 92, 96].reduce((sum, at) => sum + main.readUInt32LE(at), 0);
}

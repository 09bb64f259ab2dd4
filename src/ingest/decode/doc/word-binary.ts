import { IngestError } from '../../errors.ts';
import { openCompoundFile } from './compound-file.ts';
import { openWord6 } from './word-6.ts';
import type { WordBinary } from './word-parts.ts';

/** What the first two bytes say: Word 6 and 95, Word 95 of East Asia. */
const older = new Set([0xa5dc, 0xa697, 0xa698, 0xa699]);

/** @throws {IngestError} `encrypted`, `damaged`, `unsupported-format` for Word 2 and older */
export function openWordBinary(bytes: Uint8Array): WordBinary {
  const stream = openCompoundFile(bytes);
  const main = stream('WordDocument');
  if (main && older.has(main.readUInt16LE(0))) return openWord6(main);
  if (main?.readUInt16LE(0) !== 0xa5ec) throw new IngestError('damaged', '没有正文');
  const flags = main.readUInt16LE(10);
  if (flags & 0x0100) throw new IngestError('encrypted');
  const table = stream(flags & 0x0200 ? '1Table' : '0Table');
  if (!table) throw new IngestError('damaged', '没有表流');
  const place = (index: number) => 154 + index * 8;
  return {
    main,
    table,
    data: stream('Data') ?? Buffer.alloc(0),
    textLength: main.readUInt32LE(76),
    boxes: { start: storiesBefore(main), length: main.readUInt32LE(100) },
    charset: 'windows-1252',
    paragraphEntry: 13,
    changes: (list) => list,
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

import { parts, type WordBinary } from './word-parts.ts';

/** Properties are lists of changes ([MS-DOC] 2.6): a code and what it changes to. */
export interface Change {
  code: number;
  operand: Buffer;
}

/** Sizes of operands by the three highest bits of the code; 6 says its own size. */
const operandSizes = [1, 1, 2, 4, 2, 2, -1, 3];
const tableDefinition = 0xd608;
const tabStops = 0xc615;
const elsewhere = [0x6645, 0x6646];

/** @param data the stream in which long lists continue */
export function* changes(list: Buffer, data?: Buffer): Generator<Change> {
  let at = 0;
  while (at + 3 <= list.length) {
    const code = list.readUInt16LE(at);
    at += 2;
    let size = operandSizes[code >> 13] ?? 1;
    if (size < 0) {
      // The size of a table definition takes two bytes and counts one of them; tab stops of 255 bytes count anew.
      if (code === tableDefinition) size = list.readUInt16LE(at) + 1;
      else if (code === tabStops && list[at] === 255) return;
      else size = (list[at] ?? 0) + 1;
    }
    const operand = list.subarray(at, at + size);
    at += size;
    if (elsewhere.includes(code) && data) {
      const start = operand.readUInt32LE(0);
      yield* changes(data.subarray(start + 2, start + 2 + data.readUInt16LE(start)));
    } else yield { code, operand };
  }
}

export interface Run {
  /** Offsets of bytes in the main stream; the end is exclusive. */
  from: number;
  to: number;
  list: Buffer;
  /** Number of the paragraph's style. */
  style: number;
}

/** Properties of all paragraphs, in the order of their offsets ([MS-DOC] 2.8.7, `PlcBtePapx`). */
export function paragraphRuns(word: WordBinary): Run[] {
  return pages(word, parts.paragraphs).flatMap((page) =>
    pageRuns(page, word.paragraphEntry, (at) => {
      // Sizes count words; where the byte is zero the next one counts and one byte more is spent.
      const short = page[at] ?? 0;
      const start = short ? at + 1 : at + 2;
      const end = short ? at + short * 2 : at + 2 + (page[at + 1] ?? 0) * 2;
      const content = page.subarray(start, end);
      const style = content.length >= 2 ? content.readUInt16LE(0) : 0;
      return { list: word.changes(content.subarray(2)), style };
    }),
  );
}

/** Properties of all runs of characters that have any ([MS-DOC] 2.8.5, `PlcBteChpx`). */
export function characterRuns(word: WordBinary): Run[] {
  return pages(word, parts.characters).flatMap((page) =>
    pageRuns(page, 1, (at) => ({
      list: word.changes(page.subarray(at + 1, at + 1 + (page[at] ?? 0))),
      style: 0,
    })),
  );
}

function pages(word: WordBinary, index: number): Buffer[] {
  const table = word.part(index);
  const count = Math.max(0, Math.floor((table.length - 4) / 8));
  return Array.from({ length: count }, (_, i) => {
    const start = (table.readUInt32LE((count + 1) * 4 + i * 4) & 0x3fffff) * 512;
    return word.main.subarray(start, start + 512);
  }).filter((page) => page.length === 512);
}

/** A page of 512 bytes: offsets in front, then one entry of `entry` bytes a run, its first byte leads to the list. */
function pageRuns(page: Buffer, entry: number, read: (at: number) => Pick<Run, 'list' | 'style'>): Run[] {
  const count = page[511] ?? 0;
  return Array.from({ length: count }, (_, i) => {
    const place = (page[(count + 1) * 4 + i * entry] ?? 0) * 2;
    const found = place ? read(place) : { list: Buffer.alloc(0), style: 0 };
    return { from: page.readUInt32LE(i * 4), to: page.readUInt32LE(i * 4 + 4), ...found };
  });
}

/** The run that an offset lies in. */
export function runAt(runs: readonly Run[], offset: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (!run) return undefined;
    if (offset < run.from) high = middle - 1;
    else if (offset >= run.to) low = middle + 1;
    else return run;
  }
  return undefined;
}

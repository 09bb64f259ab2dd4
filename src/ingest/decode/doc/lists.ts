import type { List, ListLevel } from '../../layout/list-counter.ts';
import { parts, type WordBinary } from './word-parts.ts';

/** Number formats in the order of their codes ([MS-OSHARED] 2.2.1.3, `MSONFC`). */
const formats =
  'decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand'.split(
    ' ',
  );

/** The lists by the number that paragraphs use ([MS-DOC] 2.9.131 `LFO`, 2.9.147 `LSTF`), counted from 1. */
export function readLists(word: WordBinary): Map<string, List> {
  const definitions = readDefinitions(word);
  const table = word.part(parts.overrides);
  const lists = new Map<string, List>();
  if (table.length < 4) return lists;
  const count = table.readUInt32LE(0);
  let at = 4 + count * 16;
  for (let i = 0; i < count && 4 + (i + 1) * 16 <= table.length; i++) {
    const id = table.readInt32LE(4 + i * 16);
    const levels = new Map(definitions.get(id) ?? []);
    const starts = new Map<number, number>();
    at += 4;
    for (let n = 0; n < (table[4 + i * 16 + 12] ?? 0); n++) {
      const flags = table.readUInt32LE(at + 4);
      const level = flags & 0x0f;
      if (flags & 0x10) starts.set(level, table.readInt32LE(at));
      at += 8;
      if (flags & 0x20) {
        const read = readLevel(table, at);
        levels.set(level, read.level);
        at = read.end;
      }
    }
    lists.set(String(i + 1), { definition: String(id), levels, starts });
  }
  return lists;
}

/** Levels stand behind the table of lists, one for a simple list, else nine. */
function readDefinitions(word: WordBinary): Map<number, Map<number, ListLevel>> {
  const definitions = new Map<number, Map<number, ListLevel>>();
  const head = word.part(parts.lists);
  if (head.length < 2) return definitions;
  const count = head.readUInt16LE(0);
  // Some writers count the levels as part of the table, most do not.
  let at = word.offset(parts.lists) + 2 + count * 28;
  for (let i = 0; i < count; i++) {
    const levels = new Map<number, ListLevel>();
    const simple = ((head[2 + i * 28 + 26] ?? 0) & 1) !== 0;
    for (let n = 0; n < (simple ? 1 : 9); n++) {
      const read = readLevel(word.table, at);
      levels.set(n, read.level);
      at = read.end;
    }
    definitions.set(head.readInt32LE(2 + i * 28), levels);
  }
  return definitions;
}

/** [MS-DOC] 2.9.148, `LVL`: 28 bytes, two property lists, then the text with level numbers as characters below 9. */
function readLevel(table: Buffer, at: number): { level: ListLevel; end: number } {
  const flags = table[at + 5] ?? 0;
  const text = at + 28 + (table[at + 24] ?? 0) + (table[at + 25] ?? 0);
  const end = text + 2 + table.readUInt16LE(text) * 2;
  const template = table.toString('utf16le', text + 2, end);
  const level: ListLevel = {
    start: table.readInt32LE(at),
    format: formats[table[at + 4] ?? 0] ?? ((table[at + 4] ?? 0) === 255 ? 'none' : 'decimal'),
    text: template.replace(/[\x00-\x08]/g, (char) => `%${char.charCodeAt(0) + 1}`),
    legal: (flags & 0x04) !== 0,
    ...(flags & 0x08 ? { restart: table[at + 26] ?? 0 } : {}),
  };
  return { level, end };
}

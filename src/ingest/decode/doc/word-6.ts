import { IngestError } from '../../errors.ts';
import { parts, type WordBinary } from './word-parts.ts';

/**
 * Files of Word 6 and 95: one stream, whose parts are given the form that Word 97 has. Their lists, styles and text
 * boxes are not read. Offsets are those of the `FIB` of Word 6.
 * @throws {IngestError} `encrypted`, `unsupported-format` for what is older
 */
export function openWord6(main: Buffer): WordBinary {
  const flags = main.readUInt16LE(10);
  if (flags & 0x0100) throw new IngestError('encrypted');
  if (main.readUInt16LE(2) < 0x65) throw new IngestError('unsupported-format', 'Word 2 或更早的文档');
  const wide = (flags & 0x1000) !== 0;
  const structures = new Map<number, Buffer>([
    [parts.pieces, pieces(main, wide)],
    [parts.characters, pageTable(main, { table: 0xb8, first: 0x18a, count: 0x18e })],
    [parts.paragraphs, pageTable(main, { table: 0xc0, first: 0x18c, count: 0x190 })],
  ]);
  return {
    main,
    table: Buffer.alloc(0),
    data: Buffer.alloc(0),
    textLength: main.readUInt32LE(0x34),
    boxes: { start: 0, length: 0 },
    charset: charsetOf(main),
    paragraphEntry: 7,
    changes: newer,
    offset: () => 0,
    part: (index) => structures.get(index) ?? Buffer.alloc(0),
  };
}

/** Taiwan says so; else bytes of Han characters are GB18030, and Western text has few beyond ASCII. */
function charsetOf(main: Buffer): string {
  if (main.readUInt16LE(6) === 0x0404) return 'big5';
  const text = main.subarray(main.readUInt32LE(0x18), main.readUInt32LE(0x1c));
  return text.filter((byte) => byte >= 0x80).length > text.length * 0.2 ? 'gb18030' : 'windows-1252';
}

/** The table of pieces; a file that was never saved fast is one piece. Offsets count bytes in both sizes of text. */
function pieces(main: Buffer, wide: boolean): Buffer {
  const sized = (offset: number) => (wide ? offset : (offset * 2 + 0x40000000) >>> 0);
  const start = main.readUInt32LE(0x160);
  const clx = Buffer.from(main.subarray(start, start + main.readUInt32LE(0x164)));
  let at = 0;
  while (clx[at] === 1) at += 3 + clx.readUInt16LE(at + 1);
  if (clx[at] === 2) {
    const count = Math.floor((clx.readUInt32LE(at + 1) - 4) / 12);
    for (let i = 0; i < count; i++) {
      const place = at + 5 + (count + 1) * 4 + i * 8 + 2;
      clx.writeUInt32LE(sized(clx.readUInt32LE(place)), place);
    }
    return clx;
  }
  const single = Buffer.alloc(21);
  single[0] = 2;
  single.writeUInt32LE(16, 1);
  single.writeUInt32LE(main.readUInt32LE(0x34), 9);
  single.writeUInt32LE(sized(main.readUInt32LE(0x18)), 15);
  return single;
}

/** Numbers of pages in two bytes; a table that is too short is followed by the pages behind the first one. */
function pageTable(main: Buffer, at: { table: number; first: number; count: number }): Buffer {
  const start = main.readUInt32LE(at.table);
  const listed = Math.max(0, Math.floor((main.readUInt32LE(at.table + 4) - 4) / 6));
  const [first, count] = [main.readUInt16LE(at.first), main.readUInt16LE(at.count)];
  const numbers = Array.from({ length: Math.max(listed, count) }, (_, i) =>
    i < listed ? main.readUInt16LE(start + (listed + 1) * 4 + i * 2) : first + i,
  );
  const table = Buffer.alloc(4 + numbers.length * 8);
  for (const [i, number] of numbers.entries()) {
    table.writeUInt32LE(number, (numbers.length + 1) * 4 + i * 4);
  }
  return table;
}

/** Bytes of operands by code: `v` begins with its size in one byte, `w` in two. Others end the list. */
const operands = new Map<number, string>();
const sizes =
  '2:2 3:v 4-11:1 12:v 13-14:1 15:v 16-19:2 20:4 21-22:2 23:v 24-25:1 26-28:2 29:1 30-36:2 37:1 38-43:2 44:1 45-49:2 50-51:1 52:v 65-67:1 68:v 69:2 70:4 71:1 72:2 73:3 74:v 75:1 80:2 81-82:v 83:0 85-92:1 93:2 94:1 95:3 96-97:2 98-102:1 103:v 104:1 105-106:v 107:2 108:v 109-110:2 117-119:1 120:v 121-124:2 182-184:2 185-186:1 187:12 188:w 189:2 190:w 191:v 192:4 193:5 194:4 195:2 196:4 197-198:2 199:5 200:4';
for (const [, from, to, size] of sizes.matchAll(/(\d+)(?:-(\d+))?:(\w+)/g)) {
  for (let code = Number(from); code <= Number(to ?? from); code++) operands.set(code, size ?? '0');
}

/** Codes of one byte and those of Word 97 that mean the same: all that is looked at here. */
const meanings = new Map([
  [24, 0x2416],
  [25, 0x2417],
  [65, 0x0800],
  [87, 0x0837],
  [92, 0x083c],
  [190, 0xd608],
]);

/** A list of changes with the codes of Word 97, those left out that nobody looks at. */
function newer(list: Buffer): Buffer {
  const changes: Buffer[] = [];
  for (let at = 0; at < list.length; ) {
    const code = list[at] ?? 0;
    const size = operands.get(code);
    if (size === undefined || (size === 'w' && at + 3 > list.length)) break;
    const fixed = Number(size);
    const own = size === 'v' ? (list[at + 1] ?? 0) + 1 : size === 'w' ? list.readUInt16LE(at + 1) + 1 : fixed;
    const operand = list.subarray(at + 1, at + 1 + own);
    at += 1 + own;
    const meaning = meanings.get(code);
    if (meaning === undefined) continue;
    const head = Buffer.alloc(2);
    head.writeUInt16LE(meaning);
    changes.push(head, code === 190 ? widened(operand) : operand);
  }
  return Buffer.concat(changes);
}

/** How a row is drawn: cells have 10 bytes here and 20 in Word 97; merging stands in the first of them. */
function widened(definition: Buffer): Buffer {
  const count = definition[2] ?? 0;
  const head = definition.subarray(0, 3 + (count + 1) * 2);
  const cells = Array.from({ length: count }, (_, i) =>
    Buffer.concat([definition.subarray(head.length + i * 10, head.length + i * 10 + 2)], 20),
  );
  const whole = Buffer.concat([head, ...cells]);
  whole.writeUInt16LE(whole.length - 1, 0);
  return whole;
}

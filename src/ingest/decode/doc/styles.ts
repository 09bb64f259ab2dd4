import { changes } from './properties.ts';
import { parts, type WordBinary } from './word-parts.ts';

export interface BinaryStyle {
  /** Lower case: `toc 1`. */
  name: string;
  base: number;
  list: Buffer;
}

const noStyle = 0x0fff;

/** Styles by their number ([MS-DOC] 2.9.271, `STSH`). */
export function readStyles(word: WordBinary): Map<number, BinaryStyle> {
  const table = word.part(parts.styles);
  const styles = new Map<number, BinaryStyle>();
  if (table.length < 6) return styles;
  let at = 2 + table.readUInt16LE(0);
  const count = table.readUInt16LE(2);
  const fixed = table.readUInt16LE(4);
  for (let number = 0; number < count && at + 2 <= table.length; number++) {
    const size = table.readUInt16LE(at);
    const style = table.subarray(at + 2, at + 2 + size);
    if (style.length > fixed + 2) styles.set(number, readStyle(style, fixed));
    at += 2 + size;
  }
  return styles;
}

function readStyle(style: Buffer, fixed: number): BinaryStyle {
  const kind = style.readUInt16LE(2);
  const nameLength = style.readUInt16LE(fixed);
  const nameEnd = fixed + 2 + nameLength * 2;
  const name = style.toString('utf16le', fixed + 2, nameEnd).toLowerCase();
  const properties = nameEnd + 2;
  const isParagraph = (kind & 0x0f) === 1 && properties + 4 <= style.length;
  const size = isParagraph ? style.readUInt16LE(properties) : 0;
  return { name, base: kind >> 4, list: style.subarray(properties + 4, properties + 2 + size) };
}

/** The changes of a style and those it is based on, the outermost base first. */
export function styleChanges(styles: ReadonlyMap<number, BinaryStyle>, number: number): [number, Buffer][] {
  const chain: BinaryStyle[] = [];
  for (let at = number; at !== noStyle && chain.length < 20; ) {
    const style = styles.get(at);
    if (!style) break;
    chain.unshift(style);
    at = style.base;
  }
  return chain.flatMap((style) =>
    [...changes(style.list)].map(({ code, operand }): [number, Buffer] => [code, operand]),
  );
}

import { parts, type WordBinary } from './word-parts.ts';

/** A text box: where its text stands among all characters, and the character of the main text it hangs at. */
export interface TextBox {
  from: number;
  to: number;
  anchor: number;
}

/** Bytes of `FTXBXS` and `Spa` ([MS-DOC] 2.9.100, 2.9.253), and where each keeps the number of its shape. */
const box = { size: 22, shape: 14 };
const drawing = { size: 26, shape: 0 };

/** The text boxes in the order of their anchors. One whose shape hangs nowhere stands at the end. */
export function textBoxes(word: WordBinary): TextBox[] {
  if (word.boxes.length === 0) return [];
  const anchors = new Map(entries(word.part(parts.anchors), drawing).map(({ at, shape }) => [shape, at]));
  const all = entries(word.part(parts.boxes), box);
  return all
    .flatMap(({ at, next, shape }) => {
      const [from, to] = [word.boxes.start + at, word.boxes.start + Math.min(next, word.boxes.length)];
      return from < to && shape !== 0 ? [{ from, to, anchor: anchors.get(shape) ?? word.textLength }] : [];
    })
    .sort((a, b) => a.anchor - b.anchor);
}

/** A table of characters' positions, one more than entries, and behind them the entries. */
function entries(table: Buffer, { size, shape }: typeof box): { at: number; next: number; shape: number }[] {
  const count = Math.max(0, Math.floor((table.length - 4) / (4 + size)));
  return Array.from({ length: count }, (_, i) => ({
    at: table.readUInt32LE(i * 4),
    next: table.readUInt32LE(i * 4 + 4),
    shape: table.readUInt32LE((count + 1) * 4 + i * size + shape),
  }));
}

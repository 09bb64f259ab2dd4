import { type BinaryParagraph, change, type Piece, wordBinaryFile } from '../support/word-binary-file.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';
import { columnEdges, type StoryItem, storyOf, type WordCell, wordRows } from './story.ts';
import { type Span, spansOf, type WordStyle } from './word-noise.ts';

/** The report as a file of Word 97, its text in pieces that need not stand in order. */
export function renderDoc(report: GeneratedReport, random: Random, style: WordStyle): Uint8Array {
  const writer = new DocWriter(random, style);
  for (const item of storyOf(report, random, style.cut)) writer.item(item);
  return writer.file();
}

const inTable = change(0x2416, [1]);
const depth = (level: number) => change(0x6649, [level, 0, 0, 0]);
const rowEnd = change(0x2417, [1]);
const innerCell = change(0x244b, [1]);
const innerRowEnd = change(0x244c, [1]);
const unseen = { deleted: change(0x0800, [1]), hidden: change(0x083c, [1]) };

class DocWriter {
  readonly #random: Random;
  readonly #style: WordStyle;
  readonly #paragraphs: BinaryParagraph[] = [];
  readonly #marked: (Piece & { properties: Buffer })[] = [];
  readonly #signs: MergeSigns;
  #length = 0;
  #open = '';

  constructor(random: Random, style: WordStyle) {
    this.#signs = random.pick(mergeSigns);
    this.#random = random;
    this.#style = style;
  }

  item(item: StoryItem): void {
    if (item.kind === 'table') this.#table(item.sheet);
    else {
      this.#spans(spansOf(item.text, this.#style, this.#random), this.#outer());
      this.#end('\r', this.#outer());
    }
  }

  file(): Uint8Array {
    if (this.#style.nested) {
      this.#end('\x07', this.#outer());
      this.#end('\x07', Buffer.concat([inTable, rowEnd, rowDrawing([cell(0, 1)], [0, 9000])]));
      this.#end('\r', Buffer.alloc(0));
    }
    return wordBinaryFile({ paragraphs: this.#paragraphs, pieces: this.#pieces(), marked: this.#marked });
  }

  /** Properties of paragraphs that stand in no table, or only in the one around everything. */
  #outer(): Buffer {
    return this.#style.nested ? Buffer.concat([inTable, depth(1)]) : Buffer.alloc(0);
  }

  #table(sheet: Sheet): void {
    const { nested, pairs } = this.#style;
    const edges = columnEdges(sheet.columns, this.#random);
    const own = Buffer.concat([inTable, depth(nested ? 2 : 1)]);
    for (const row of wordRows(sheet)) {
      const cells = pairs ? row.flatMap(paired) : row;
      for (const { text, kind } of cells) {
        this.#spans(spansOf(text, this.#style, this.#random, kind !== 'value'), own);
        this.#end(nested ? '\r' : '\x07', nested ? Buffer.concat([own, innerCell]) : own);
      }
      const drawing = rowDrawing(cells, this.#shaken(edges), this.#signs);
      const end = nested ? Buffer.concat([innerCell, innerRowEnd]) : rowEnd;
      this.#end(nested ? '\r' : '\x07', Buffer.concat([own, end, drawing]));
    }
  }

  /** Lines between columns do not stand at quite the same place in every row. */
  #shaken(edges: readonly number[]): number[] {
    return edges.map((edge) => edge + (this.#random.chance(0.1) ? this.#random.int(-12, 12) : 0));
  }

  #spans(spans: readonly Span[], properties: Buffer): void {
    for (const { kind, text } of spans) {
      if (kind === 'break' && this.#random.chance(0.5)) this.#end('\r', properties);
      else if (kind === 'break') this.#open += '\x0b';
      else if (kind === 'field') this.#open += `\x13 HYPERLINK "http://example.gov.cn/1" \x01\x14${text}\x15`;
      else {
        const from = this.#length + this.#open.length;
        this.#open += text;
        if (kind !== 'text') this.#marked.push({ from, to: from + text.length, properties: unseen[kind] });
      }
    }
  }

  #end(mark: string, properties: Buffer): void {
    const text = this.#open + mark;
    this.#paragraphs.push({ text, properties });
    this.#length += text.length;
    this.#open = '';
  }

  /** Whoever saves fast appends what has changed; digits alone take one byte each. */
  #pieces(): Piece[] {
    const text = this.#paragraphs.map((paragraph) => paragraph.text).join('');
    const digits = [...text.matchAll(/[\d.]+\x07?/g)].flatMap(({ index, 0: match }) =>
      this.#random.chance(0.1) ? [index, index + match.length] : [],
    );
    const others = Array.from({ length: this.#random.int(0, 20) }, () =>
      this.#random.int(1, text.length - 1),
    );
    const cuts = [...new Set([0, ...digits, ...others])].sort((a, b) => a - b);
    const pieces = cuts.map((from, i) => ({ from, to: cuts[i + 1] ?? text.length }));
    return this.#random.chance(0.5) ? this.#random.shuffled(pieces) : pieces;
  }
}

type DrawnWordCell = WordCell & { covered?: boolean };

function cell(from: number, to: number): DrawnWordCell {
  return { text: '', from, to, kind: 'value' };
}

/** A cell that reaches over several columns as one cell a column, all but the first covered. */
function paired(wide: WordCell): DrawnWordCell[] {
  const columns = Array.from({ length: wide.to - wide.from }, (_, i) => wide.from + i);
  return columns.map((from, i) => ({
    ...wide,
    from,
    to: from + 1,
    text: i ? '' : wide.text,
    covered: i > 0,
  }));
}

/** How the first and the other cells joined sideways are marked: two descriptions of the format differ. */
const mergeSigns = [
  { first: 1, covered: 2 },
  { first: 2, covered: 1 },
] as const;

type MergeSigns = (typeof mergeSigns)[number];

/** `sprmTDefTable`: edges of the cells, then 20 bytes a cell. */
function rowDrawing(
  cells: readonly DrawnWordCell[],
  edges: readonly number[],
  signs: MergeSigns = mergeSigns[0],
): Buffer {
  const bytes = Buffer.alloc(3 + (cells.length + 1) * 2 + cells.length * 20);
  bytes.writeUInt16LE(bytes.length - 1, 0);
  bytes[2] = cells.length;
  const lines = [cells[0]?.from ?? 0, ...cells.map(({ to }) => to)];
  for (const [i, line] of lines.entries()) bytes.writeInt16LE(edges[line] ?? 0, 3 + i * 2);
  cells.forEach(({ vertical, covered }, i) => {
    const across = covered ? signs.covered : cells[i + 1]?.covered ? signs.first : 0;
    const down = vertical === 'first' ? 0x60 : vertical === 'covered' ? 0x20 : 0;
    bytes.writeUInt16LE(across | down, 3 + (cells.length + 1) * 2 + i * 20);
  });
  return change(0xd608, bytes);
}

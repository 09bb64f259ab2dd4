import { IngestError } from '../../errors.ts';
import type { MarkedParagraph, RowShape } from '../../layout/word-tables.ts';
import { changeGroup, type Group, outermost } from './groups.ts';
import { RowDrawing } from './row-drawing.ts';
import { rtfTokens } from './tokens.ts';

const symbols: Record<string, string> = {
  tab: '\t',
  line: '\n',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  '~': '\u00a0',
  _: '-',
  '\\': '\\',
  '{': '{',
  '}': '}',
};

/** The paragraphs of an RTF file, tables marked in them. Automatic numbers stand in its text already. */
export function rtfParagraphs(source: string, depth: number): MarkedParagraph[] {
  const reader = new Reader(/\\ansicpg936|\\fcharset134/.test(source) ? 'gb18030' : 'windows-1252');
  const groups: Group[] = [{ ...outermost }];
  let optional = false;
  let swallow = 0;
  for (const token of rtfTokens(source)) {
    const group = groups.at(-1);
    if (!group) break;
    if (token.kind === 'open') {
      if (groups.length > depth) throw new IngestError('too-deep', `上限 ${depth} 层`);
      groups.push({ ...group });
    } else if (token.kind === 'close') {
      groups.pop();
      if (group.box && !groups.at(-1)?.box) reader.closeBox();
    } else if (token.kind === 'byte') {
      if (swallow > 0) swallow--;
      else if (isPrinted(group)) reader.byte(token.byte);
    } else if (token.word === '*') {
      optional = true;
      continue;
    } else {
      const { word, number } = token;
      changeGroup(group, word, number, optional);
      if (word === 'shptxt' && !group.skip && !group.box) {
        group.box = true;
        group.depth = 0;
        reader.openBox();
      }
      if (!group.skip && word === 'u' && number !== undefined) {
        if (isPrinted(group)) reader.text(String.fromCharCode(number & 0xffff));
        swallow = group.substitutes;
      } else if (!group.skip) reader.word(word, number, group);
    }
    optional = false;
  }
  return reader.finish();
}

function isPrinted({ skip, unseen }: Group): boolean {
  return !skip && unseen.size === 0;
}

type Unplaced = Omit<MarkedParagraph, 'line'>;

class Reader {
  readonly #charset: string;
  readonly #drawing = new RowDrawing();
  readonly #innerDrawing = new RowDrawing();
  #paragraphs: Unplaced[] = [];
  /** The paragraphs of text boxes that wait for the end of the paragraph or table they hang in. */
  #boxes: Unplaced[] = [];
  /** The text around the text box that is being read. */
  #outside: { paragraphs: Unplaced[]; text: string } | undefined;
  #bytes: number[] = [];
  #text = '';

  constructor(charset: string) {
    this.#charset = charset;
  }

  /** Bytes are decoded together: a Han character has two, which may be written in different ways. */
  byte(byte: number): void {
    this.#bytes.push(byte);
  }

  text(text: string): void {
    this.#decode();
    this.#text += text;
  }

  word(word: string, number: number | undefined, group: Group): void {
    const symbol = symbols[word];
    const { depth } = group;
    if (symbol !== undefined) {
      if (isPrinted(group)) this.text(symbol);
    } else if (word === 'par' || word === 'sect' || word === 'page') this.#end(depth);
    else if (word === 'cell' || word === 'nestcell') this.#end(word === 'cell' ? 1 : depth, 'cell');
    else if (word === 'row') this.#end(1, 'row', this.#drawing.shape());
    else if (word === 'nestrow') this.#end(depth, 'row', this.#innerDrawing.shape());
    else (group.inner ? this.#innerDrawing : this.#drawing).word(word, number);
  }

  openBox(): void {
    this.#decode();
    this.#outside = { paragraphs: this.#paragraphs, text: this.#text };
    this.#paragraphs = [];
    this.#text = '';
  }

  closeBox(): void {
    if (!this.#outside) return;
    this.#decode();
    if (this.#text.trim()) this.#end(0);
    this.#boxes.push(...this.#paragraphs);
    ({ paragraphs: this.#paragraphs, text: this.#text } = this.#outside);
    this.#outside = undefined;
  }

  finish(): MarkedParagraph[] {
    this.closeBox();
    this.#decode();
    if (this.#text.trim()) this.#end(0);
    return [...this.#paragraphs, ...this.#boxes].map((paragraph, i) => ({ ...paragraph, line: i + 1 }));
  }

  #decode(): void {
    if (this.#bytes.length === 0) return;
    this.#text += new TextDecoder(this.#charset).decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
  }

  #end(depth: number, ends?: 'cell' | 'row', row?: RowShape): void {
    this.#decode();
    this.#paragraphs.push({ text: this.#text, depth, ...(ends ? { ends } : {}), ...(row ? { row } : {}) });
    this.#text = '';
    // A box that hangs in a table stands behind it.
    if (depth > 0 || this.#outside || this.#boxes.length === 0) return;
    this.#paragraphs.push(...this.#boxes);
    this.#boxes = [];
  }
}

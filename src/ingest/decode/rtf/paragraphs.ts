import { IngestError } from '../../errors.ts';
import type { MarkedParagraph, RowShape } from '../../layout/word-tables.ts';
import { RowDrawing } from './row-drawing.ts';
import { rtfTokens } from './tokens.ts';

/** Groups whose text is not the document's. */
const skipped = new Set(
  'fonttbl colortbl stylesheet listtable listoverridetable revtbl rsidtbl info pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation fldinst nonshppict nonesttables xe tc themedata datastore'.split(
    ' ',
  ),
);

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

interface Group {
  skip: boolean;
  /** Hidden, or deleted with changes tracked. */
  unseen: boolean;
  /** How many characters stand in for one `\u`. */
  substitutes: number;
}

/** The paragraphs of an RTF file, tables marked in them. Automatic numbers stand in its text already. */
export function rtfParagraphs(source: string, depth: number): MarkedParagraph[] {
  const reader = new Reader(/\\ansicpg936|\\fcharset134/.test(source) ? 'gb18030' : 'windows-1252');
  const groups: Group[] = [{ skip: false, unseen: false, substitutes: 1 }];
  let optional = false;
  let swallow = 0;
  for (const token of rtfTokens(source)) {
    const group = groups.at(-1);
    if (!group) break;
    if (token.kind === 'open') {
      if (groups.length > depth) throw new IngestError('too-deep', `上限 ${depth} 层`);
      groups.push({ ...group });
    } else if (token.kind === 'close') groups.pop();
    else if (token.kind === 'byte') {
      if (swallow > 0) swallow--;
      else if (!group.skip && !group.unseen) reader.byte(token.byte);
    } else if (token.word === '*') {
      optional = true;
      continue;
    } else {
      const { word, number } = token;
      if (skipped.has(word) || (optional && word !== 'nesttableprops' && word !== 'shptxt'))
        group.skip = true;
      if (word === 'v' || word === 'deleted') group.unseen = number !== 0;
      else if (word === 'plain') group.unseen = false;
      else if (word === 'uc') group.substitutes = number ?? 1;
      if (!group.skip && word === 'u' && number !== undefined) {
        if (!group.unseen) reader.text(String.fromCharCode(number & 0xffff));
        swallow = group.substitutes;
      } else if (!group.skip) reader.word(word, number, group.unseen);
    }
    optional = false;
  }
  return reader.finish();
}

class Reader {
  readonly #paragraphs: MarkedParagraph[] = [];
  readonly #charset: string;
  readonly #drawing = new RowDrawing();
  #bytes: number[] = [];
  #text = '';
  #depth = 0;

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

  word(word: string, number: number | undefined, unseen: boolean): void {
    const symbol = symbols[word];
    if (symbol !== undefined) {
      if (!unseen) this.text(symbol);
    } else if (word === 'pard') this.#depth = 0;
    else if (word === 'intbl') this.#depth = Math.max(1, this.#depth);
    else if (word === 'itap') this.#depth = Math.min(number ?? 1, 64);
    else if (word === 'par' || word === 'sect' || word === 'page') this.#end();
    else if (word === 'cell' || word === 'nestcell') this.#end('cell', word === 'cell' ? 1 : this.#depth);
    else if (word === 'row') this.#end('row', 1, this.#drawing.shape());
    else if (word === 'nestrow') this.#end('row', this.#depth, this.#drawing.shape());
    else this.#drawing.word(word, number);
  }

  finish(): MarkedParagraph[] {
    this.#decode();
    if (this.#text.trim()) this.#end();
    return this.#paragraphs;
  }

  #decode(): void {
    if (this.#bytes.length === 0) return;
    this.#text += new TextDecoder(this.#charset).decode(Uint8Array.from(this.#bytes));
    this.#bytes = [];
  }

  #end(ends?: 'cell' | 'row', depth = this.#depth, row?: RowShape): void {
    this.#decode();
    const line = this.#paragraphs.length + 1;
    this.#paragraphs.push({
      text: this.#text,
      line,
      depth,
      ...(ends ? { ends } : {}),
      ...(row ? { row } : {}),
    });
    this.#text = '';
  }
}

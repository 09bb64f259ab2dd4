import { toGb18030 } from './gb18030.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';
import { columnEdges, type StoryItem, storyOf, type WordCell, wordRows } from './story.ts';
import { type Span, spansOf, type WordStyle } from './word-noise.ts';

const head = [
  '{\\rtf1\\adeflang1025\\ansi\\ansicpg936\\uc2\\deff0\\deflang1033\\deflangfe2052',
  "{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f13\\fnil\\fcharset134{\\*\\panose 02010600}\\'cb\\'ce\\'cc\\'e5;}}",
  '{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\qj\\fs21 \\snext0 Normal;}{\\*\\cs10 \\additive Default Paragraph Font;}}',
  "{\\info{\\author x}{\\title \\'b1\\'a8\\'b8\\'e6}}{\\*\\listtable{\\list{\\listlevel\\levelnfc37{\\leveltext \\'02\\'00\\u12289\\'a1\\'a2;}}}}",
  '\\paperw11906\\paperh16838{\\footer \\pard\\plain \\qc {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}\\par}',
].join('\n');

/** The report as rich text, as Word, WPS and WordPad write it. */
export function renderRtf(report: GeneratedReport, random: Random, style: WordStyle): Uint8Array {
  const writer = new RtfWriter(random, style);
  const body = storyOf(report, random, style.cut).map((item) => writer.item(item));
  const whole = style.nested ? writer.wrapped(body.join('\n')) : body.join('\n');
  return Buffer.from(`${head}\n\\sectd ${whole}\n}`, 'latin1');
}

class RtfWriter {
  readonly #random: Random;
  readonly #style: WordStyle;
  /** How characters beyond ASCII are written: as bytes, as numbers, or as numbers with bytes for old programs. */
  readonly #coding: 'bytes' | 'numbers' | 'both';
  /** The drawing of a row stands behind its cells too. */
  readonly #twice: boolean;

  constructor(random: Random, style: WordStyle) {
    this.#random = random;
    this.#style = style;
    this.#coding = random.pick(['bytes', 'numbers', 'both'] as const);
    this.#twice = random.chance(0.5);
  }

  item(item: StoryItem): string {
    if (item.kind === 'table') return this.#table(item.sheet);
    if (item.kind === 'title' && this.#style.boxed) return this.#box(item.text);
    const number = /^[一二三四五六]、|^（[一二三四五六]）/.exec(item.text)?.[0] ?? '';
    const counted = item.kind === 'paragraph' && item.heading && number && this.#random.chance(0.3);
    const text = counted ? item.text.slice(number.length) : item.text;
    const list = counted ? `{\\listtext\\pard\\plain\\f13 ${this.#characters(number)}\\tab}` : '';
    return `${this.#start()}${list}${this.#spans(spansOf(text, this.#style, this.#random))}\\par`;
  }

  /** Everything in the only cell of a table. */
  wrapped(body: string): string {
    return `${body}\\pard\\intbl\\cell\n\\trowd\\trleft-108\\cellx9000\\row\n\\pard\\par`;
  }

  /** Properties of a paragraph; those inside a table are told how deep. */
  #start(inTable = false): string {
    const depth = (this.#style.nested ? 1 : 0) + (inTable ? 1 : 0);
    return `\n\\pard\\plain \\ltrpar\\qj \\li0\\ri0${depth ? `\\intbl\\itap${depth}` : ''} \\fs24\\lang1033 `;
  }

  #box(text: string): string {
    const content = `{\\shptxt \\pard\\plain \\ltrpar\\qc ${this.#characters(text)}\\par}`;
    const shape = `{\\shp{\\*\\shpinst\\shpleft0\\shptop0{\\sp{\\sn shapeType}{\\sv 202}}${content}}{\\shprslt{\\*\\do\\dobxcolumn}}}`;
    return `${this.#start()}${shape}\\par`;
  }

  #table(sheet: Sheet): string {
    const edges = columnEdges(sheet.columns, this.#random);
    return wordRows(sheet)
      .map((cells) => this.#row(this.#style.pairs ? cells.flatMap(paired) : cells, edges))
      .join('\n');
  }

  #row(cells: readonly (WordCell & { covered?: boolean })[], edges: readonly number[]): string {
    const nested = this.#style.nested;
    const shift = this.#random.int(-12, 12);
    const first = cells[0]?.from ?? 0;
    const sides = cells.map((cell, i) => {
      const down = { first: '\\clvmgf', covered: '\\clvmrg' };
      const across = cell.covered ? '\\clmrg' : cells[i + 1]?.covered ? '\\clmgf' : '';
      const right = (edges[cell.to] ?? 0) + (this.#random.chance(0.2) ? shift : 0);
      return `${cell.vertical ? down[cell.vertical] : ''}${across}\\clvertalc\\clbrdrt\\brdrs\\brdrw10 \\cltxlrtb\\clftsWidth3\\cellx${right}`;
    });
    const drawing = `\\trowd \\irow0\\trgaph108\\trleft${edges[first] ?? 0}\\trftsWidth1 ${sides.join('\n')}`;
    const mark = nested ? '\\nestcell{\\nonesttables\\par}' : '\\cell';
    const texts = cells.map((cell) => {
      const spans = spansOf(cell.text, this.#style, this.#random, cell.kind !== 'value');
      return `${this.#start(true)}{${this.#spans(spans)}}${mark}`;
    });
    if (nested) return `${texts.join('')}{\\*\\nesttableprops${drawing}\\nestrow}`;
    return `${drawing}${texts.join('')}\n\\pard\\plain \\intbl {${this.#twice ? drawing : ''}\\row}`;
  }

  #spans(spans: readonly Span[]): string {
    return spans.map((span) => this.#span(span)).join('');
  }

  #span({ kind, text }: Span): string {
    const characters = this.#characters(text);
    if (kind === 'break') return this.#random.chance(0.5) ? '\\line ' : '}\\par {';
    if (kind === 'deleted') return `{\\deleted\\revauthdel1 ${characters}}`;
    if (kind === 'hidden') return `{\\v\\f0 ${characters}}`;
    if (kind === 'text') return `{\\rtlch\\fcs1 \\af0 \\ltrch\\fcs0 \\loch\\af0\\dbch\\f13 ${characters}}`;
    return `{\\field{\\*\\fldinst {HYPERLINK "http://www.example.gov.cn/2024/1.html"}}{\\fldrslt {${characters}}}}`;
  }

  #characters(text: string): string {
    const coded = [...text].map((char) => {
      if (char < '\x80') return /[\\{}]/.test(char) ? `\\${char}` : char;
      const bytes = [...toGb18030(char)].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
      if (this.#coding === 'bytes') return bytes;
      const number = char.charCodeAt(0);
      const signed = number > 0x7fff ? number - 0x10000 : number;
      return this.#coding === 'numbers' ? `\\uc1\\u${signed}?` : `\\uc2\\u${signed}${bytes}`;
    });
    // Lines of the file end anywhere.
    return coded.map((code) => (this.#random.chance(0.02) ? `${code}\r\n` : code)).join('');
  }
}

/** A cell that reaches over several columns as one cell a column, all but the first covered. */
function paired(cell: WordCell): (WordCell & { covered?: boolean })[] {
  const columns = Array.from({ length: cell.to - cell.from }, (_, i) => cell.from + i);
  return columns.map((from, i) => ({
    ...cell,
    from,
    to: from + 1,
    text: i ? '' : cell.text,
    covered: i > 0,
  }));
}

import { wordFile, wordPart } from '../support/word-file.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';
import type { Sheet } from './sheet.ts';
import { columnEdges, type StoryItem, storyOf, type WordCell, wordRows } from './story.ts';
import { type Span, spansOf, type WordStyle } from './word-noise.ts';

const level = (number: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${number}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/></w:lvl>`;
const numbering = wordPart(
  'numbering',
  `<w:abstractNum w:abstractNumId="1"><w:multiLevelType w:val="multilevel"/>${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
);
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (name: string, target: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/${name}" Target="${target}"/></Relationships>`;

/** The report as Word and WPS write it themselves: runs, fields, changes tracked, content controls, text boxes. */
export function renderWordXml(report: GeneratedReport, random: Random, style: WordStyle): Uint8Array {
  const story = storyOf(report, random, style.cut);
  const parts = story.filter((item) => item.kind === 'paragraph' && item.heading === 1);
  // Only numbers that Word would count to the same may be left to it.
  const counts = parts.every((item, i) => 'text' in item && item.text.startsWith(`${'一二三四五六'[i]}、`));
  const writer = new WordXmlWriter(random, style, counts && random.chance(0.4));
  const body = story.map((item) => writer.item(item)).join('');
  const whole = style.nested
    ? `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc><w:tcPr/>${body}</w:tc></w:tr></w:tbl><w:p/>`
    : body;
  return wordFile(`${whole}<w:sectPr/>`, {
    'word/numbering.xml': numbering,
    'word/_rels/document.xml.rels': relations('numbering', 'numbering.xml'),
    '_rels/.rels': relations('officeDocument', 'word/document.xml'),
  });
}

const control = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const change = 'w:id="1" w:author="x" w:date="2024-01-10T09:00:00Z"';

class WordXmlWriter {
  readonly #random: Random;
  readonly #style: WordStyle;
  readonly #counted: boolean;

  constructor(random: Random, style: WordStyle, counted: boolean) {
    this.#random = random;
    this.#style = style;
    this.#counted = counted;
  }

  item(item: StoryItem): string {
    if (item.kind === 'table') {
      const table = this.#table(item.sheet);
      return this.#random.chance(0.1) ? control(table) : table;
    }
    if (item.kind === 'title' && this.#style.boxed) return this.#box(item.text);
    const counted = this.#counted && item.kind === 'paragraph' && item.heading === 1;
    const text = counted ? item.text.slice(2) : item.text;
    const number = counted ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' : '';
    return this.#paragraph(text, false, number);
  }

  #paragraph(text: string, isLabel = false, properties = ''): string {
    const spans = spansOf(text, this.#style, this.#random, isLabel).map((span) => this.#span(span));
    return `<w:p><w:pPr>${properties}<w:jc w:val="center"/></w:pPr>${spans.join('')}</w:p>`;
  }

  #span({ kind, text }: Span): string {
    if (kind === 'break') return this.#random.chance(0.5) ? '<w:r><w:br/></w:r>' : '</w:p><w:p>';
    if (kind === 'hidden') return this.#run(text, '<w:vanish/>');
    if (kind === 'deleted') return `<w:del ${change}><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    if (kind === 'field') return this.#field(this.#runs(text));
    return this.#random.chance(this.#style.tracked)
      ? `<w:ins ${change}>${this.#runs(text)}</w:ins>`
      : this.#runs(text);
  }

  #field(result: string): string {
    if (this.#random.chance(0.5)) return `<w:fldSimple w:instr=" MERGEFIELD x ">${result}</w:fldSimple>`;
    const sign = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const code = '<w:r><w:instrText xml:space="preserve"> =SUM(ABOVE) 12 </w:instrText></w:r>';
    return `${sign('begin')}${code}${sign('separate')}${result}${sign('end')}`;
  }

  /** Word begins another run wherever letters change to digits, or somebody typed on another day. */
  #runs(text: string): string {
    return text
      .split(/(?<=[\d.])(?=[^\d.])|(?<=[^\d.])(?=\d)/)
      .map((part) => this.#run(part))
      .join(
        this.#random.chance(0.1)
          ? '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="a"/>'
          : '',
      );
  }

  #run(text: string, properties = ''): string {
    const written = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return `<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>${properties}</w:rPr><w:t xml:space="preserve">${written}</w:t></w:r>`;
  }

  #box(text: string): string {
    const content = `<w:txbxContent>${this.#paragraph(text)}</w:txbxContent>`;
    const drawing = `<mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></w:drawing></mc:Choice>`;
    const old = `<mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback>`;
    return `<w:p><w:r><mc:AlternateContent>${drawing}${old}</mc:AlternateContent></w:r></w:p>`;
  }

  #table(sheet: Sheet): string {
    const edges = columnEdges(sheet.columns, this.#random);
    const grid = edges.slice(1).map((edge, i) => `<w:gridCol w:w="${edge - (edges[i] ?? 0)}"/>`);
    const rows = wordRows(sheet).map((cells, at) => {
      const header = at < sheet.headerRows ? '<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>' : '';
      const row = `<w:tr>${header}${cells.map((cell) => this.#cells(cell)).join('')}</w:tr>`;
      return this.#random.chance(0.02) ? control(row) : row;
    });
    const deleted = this.#random.chance(this.#style.tracked) ? this.#deletedRow(sheet.columns) : '';
    const at = this.#random.int(sheet.headerRows, rows.length);
    rows.splice(at, 0, deleted);
    return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid.join('')}</w:tblGrid>${rows.join('')}</w:tbl>`;
  }

  #deletedRow(columns: number): string {
    const cell = `<w:tc><w:tcPr/><w:p>${this.#span({ kind: 'deleted', text: '7' })}</w:p></w:tc>`;
    return `<w:tr><w:trPr><w:del ${change}/></w:trPr>${cell.repeat(columns)}</w:tr>`;
  }

  #cells({ text, from, to, kind, vertical }: WordCell): string {
    const down = { first: '<w:vMerge w:val="restart"/>', covered: '<w:vMerge/>' };
    const merge = vertical ? down[vertical] : '';
    const cell = (span: string, content: string) => {
      const written = `<w:tc><w:tcPr>${span}${merge}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
      return this.#random.chance(0.01) ? control(written) : written;
    };
    const content = this.#paragraph(text, kind !== 'value');
    if (!this.#style.pairs || to - from === 1) return cell(`<w:gridSpan w:val="${to - from}"/>`, content);
    const covered = cell('<w:hMerge/>', '<w:p/>').repeat(to - from - 1);
    return cell('<w:hMerge w:val="restart"/>', content) + covered;
  }
}

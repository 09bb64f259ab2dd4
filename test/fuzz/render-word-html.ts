import { toGb18030 } from './gb18030.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';
import type { Sheet, SheetCell } from './sheet.ts';
import { columnEdges, type StoryItem, storyOf } from './story.ts';
import { type Span, spansOf, type WordStyle } from './word-noise.ts';

/** The report as Word saves it for the web, alone in one file with its pictures (MHTML). */
export function renderWordHtml(report: GeneratedReport, random: Random, style: WordStyle): Uint8Array {
  const charset = random.pick(['gb2312', 'utf-8'] as const);
  const writer = new WordHtmlWriter(random, style);
  const body = storyOf(report, random, style.cut).map((item) => writer.item(item));
  const page = [
    '<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">',
    `<head><meta http-equiv=Content-Type content="text/html; charset=${charset}">`,
    `<title>${random.pick([report.title, '新建 Microsoft Word 文档'])}</title>`,
    '<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>x</o:Author></o:DocumentProperties></xml><![endif]-->',
    '<style><!-- p.MsoNormal {margin:0cm; mso-style-parent:"";} @page Section1 {size:595.3pt 841.9pt;} --></style>',
    `</head><body lang=ZH-CN><div class=Section1 style='layout-grid:15.6pt'>`,
    ...(style.nested ? ['<table class=MsoNormalTable><tr><td>', ...body, '</td></tr></table>'] : body),
    '</div></body></html>',
  ].join('\r\n');
  const bytes = charset === 'utf-8' ? Buffer.from(page) : Buffer.from(toGb18030(page));
  return Buffer.from(wrapped(bytes, charset, random.chance(0.5)), 'latin1');
}

class WordHtmlWriter {
  readonly #random: Random;
  readonly #style: WordStyle;

  constructor(random: Random, style: WordStyle) {
    this.#random = random;
    this.#style = style;
  }

  item(item: StoryItem): string {
    if (item.kind === 'table') return this.#table(item.sheet);
    if (item.kind === 'title' && this.#style.boxed) {
      return `<p class=MsoNormal><!--[if gte vml 1]><v:shape><v:textbox></v:textbox></v:shape><![endif]--><![if !vml]><span><table><tr><td><div>${this.#paragraph(item.text)}</div></td></tr></table></span><![endif]></p>`;
    }
    const number = /^[一二三四五六]、|^（[一二三四五六]）/.exec(item.text)?.[0] ?? '';
    const counted = item.kind === 'paragraph' && item.heading && number && this.#random.chance(0.3);
    if (!counted) return this.#paragraph(item.text);
    const list = `<![if !supportLists]><span style='mso-list:Ignore'>${number}<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>`;
    return this.#paragraph(item.text.slice(number.length), list);
  }

  /** Letters and digits stand in spans of their own, told to be English; blank paragraphs hold a blank. */
  #paragraph(text: string, before = '', isLabel = false): string {
    const spans = spansOf(text, this.#style, this.#random, isLabel).map((span) => this.#span(span));
    const inner = spans.join('') || '<span lang=EN-US><o:p>&nbsp;</o:p></span>';
    return `<p class=MsoNormal align=center style='text-align:center'>${before}${inner}</p>`;
  }

  #span({ kind, text }: Span): string {
    const written = text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replace(/[\x20-\x7e]+/g, (part) => `<span lang=EN-US>${part}</span>`);
    const printed = `<span style='font-size:12.0pt;font-family:宋体'>${written}<span lang=EN-US><o:p></o:p></span></span>`;
    if (kind === 'text') return printed;
    if (kind === 'break') return this.#random.chance(0.5) ? '<br>' : '</p>\r\n<p class=MsoNormal>';
    if (kind === 'deleted')
      return `<del cite="mailto:x" datetime="2024-01-10T09:00"><span lang=EN-US>${text}</span></del>`;
    if (kind === 'hidden') return `<span lang=EN-US style='display:none;mso-hide:all'>${text}</span>`;
    return `<a href="http://www.example.gov.cn/1.html">${printed}</a>`;
  }

  /** Rows that do not begin and end where the others do get an empty cell, and widths stand in a last empty row. */
  #table(sheet: Sheet): string {
    const edges = columnEdges(sheet.columns, this.#random);
    const misaligned = this.#random.chance(0.3);
    const width = (cell: SheetCell) =>
      Math.round(((edges[cell.column + cell.columnSpan] ?? 0) - (edges[cell.column] ?? 0)) / 15);
    const rows = Array.from({ length: sheet.rows }, (_, row) => {
      const cells = sheet.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
      const written = cells.map((cell) => {
        const span = `${cell.rowSpan > 1 ? ` rowspan=${cell.rowSpan}` : ''}${cell.columnSpan > 1 ? ` colspan=${cell.columnSpan}` : ''}`;
        const content = this.#paragraph(cell.text, '', cell.kind !== 'value');
        return `  <td width=${width(cell)}${span} style='border:solid windowtext 1.0pt;padding:0cm 5.4pt'>\r\n  ${content}\r\n  </td>`;
      });
      const filler = misaligned
        ? "<![if !supportMisalignedRows]><td style='height:20pt;border:none' width=0 height=27></td><![endif]>"
        : '';
      return ` <tr style='mso-yfti-irow:${row};height:20pt'>\r\n${written.join('\r\n')}${filler}\r\n </tr>`;
    });
    const widths = edges.slice(1).map((_, i) => `<td width=${i + 40} style='border:none'></td>`);
    const last = `<![if !supportMisalignedColumns]><tr height=0>${widths.join('')}</tr><![endif]>`;
    return `<table class=MsoNormalTable border=1 cellspacing=0>\r\n${rows.join('\r\n')}\r\n${this.#random.chance(0.3) ? last : ''}</table>`;
  }
}

/** A message of several parts (RFC 2557): the page, then what belongs to it. */
function wrapped(page: Buffer, charset: string, base64: boolean): string {
  const mark = '----=_NextPart_01DA4F00.5E1B2C30';
  const content = base64
    ? page.toString('base64').replace(/.{76}/g, '$&\r\n')
    : [...page.toString('latin1').matchAll(/\r\n|[\s\S]/g)].map(([char]) => quoted(char)).join('');
  return [
    'MIME-Version: 1.0',
    `Content-Type: multipart/related; boundary="${mark}"`,
    '',
    'This document is a Single File Web Page.',
    '',
    `--${mark}`,
    'Content-Location: file:///C:/5E1B2C30/report.htm',
    `Content-Transfer-Encoding: ${base64 ? 'base64' : 'quoted-printable'}`,
    `Content-Type: text/html; charset="${charset}"`,
    '',
    ...(base64 ? [content] : [softBreaks(content)]),
    '',
    `--${mark}`,
    'Content-Location: file:///C:/5E1B2C30/report.files/filelist.xml',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Type: text/xml; charset="utf-8"',
    '',
    '<xml xmlns:o=3D"urn:schemas-microsoft-com:office:office"></xml>',
    `--${mark}--`,
    '',
  ].join('\r\n');
}

function quoted(char: string): string {
  if (char === '\r\n' || (char >= ' ' && char <= '~' && char !== '=')) return char;
  return `=${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** Lines of at most 76 characters, never cut inside a sign. */
function softBreaks(content: string): string {
  return content
    .split('\r\n')
    .map((line) => line.replace(/(?:=[0-9A-F]{2}|[^=]){60}(?=[\s\S])/g, '$&=\r\n'))
    .join('\r\n');
}

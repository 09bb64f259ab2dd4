import { cutSheet } from './cut-sheets.ts';
import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';
import type { Sheet, SheetCell } from './sheet.ts';

export interface HtmlStyle {
  /** The table is cut into two, as pages are. */
  cut: boolean;
  /** Navigation around the report. */
  page: boolean;
  /** Words wrapped in paragraphs and spans, blanks as `&nbsp;`. */
  wordy: boolean;
  /** Every table inside a table that only lays out. */
  nested: boolean;
  charset: 'utf-8' | 'gb18030' | 'gb2312';
}

export function randomHtmlStyle(random: Random): HtmlStyle {
  return {
    cut: random.chance(0.3),
    page: random.chance(0.5),
    wordy: random.chance(0.5),
    nested: random.chance(0.15),
    charset: random.pick(['utf-8', 'utf-8', 'gb18030', 'gb2312']),
  };
}

/** The report as a web page of a government site. */
export function renderHtml(report: GeneratedReport, random: Random, style: HtmlStyle): string {
  const { disclosure, applications, reviews } = report.sheets;
  const paragraphs = (texts: readonly string[]) =>
    texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n');
  const tables = (sheets: readonly Sheet[]) =>
    sheets
      .flatMap((sheet) => (style.cut ? cutSheet(sheet, random) : [sheet]))
      .map((sheet) => table(sheet, style))
      .join('<p>- 3 -</p>');
  const body = [
    ...report.titleLines.map((line) => `<h1>${escapeHtml(line)}</h1>`),
    paragraphs([...report.introduction, report.headings[0], ...report.general, report.headings[1]]),
    tables(disclosure),
    paragraphs([report.headings[2]]),
    tables(applications),
    paragraphs([report.headings[3]]),
    tables(reviews),
    paragraphs([
      report.headings[4],
      ...report.problems,
      report.headings[5],
      ...report.other,
      ...report.signature,
    ]),
  ].join('\n');
  const laid = style.nested ? `<table><tr><td>${body}</td></tr></table>` : body;
  const navigation = [
    '<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zwgk">政务公开</a></li></ul></div>',
    '<table><tr><td><a href="/a">法定主动公开内容</a></td><td><a href="/b">依申请公开</a></td></tr>',
    '<tr><td>索引号</td><td>000014349/2024-00012</td></tr><tr><td>发布日期</td><td>2024-01-20</td></tr></table>',
  ].join('');
  const footer =
    '<div class="footer"><table><tr><td>上一篇</td><td>下一篇</td></tr></table>主办单位：本站 网站标识码：0000000000 访问量：1234567</div>';
  const whole = style.page ? `${navigation}<div class="content">${laid}</div>${footer}` : laid;
  return `<!DOCTYPE html><html><head><meta charset="${style.charset}"><title>${escapeHtml(report.title)}</title></head><body>${whole}</body></html>`;
}

function table(sheet: Sheet, style: HtmlStyle): string {
  const rows = Array.from({ length: sheet.rows }, (_, row) =>
    sheet.cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map((cell) => cellHtml(cell, style))
      .join(''),
  );
  return `<table border="1"><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('\n')}</tbody></table>`;
}

function cellHtml(cell: SheetCell, style: HtmlStyle): string {
  const span = `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}`;
  const text = escapeHtml(cell.text);
  if (!style.wordy) return `<td${span}>${text}</td>`;
  const half = Math.floor(text.length / 2);
  const inner =
    text.length > 8 && !text.includes('&')
      ? `<span>${text.slice(0, half)}</span><span>${text.slice(half)}</span>`
      : text;
  return `<td${span} style="width:60px"><p align="center">${inner || '&nbsp;'}</p></td>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

import type { Damage, LineDamage } from './damage.ts';
import { toGb18030 } from './gb18030.ts';
import { type GeneratedReport, generateReport } from './generate-report.ts';
import { lineDamages } from './line-damages.ts';
import { packFiles } from './pack-files.ts';
import { Random } from './random.ts';
import { renderDoc } from './render-doc.ts';
import { renderDocx } from './render-docx.ts';
import { randomHtmlStyle, renderHtml } from './render-html.ts';
import { renderMarkdown } from './render-markdown.ts';
import { renderPdf } from './render-pdf.ts';
import { renderRtf } from './render-rtf.ts';
import { renderText, type TextLayout } from './render-text.ts';
import { renderWordHtml } from './render-word-html.ts';
import { renderWordXml } from './render-word-xml.ts';
import type { Sheet } from './sheet.ts';
import { sheetDamages } from './sheet-damages.ts';
import { wildLineDamages } from './wild-line-damages.ts';
import { namesOf, randomWordStyle } from './word-noise.ts';

export const formats = ['txt', 'gb', 'md', 'html', 'docx', 'pdf', 'rtf', 'doc', 'mht', 'zip'] as const;
export type FuzzFormat = (typeof formats)[number];

/** A file with every cell known and a list of what was done to it. */
export interface FuzzFile {
  name: string;
  bytes: Uint8Array;
  format: FuzzFormat;
  report: GeneratedReport;
  damages: Damage[];
  /** The reports inside a ZIP; their names are paths in it. */
  members?: FuzzFile[];
}

const layouts: TextLayout[] = [
  'tabs',
  'tabs',
  'tabs',
  'tabs',
  'trimmed',
  'spaces',
  'aligned',
  'stacked',
  'commas',
  'repeated',
];

/** The same seed and format give the same file. */
export async function makeFile(seed: number, format: FuzzFormat): Promise<FuzzFile> {
  if (format === 'zip') return packFiles(seed, makeFile);
  const random = new Random(seed);
  const report = generateReport(random);
  const broad = random.some(sheetDamages, random.pick([0, 1, 1, 2, 3]));
  for (const damage of broad) damage.apply(report, random);
  const narrow = format === 'txt' || format === 'gb' || format === 'md' ? chooseLineDamages(random) : [];
  const name = `${report.agency}-${report.year}.${format === 'gb' ? 'txt' : format}`;
  const { bytes, layout } = await render(report, random, format, narrow);
  return { name, bytes, format, report, damages: [...broad, ...narrow, ...layout] };
}

function chooseLineDamages(random: Random): LineDamage[] {
  const chosen = random.some([...lineDamages, ...wildLineDamages], random.pick([0, 1, 2, 3]));
  const lossy = chosen.find((damage) => damage.lossy);
  return chosen.filter((damage) => !damage.lossy || damage === lossy);
}

/** Ways to lay out text in which an empty cell cannot be seen. */
const withoutBlanks = new Set<TextLayout>(['spaces', 'stacked', 'aligned']);

function hasBlanks(report: GeneratedReport): boolean {
  const sheets = Object.values(report.sheets).flat();
  return sheets.some((sheet) => sheet.cells.some((cell) => cell.id && !cell.text));
}

/** Who pastes a table without its empty cells mostly had none; some do, and must be told of it. */
function pickLayout(report: GeneratedReport, random: Random): TextLayout {
  const layout = random.pick(layouts);
  const loses = withoutBlanks.has(layout) || layout === 'trimmed';
  return loses && hasBlanks(report) && random.chance(0.95) ? 'tabs' : layout;
}

async function render(
  report: GeneratedReport,
  random: Random,
  format: FuzzFormat,
  damages: readonly LineDamage[],
): Promise<{ bytes: Uint8Array; layout: Damage[] }> {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  switch (format) {
    case 'txt':
    case 'gb': {
      const layout = pickLayout(report, random);
      const blanks = hasBlanks(report);
      // A lost figure and a figure too many make a row that looks whole where blanks cannot be seen; drawn columns
      // stand where they stand, so that a lost figure is a blank there.
      const ends = Object.values(report.sheets).flat().some(endsBlank);
      const hidden = (blanks && withoutBlanks.has(layout)) || (ends && layout === 'trimmed');
      const masked = layout === 'aligned' || hidden;
      const kept = masked ? damages.filter((damage) => !damage.lossy) : damages;
      const text = renderText(report, random, layout, kept);
      return {
        bytes: format === 'gb' ? toGb18030(text) : utf8(text),
        layout: [{ name: `laid out as ${layout}`, lossy: hidden }],
      };
    }
    case 'md': {
      const repeated = random.chance(0.3);
      const bytes = utf8(renderMarkdown(report, random, repeated, damages));
      return { bytes, layout: [{ name: repeated ? 'spans repeated' : 'spans lost' }] };
    }
    case 'html': {
      const style = randomHtmlStyle(random);
      const page = renderHtml(report, random, style);
      return { bytes: style.charset === 'utf-8' ? utf8(page) : toGb18030(page), layout: [] };
    }
    case 'docx':
    case 'rtf':
    case 'doc':
    case 'mht':
      return renderWord(report, random, format);
    case 'zip':
      throw new RangeError('a ZIP holds files, it is none');
    case 'pdf': {
      const lines = random.pick([
        ...drawn,
        'open at page ends',
        'open at page ends',
        'horizontal',
        'none',
      ] as const);
      const style = { size: random.pick([8, 9, 10.5]), repeatHeader: random.chance(0.4), lines };
      return { bytes: await renderPdf(report, style), layout: [{ name: `lines: ${lines}` }] };
    }
  }
}

/** Half of the DOCX files are made by the library `docx`, all others are written as Word writes them. */
async function renderWord(
  report: GeneratedReport,
  random: Random,
  format: keyof typeof wordFormats | 'docx',
): Promise<{ bytes: Uint8Array; layout: Damage[] }> {
  const own = format !== 'docx' || new Random(random.peek()).chance(0.5);
  if (!own) return { bytes: await renderDocx(report, random, random.chance(0.3)), layout: [] };
  const style = randomWordStyle(random);
  const render = format === 'docx' ? renderWordXml : wordFormats[format];
  return { bytes: render(report, random, style), layout: namesOf(style).map((name) => ({ name })) };
}

const wordFormats = { rtf: renderRtf, doc: renderDoc, mht: renderWordHtml };

/** Most tables are drawn whole. */
const drawn = ['all', 'all', 'all', 'all', 'all', 'all'] as const;

/** A row whose last cell is blank: where the ends of lines are trimmed nobody sees it. */
function endsBlank(sheet: Sheet): boolean {
  return sheet.cells.some((cell) => cell.id && !cell.text && cell.column + cell.columnSpan === sheet.columns);
}

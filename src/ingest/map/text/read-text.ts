import type { Paragraph, SourceDocument, Warning } from '../../../model/document.ts';
import type { Agency, Claim, Contact, Section } from '../../../model/report.ts';
import type { TablesRead } from '../tables/read-tables.ts';
import { decideAgency } from './agency.ts';
import { readClaims } from './claims.ts';
import { readContact } from './contact.ts';
import { dateIn } from './dates.ts';
import { readFileName } from './file-name.ts';
import { firstPrint } from './first-print.ts';
import { type TextLine, textLines } from './lines.ts';
import { metaNames, openingNames, spokenName, takeSignature } from './mentions.ts';
import { NotAReport } from './not-a-report.ts';
import { dropFurniture } from './page-furniture.ts';
import { wrapWidth } from './paragraphs.ts';
import { readPartFive } from './part-five.ts';
import { type Period, periodIn } from './period.ts';
import { compact } from './plain.ts';
import { readSections } from './sections.ts';
import { bestTitle, readTitles, type Title, titleIn } from './title.ts';
import { decideYear } from './year.ts';

/** Everything a report says outside its three tables. */
export interface TextRead {
  title: string;
  agency: Agency;
  year: number;
  publishedAt: string | null;
  period: Period | null;
  contact: Contact | null;
  sections: Section[];
  problems: Paragraph[];
  improvements: Paragraph[];
  claims: Claim[];
  warnings: Warning[];
}

/**
 * Reads title, agency, year, parts, problems, measures and claimed figures.
 * @param tables what the tables' reading found; its blocks are no running text
 * @throws {NotAReport} when it is none, or its agency or year cannot be told
 */
export function readText(document: SourceDocument, tables: TablesRead, fileName: string): TextRead {
  const lines = textLines(firstPrint(document, tables), tables.tableBlocks);
  const sections = readSections(lines, wrapWidth(lines));
  const titles = readTitles(titleZone(lines, sections));
  requireReport(sections, titles, tables);
  const file = readFileName(fileName);
  const pageTitle = document.title ? titleIn([document.title.split(/[-_|—–]/)[0] ?? '']) : undefined;
  dropFurniture(sections);
  const signature = takeSignature(sections);
  dropTitles(
    sections,
    titles.flatMap((title) => [title.text, ...lines.slice(title.from, title.to).map((line) => line.text)]),
  );
  const all = sections.flatMap((section) => section.paragraphs);
  const text = all.map((p) => p.text).join('\n');
  const head = lines.slice(0, 30).map((line) => line.text);
  const opening = openingNames(sections);
  const names = [...titles.map((t) => t.name), pageTitle?.name].filter((n) => n !== undefined);
  const decided = decideAgency(
    {
      titles: names,
      signature: signature.name,
      opening,
      meta: metaNames(head),
      file: file.name,
      spoken: spokenName(all),
    },
    [...names, text].join('\n'),
  );
  if (!decided)
    throw new NotAReport('no-agency', '标题、首句、落款和文件名中都没有机关名称，无法判断是哪个单位的年报');
  const period = firstOf(all.slice(0, 12), periodIn);
  const publishedAt = publicationDate(signature.date, head);
  const years = [...titles.map((t) => t.year), pageTitle?.year];
  const year = decideYear({
    titles: years,
    period,
    file: file.year,
    publishedAt,
    text: openingText(sections),
    whole: text,
  });
  if (!year)
    throw new NotAReport(
      'no-year',
      `${decided.agency.name}的报告没有写明年份：标题、统计期限、正文和文件名中都找不到`,
    );
  const five = sections.find((section) => section.number === 5);
  const { claims, warnings } = readClaims(sections, year.year);
  return {
    title:
      bestTitle(titles)?.text ??
      pageTitle?.text ??
      `${decided.agency.name}${year.year}年政府信息公开工作年度报告`,
    agency: decided.agency,
    year: year.year,
    publishedAt: publishedAt && Number(publishedAt.slice(0, 4)) >= year.year ? publishedAt : null,
    period,
    contact: readContact(all),
    sections: sections.filter((section) => section.number > 0 || section.paragraphs.length > 0),
    ...readPartFive(five?.paragraphs ?? [], year.year),
    claims,
    warnings: [...decided.warnings, ...year.warnings, ...warnings],
  };
}

/** Titles stand before part 一, or repeat inside it before its text begins. */
function titleZone(lines: readonly TextLine[], sections: readonly Section[]): TextLine[] {
  const body = lines.findIndex((line) => line.flat.length > 90);
  const first = sections.find((section) => section.number > 0);
  const start = first ? lines.findIndex((line) => line.place === first.place) : -1;
  return lines.slice(0, Math.max(body, start, 6));
}

/** A title is no paragraph of the part it stands in. */
function dropTitles(sections: readonly Section[], titles: readonly string[]): void {
  const printed = new Set(titles);
  for (const section of sections.slice(0, 2)) {
    section.paragraphs = section.paragraphs.filter((p) => !printed.has(p.text) && p.text.length > 1);
  }
}

function requireReport(sections: readonly Section[], titles: readonly Title[], tables: TablesRead): void {
  const parts = sections.filter((section) => section.number > 0).length;
  const readings = Object.keys(tables.readings).length;
  const titled = titles.some((title) => title.plain);
  if (readings > 0 || (parts >= 2 && titled) || parts >= 4) return;
  const found = titled ? '只有标题，' : '';
  throw new NotAReport(
    'not-a-report',
    `不是政府信息公开工作年度报告：${found}没有年报的法定部分，也没有年报的统计表`,
  );
}

function openingText(sections: readonly Section[]): string {
  return sections
    .filter((section) => section.number < 2)
    .flatMap((section) => section.paragraphs.map((p) => p.text))
    .join('\n');
}

/** The day under the report, else the one a web page tells in its head, or the one under the title. */
function publicationDate(signed: string | null, head: readonly string[]): string | null {
  if (signed) return signed;
  const line = head.find((text) => /(?<!统计|起止|截止|核定|数据)(?:日期|时间)[：:]?\s*20\d{2}/.test(text));
  if (line) return dateIn(line.slice(line.search(/日期|时间/)));
  const alone = head.slice(0, 8).find((text) => dateAlone.test(compact(text)));
  return alone ? dateIn(alone) : null;
}

/** （2024年1月19日）, alone on its line under the title. */
const dateAlone = /^[(（]?(?:20\d{2}|二[〇○零O0].{2})(?:年|[-./]).{1,4}(?:月|[-./]).{1,4}[)）]?$/;

function firstOf<T>(paragraphs: readonly Paragraph[], read: (text: string) => T | null): T | null {
  for (const { text } of paragraphs) {
    const found = read(text);
    if (found) return found;
  }
  return null;
}

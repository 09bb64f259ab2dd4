import { catalogue } from '../catalogue/catalogue.ts';
import type { Place } from '../model/document.ts';
import type { Report, SectionNumber } from '../model/report.ts';
import type { Say } from './task.ts';

/** 第41行 · 第3页; empty when the place is not known. */
export function placeText(place: Place, say: Say): string {
  if (place.line !== undefined) return say(`第${place.line}行`, `line ${place.line}`);
  if (place.page !== undefined) return say(`第${place.page}页`, `page ${place.page}`);
  return '';
}

/** Only what is known, so that a citation has either a line or a page. */
export function placeOf({ line, page }: Place): Place {
  return { ...(line === undefined ? {} : { line }), ...(page === undefined ? {} : { page }) };
}

/** The heading as this report prints it; the official one where it prints none. */
export function sectionHeading(report: Report, number: SectionNumber, place: Place = {}): string {
  const headed = report.sections.filter((section) => section.number === number && section.heading);
  const before = headed.filter(
    (section) => (section.place.line ?? 0) <= (place.line ?? Number.POSITIVE_INFINITY),
  );
  return (before.at(-1) ?? headed[0])?.heading ?? officialHeading(number);
}

export function officialHeading(number: SectionNumber): string {
  const { title } = catalogue();
  switch (number) {
    case 0:
      return '标题与前言';
    case 1:
      return '一、总体情况';
    case 2:
      return title('disclosure');
    case 3:
      return title('applications');
    case 4:
      return title('reviews');
    case 5:
      return '五、存在的主要问题及改进情况';
    case 6:
      return '六、其他需要报告的事项';
  }
}

/** The part a reading stands in, told from its id. */
export function sectionOf(readingId: string): SectionNumber {
  if (readingId.startsWith('disclosure.')) return 2;
  return readingId.startsWith('reviews.') ? 4 : 3;
}

export function titleOf(report: Report): string {
  return `《${report.title.replace(/\s+/g, ' ').trim() || `${report.agency.name}${report.year}年政府信息公开工作年度报告`}》`;
}

/** 出处：《…年度报告》三、收到和处理政府信息公开申请情况，第41行 */
export function sourceLine(report: Report, heading: string, place: Place, say: Say): string {
  const where = placeText(place, say);
  return `${say('出处：', 'Source: ')}${titleOf(report)}${heading}${where ? `${say('，', ', ')}${where}` : ''}`;
}

/** A printed row on one line: tabs and line breaks become single spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A row of a table as a person reads it: its cells side by side, without the bars between them. */
export function rowText(text: string): string {
  return text
    .split('\n')
    .map((row) => row.replace(/[\s|]+/g, ' ').trim())
    .join('\n');
}

export function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length)}…` : text;
}

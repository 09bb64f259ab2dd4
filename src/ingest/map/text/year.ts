import type { Warning } from '../../../model/document.ts';
import { compact } from './plain.ts';

export interface YearEvidence {
  titles: readonly (number | undefined)[];
  period: { from: string } | null;
  file: number | undefined;
  publishedAt: string | null;
  /** Preamble and part 一. */
  text: string;
  /** The whole report: asked last. */
  whole: string;
}

const SPOKEN = /(20\d{2})年(?:度|以来|，|,|我|本|全|(?:政府信息|政务|信息)公开)/g;
/** 截至2023年12月31日 */
const AS_OF = /(?:截[至止]|为)(?:到)?(20\d{2})年(?:12月31日|12月底|底)/;

/** The year the report is about, never the one it came out in. */
export function decideYear(evidence: YearEvidence): { year: number; warnings: Warning[] } | undefined {
  const title = evidence.titles.find((year) => year !== undefined);
  const period = evidence.period ? Number(evidence.period.from.slice(0, 4)) : undefined;
  const published = evidence.publishedAt ? Number(evidence.publishedAt.slice(0, 4)) - 1 : undefined;
  const spoken = spokenYear(evidence.text);
  const slip = titleSlips(title, period, [spoken, evidence.file, published]);
  const year = slip
    ? period
    : (title ??
      period ??
      asOfYear(evidence.text) ??
      spoken ??
      evidence.file ??
      published ??
      spokenYear(pastOf(evidence.whole)));
  if (year === undefined || year < 2008 || year > 2099) return undefined;
  const warnings: Warning[] = [];
  if (title !== undefined && period !== undefined && period !== title)
    warnings.push({
      code: 'year-differs',
      message: `标题为${title}年，统计期限却始于${period}年，按${slip ? '统计期限' : '标题年份'}收录`,
    });
  return { year, warnings };
}

function asOfYear(text: string): number | undefined {
  const year = AS_OF.exec(compact(text))?.[1];
  return year ? Number(year) : undefined;
}

/** Without the sentences about what will be done. */
function pastOf(text: string): string {
  return text
    .split(/(?<=[。；;\n])/)
    .filter((sentence) => !/将|下一步|下步|今后|计划|打算/.test(sentence))
    .join('');
}

/** A title left from last year: the period and at least two more witnesses tell another year, and none the title's. */
function titleSlips(
  title: number | undefined,
  period: number | undefined,
  witnesses: readonly (number | undefined)[],
): boolean {
  if (title === undefined || period === undefined || title === period) return false;
  const votes = (year: number) => witnesses.filter((witness) => witness === year).length;
  return votes(period) > 1 && votes(title) === 0;
}

/** The year that is spoken of most in the opening. */
function spokenYear(text: string): number | undefined {
  const counts = new Map<number, number>();
  for (const match of compact(text)
    .replace(/[〔[（(]20\d{2}[〕\]）)]/g, '')
    .matchAll(SPOKEN)) {
    const year = Number(match[1]);
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

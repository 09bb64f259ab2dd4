import { hanNumber } from '../../../naming/numerals.ts';
import { compact } from './plain.ts';

const YEAR = '(20\\d{2}|二[〇○零O0oＯ][〇○零一二三四五六七八九O0]{2})';
const DAY = new RegExp(
  `${YEAR}(?:年|[-./])(\\d{1,2}|[一二三四五六七八九十]{1,3})(?:月|[-./])(\\d{1,2}|[一二三四五六七八九十]{1,3})日?`,
);

/** The first date of a text as YYYY-MM-DD, in any of the ways a report prints it; null when there is none. */
export function dateIn(text: string): string | null {
  const match = DAY.exec(compact(text));
  if (!match) return null;
  const [year, month, day] = [yearOf(match[1] ?? ''), numberOf(match[2] ?? ''), numberOf(match[3] ?? '')];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** 2023 or 二〇二三 as a number. */
export function yearOf(text: string): number {
  if (/^\d{4}$/.test(text)) return Number(text);
  return Number(
    [...text].map((c) => ('〇○零O0oＯ'.includes(c) ? 0 : '一二三四五六七八九'.indexOf(c) + 1)).join(''),
  );
}

function numberOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : hanNumber(text);
}

export const YEAR_WORDS = YEAR;

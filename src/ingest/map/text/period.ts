import { dateIn, YEAR_WORDS, yearOf } from './dates.ts';
import { compact } from './plain.ts';

export interface Period {
  from: string;
  to: string;
}

const DATE = '\\d{1,2}月\\d{1,2}日';
const SPAN = new RegExp(
  `${YEAR_WORDS}年(${DATE})(?:起|开始)?(?:至|到|-|—|–|~|～)+(?:${YEAR_WORDS}年|当年|同年|本年)?(${DATE})`,
);
const WHOLE = new RegExp(`${YEAR_WORDS}年0?1月份?(?:起)?(?:至|到|-|—|–|~|～)+(?:(?:20\\d{2})年)?12月(?!\\d)`);

/** The period that the figures count, 自2023年1月1日起至12月31日止; null when the text names none. */
export function periodIn(text: string): Period | null {
  const flat = compact(text);
  const match = SPAN.exec(flat);
  if (!match) return wholeYear(flat);
  const first = yearOf(match[1] ?? '');
  const last = match[3] ? yearOf(match[3]) : first;
  const from = dateIn(`${first}年${match[2]}`);
  const to = dateIn(`${last}年${match[4]}`);
  return from && to && from < to ? { from, to } : null;
}

/** 2023年1月至12月 */
function wholeYear(flat: string): Period | null {
  const year = WHOLE.exec(flat)?.[1];
  return year ? { from: `${yearOf(year)}-01-01`, to: `${yearOf(year)}-12-31` } : null;
}

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

/** The period that the figures count, 自2023年1月1日起至12月31日止; null when the text names none. */
export function periodIn(text: string): Period | null {
  const match = SPAN.exec(compact(text));
  if (!match) return null;
  const first = yearOf(match[1] ?? '');
  const last = match[3] ? yearOf(match[3]) : first;
  const from = dateIn(`${first}年${match[2]}`);
  const to = dateIn(`${last}年${match[4]}`);
  return from && to && from < to ? { from, to } : null;
}

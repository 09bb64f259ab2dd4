import type { TelegramMessage } from '../../render/telegram.ts';
import type { Button } from '../port/port.ts';
import { plainWords } from '../port/port.ts';
import type { Say } from '../texts/say.ts';

export function pageOf(pages: readonly TelegramMessage[], page: number, say: Say): TelegramMessage {
  return pages[page] ?? pages[0] ?? plainWords(say('talking.nothing'));
}

/** ‹ 2/5 › */
export function turning(page: number, pages: number, say: Say, to: (page: number) => string): Button[] {
  const row: Button[] = [];
  if (page > 0) row.push({ text: say('answers.pageBack'), callback_data: to(page - 1) });
  row.push({ text: `${page + 1}/${pages}`, callback_data: to(page) });
  if (page < pages - 1) row.push({ text: say('answers.pageOn'), callback_data: to(page + 1) });
  return row;
}

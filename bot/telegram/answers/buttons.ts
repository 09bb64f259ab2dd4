import type { Answer } from '../../../src/model/answer.ts';
import type { Button, Keyboard } from '../port/port.ts';
import { type Language, sayIn } from '../texts/say.ts';
import { turning } from './pages.ts';
import { type ReportAct, reportButton } from './report-buttons.ts';
import type { View } from './views.ts';

/** What is written into buttons: a verb and its arguments, ASCII, within 64 bytes. */
export type Verb = 'p' | 'o' | 'g' | 'x' | 'r' | 'R' | 's' | 'w' | 'f';

export function data(verb: Verb, ...args: (string | number)[]): string {
  return [verb, ...args].join(':');
}

export function parseData(text: string): { verb: string; args: string[] } {
  const [verb = '', ...args] = text.split(':');
  return { verb, args };
}

const optionLength = 40;
const mostOptions = 8;

/** Whether an answer's buttons need more than fits into them. */
export function needsView(answer: Answer, pages: number): boolean {
  return pages > 1 || answer.options.length > 0 || answer.chart !== undefined || isWide(answer);
}

/** Answers over several reports can be had as a table. */
function isWide({ kind, reports }: Answer): boolean {
  return (
    reports.length > 1 && ['comparison', 'ranking', 'aggregate', 'trend', 'list', 'audit'].includes(kind)
  );
}

export interface Leaf {
  page: number;
  pages: number;
  language: Language;
}

export function answerKeyboard(
  answer: Answer,
  view: View | undefined,
  { page, pages, language }: Leaf,
): Keyboard {
  const say = sayIn(language);
  const [only = '', ...others] = answer.reports;
  const about = only !== '' && others.length === 0 ? aboutOne(only, language) : [];
  if (!view) return about.length > 0 ? [about] : [];
  const rows: Keyboard = answer.options
    .slice(0, mostOptions)
    .map((option, i) => [{ text: clipped(option), callback_data: data('o', view.id, i) }]);
  if (pages > 1) rows.push(turning(page, pages, say, (to) => data('p', view.id, to)));
  const more: Button[] = [];
  if (answer.chart) more.push({ text: say('answers.chart'), callback_data: data('g', view.id) });
  if (isWide(answer)) {
    more.push({ text: say('answers.excel'), callback_data: data('x', view.id, 'xlsx') });
    more.push({ text: say('answers.csv'), callback_data: data('x', view.id, 'csv') });
  }
  more.push(...about);
  if (more.length > 0) rows.push(more);
  return rows;
}

function aboutOne(reportId: string, language: Language): Button[] {
  const say = sayIn(language);
  const button = (text: string, act: ReportAct) => ({
    text,
    callback_data: reportButton('R', { reportId, act, language }),
  });
  return [button(say('answers.summary'), 'summary'), button(say('answers.checks'), 'audit')];
}

function clipped(text: string): string {
  return text.length <= optionLength ? text : `${text.slice(0, optionLength - 1)}…`;
}

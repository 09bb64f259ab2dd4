import type { Answer } from '../../../src/model/answer.ts';
import type { Button, Keyboard } from '../port/port.ts';
import { reportButton } from './report-buttons.ts';
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

export function answerKeyboard(
  answer: Answer,
  view: View | undefined,
  page: number,
  pages: number,
): Keyboard {
  if (!view) return answer.reports.length === 1 ? [aboutOne(answer.reports[0] ?? '')] : [];
  const rows: Keyboard = answer.options
    .slice(0, mostOptions)
    .map((option, i) => [{ text: clipped(option), callback_data: data('o', view.id, i) }]);
  if (pages > 1) rows.push(turning(page, pages, (to) => data('p', view.id, to)));
  const more: Button[] = [];
  if (answer.chart) more.push({ text: '📊 图', callback_data: data('g', view.id) });
  if (isWide(answer)) {
    more.push({ text: '导出 Excel', callback_data: data('x', view.id, 'xlsx') });
    more.push({ text: 'CSV', callback_data: data('x', view.id, 'csv') });
  }
  if (answer.reports.length === 1) more.push(...aboutOne(answer.reports[0] ?? ''));
  if (more.length > 0) rows.push(more);
  return rows;
}

/** ‹ 2/5 › */
export function turning(page: number, pages: number, to: (page: number) => string): Button[] {
  const row: Button[] = [];
  if (page > 0) row.push({ text: '‹ 上一页', callback_data: to(page - 1) });
  row.push({ text: `${page + 1}/${pages}`, callback_data: to(page) });
  if (page < pages - 1) row.push({ text: '下一页 ›', callback_data: to(page + 1) });
  return row;
}

function aboutOne(reportId: string): Button[] {
  return [
    { text: '年报概况', callback_data: reportButton('R', reportId, 'summary') },
    { text: '核查结果', callback_data: reportButton('R', reportId, 'audit') },
  ];
}

function clipped(text: string): string {
  return text.length <= optionLength ? text : `${text.slice(0, optionLength - 1)}…`;
}

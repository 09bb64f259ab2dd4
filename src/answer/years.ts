import type { AnswerBlock, AnswerValue } from '../model/answer.ts';
import { percentChange, signed, tidy } from './numbers.ts';
import type { Task } from './task.ts';
import { cellText } from './telling.ts';

/** From the first year with a figure to the last; in percent only where both rest on the same ground. */
export function headline(
  task: Task,
  values: readonly AnswerValue[],
  name: string,
  comparable = true,
): string {
  const { say } = task;
  const known = values.filter((value) => value.value !== null);
  const [from, to] = [known[0], known.at(-1)];
  const whose = name ? say(`${name}：`, `${name}: `) : '';
  if (!from || !to) return `${whose}${say('各年都没有填这个数', 'No year gives this figure')}`;
  if (from === to)
    return `${whose}${say(`只有${to.year}年有数：${cellText(to, task)}`, `Only ${to.year}: ${cellText(to, task)}`)}`;
  const rate = comparable || to.unit === '%' ? changeBetween(task, from, to) : '';
  return `${whose}${say(`${from.year}年 ${cellText(from, task)} → ${to.year}年 ${cellText(to, task)}${rate}`, `${from.year}: ${cellText(from, task)} → ${to.year}: ${cellText(to, task)}${rate}`)}`;
}

/** （+34.62%）; of rates （+3.69个百分点）; empty where it cannot be told. */
function changeBetween({ say }: Task, from: AnswerValue, to: AnswerValue): string {
  if (from.value === null || to.value === null) return '';
  if (to.unit === '%') {
    const points = signed(tidy(to.value - from.value));
    return say(`（${points}个百分点）`, ` (${points} points)`);
  }
  const percent = percentChange(from.value, to.value);
  return percent === undefined ? '' : say(`（${signed(percent)}%）`, ` (${signed(percent)}%)`);
}

/** Year · figure · change from the year before, told only where that year is there. */
export function yearTable(task: Task, values: readonly AnswerValue[]): AnswerBlock {
  const { say } = task;
  const rows = values.map((value) => {
    const before = values.find((other) => other.year === value.year - 1);
    return [String(value.year), cellText(value, task), before ? changeText(before, value, task) : ''];
  });
  return {
    kind: 'table',
    header: [say('年份', 'year'), say('数值', 'figure'), say('比上年', 'change')],
    rows,
    align: ['left', 'right', 'right'],
  };
}

function changeText(before: AnswerValue, now: AnswerValue, { say }: Task): string {
  if (before.value === null || now.value === null) return '—';
  const difference = tidy(now.value - before.value);
  if (now.unit === '%') return `${signed(difference)}${say('点', ' points')}`;
  const percent = percentChange(before.value, now.value);
  const rate = percent === undefined ? '' : `${signed(percent)}%`;
  return `${signed(difference)}${rate && say(`（${rate}）`, ` (${rate})`)}`;
}

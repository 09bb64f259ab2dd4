import type { Condition } from '../model/query.ts';
import { amount, spoken, unitOf, wording } from './names.ts';
import type { Task } from './task.ts';

/** Whom a question over many agencies is narrowed to: 青禾县的乡镇中，新收政府信息公开申请超过 10 件的，; empty for all. */
export function scopeText(task: Task): string {
  const { query, say } = task;
  const conditions = (query.filter.conditions ?? []).map((one) => conditionText(one, task));
  if (conditions.length === 0) return regionText(task);
  const told = conditions.join(say('、', ', '));
  return say(`${regionText(task)}${told}的，`, `${regionText(task)}those with ${told}: `);
}

/** 青禾县的乡镇中，; empty for all. */
export function regionText({ query, say }: Task): string {
  const { region, kinds = [] } = query.filter;
  const names = kinds.map((kind) => wording().kinds[kind]?.[query.language] ?? kind);
  const who = names.join(say('、', ', '));
  if (!region && !who) return '';
  const where = region?.name ?? '';
  return say(
    `${where}${where && who ? '的' : ''}${who}${where && !who ? '各单位' : ''}中，`,
    `${who || 'agencies'}${where ? ` of ${where}` : ''}: `,
  );
}

/** 新收政府信息公开申请为 0 · …超过 10 件 · …未填 */
export function conditionText(
  { reading, operator, value }: Condition,
  { say, query }: Pick<Task, 'say' | 'query'>,
): string {
  const what = spoken(reading, query.language);
  if (operator === 'blank') return say(`${what}未填`, `${what} blank`);
  const number = amount(value, unitOf(reading), query.language);
  const words: Record<typeof operator, string> = {
    '>': `超过 ${number}`,
    '>=': `不少于 ${number}`,
    '=': `为 ${number}`,
    '<=': `不超过 ${number}`,
    '<': `少于 ${number}`,
    '!=': `不是 ${number}`,
  };
  return say(`${what}${words[operator]}`, `${what} ${operator} ${number}`);
}

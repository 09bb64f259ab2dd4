import type { Condition } from '../model/query.ts';
import { agencyName, nameSome } from './common.ts';
import { amount, spoken, unitOf, wording } from './names.ts';
import type { Task } from './task.ts';

/** Whom a question over many agencies is narrowed to: 青禾县的乡镇中，新收政府信息公开申请超过 10 件的，; empty for all. */
export function scopeText(task: Task): string {
  const { say } = task;
  const told = conditionsText(task);
  if (told === '') return regionText(task);
  return say(`${regionText(task)}${told}的，`, `${regionText(task)}those with ${told}: `);
}

/** 新收政府信息公开申请超过 10 件、行政诉讼为 0 件; with 或 where one of them is enough; empty without any. */
export function conditionsText(task: Task): string {
  const { query, say } = task;
  const told = (query.filter.conditions ?? []).map((one) => conditionText(one, task));
  return told.join(query.filter.any ? say('或', ' or ') : say('、', ', '));
}

/** 不含秀岭区人民政府; empty where nobody is left out. */
export function exceptText({ query, say, library }: Task): string {
  const { except = [] } = query.filter;
  if (except.length === 0) return '';
  const names = nameSome(
    except.map((id) => agencyName(library, id)),
    say,
    5,
  );
  return say(`不含${names}`, `without ${names}`);
}

/** 青禾县的乡镇中，不含柳溪镇，; empty for all. */
export function regionText(task: Task): string {
  const { say } = task;
  const except = exceptText(task);
  return `${placeText(task)}${except ? `${except}${say('，', ': ')}` : ''}`;
}

function placeText({ query, say }: Task): string {
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
  { reading, operator, value, than }: Condition,
  { say, query, library }: Pick<Task, 'say' | 'query' | 'library'>,
): string {
  const what = spoken(reading, query.language);
  if (operator === 'blank') return say(`${what}未填`, `${what} blank`);
  if (operator === '>' && value === 0 && than === undefined) return say(`${what}不为 0`, `${what} > 0`);
  const number =
    than === undefined ? amount(value, unitOf(reading), query.language) : agencyName(library, than);
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

import type { Answer, AnswerBlock } from '../model/answer.ts';
import type { Library } from '../model/library.ts';
import type { AnswerKind, Query } from '../model/query.ts';
import { aggregate } from './kinds/aggregate.ts';
import { auditSheet } from './kinds/audit.ts';
import { clarify } from './kinds/clarify.ts';
import { comparison } from './kinds/comparison.ts';
import { contact } from './kinds/contact.ts';
import { help } from './kinds/help.ts';
import { list } from './kinds/list.ts';
import { notUnderstood } from './kinds/not-understood.ts';
import { passages } from './kinds/passages.ts';
import { improvements, problems } from './kinds/points.ts';
import { besideNoFigure, notHeldUnlessQuoted } from './kinds/quoted.ts';
import { ranking } from './kinds/ranking.ts';
import { regionsCompared, yearByYear } from './kinds/side-by-side.ts';
import { summary } from './kinds/summary.ts';
import { trend } from './kinds/trend.ts';
import { value } from './kinds/value.ts';
import { spoken } from './names.ts';
import { plainText } from './plain-text.ts';
import { type AnswerTools, type Draft, type Handler, sayIn, type Task } from './task.ts';
import { lackingNote } from './told.ts';

const handlers: Record<AnswerKind, Handler> = {
  value: besideNoFigure(value),
  comparison,
  ranking,
  aggregate: besideNoFigure(aggregate),
  trend,
  summary,
  problems,
  improvements,
  passages: (task) => passages(task),
  audit: auditSheet,
  contact,
  list: besideNoFigure(list),
  clarify,
  'not-held': notHeldUnlessQuoted,
  'not-understood': notUnderstood,
  help,
};

/**
 * The answer to a resolved query. A handler may answer with another kind than was asked for (`not-held`) when the
 * library has nothing to answer from; it never makes up a figure.
 */
export function answer(query: Query, question: string, library: Library, tools: AnswerTools): Answer {
  const task: Task = { query, question, library, tools, say: sayIn(query.language) };
  return finish(task, handlerOf(query)(task));
}

/** Regions side by side, and rankings of several years each by itself, are made of other answers. */
function handlerOf({ kind, groups, eachYear }: Query): Handler {
  if (kind === 'comparison' && groups) return (task) => regionsCompared(task, groups);
  return kind === 'ranking' && eachYear ? yearByYear : handlers[kind];
}

function finish(task: Task, { tookYear, everyYear, ...draft }: Draft): Answer {
  const { query, question } = task;
  const blocks: AnswerBlock[] = [
    ...(query.correction ? [{ kind: 'text' as const, text: query.correction }] : []),
    ...draft.blocks,
    ...lackingNote(task, draft.kind ?? query.kind),
    ...taken(everyYear ? withoutYears(task) : task, tookYear, draft.agencies ?? []),
  ];
  return {
    kind: query.kind,
    agencies: [],
    years: [],
    readings: [],
    values: [],
    passages: [],
    reports: [],
    findings: [],
    options: [],
    ...draft,
    question,
    blocks,
    text: plainText(blocks),
  };
}

function withoutYears(task: Task): Task {
  return { ...task, query: { ...task.query, years: [] } };
}

/** What the question did not say and was taken from the talk before or by default. */
function taken({ query, say }: Task, tookYear: string | undefined, agencies: string[]): AnswerBlock[] {
  const notes: string[] = [];
  const kept: string[] = [];
  if (query.agenciesFrom === 'context' && agencies.length) kept.push(...agencies.slice(0, 3));
  if (query.yearsFrom === 'context' && query.years.length)
    kept.push(query.years.map((year) => say(`${year}年`, String(year))).join(say('、', ', ')));
  if (query.matterFrom === 'context') kept.push(...matterOf(query));
  if (kept.length) notes.push(say(`沿用上文：${kept.join('，')}`, `taken from before: ${kept.join(', ')}`));
  if (tookYear && query.yearsFrom !== 'context') notes.push(tookYear);
  for (const { typed, name } of query.readAs ?? [])
    notes.push(say(`“${typed}”按“${name}”理解`, `“${typed}” read as “${name}”`));
  if (notes.length === 0) return [];
  return [{ kind: 'note', text: say(`（${notes.join('；')}）`, `(${notes.join('; ')})`) }];
}

/** What is asked, as a chat would say it: 新收申请; “微信公众号”. */
function matterOf({ readings, text, language }: Query): string[] {
  const [first, second] = readings;
  if (first === undefined) return text ? [`“${text}”`] : [];
  return [
    `${spoken(first, language)}${second === undefined ? '' : language === 'en' ? ' and others' : '等'}`,
  ];
}

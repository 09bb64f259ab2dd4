import type { Condition } from '../../model/query.ts';
import { type Span, sense } from '../span.ts';
import { readMetrics, type Wanted } from './metrics.ts';
import { anyIntent, type Sentence } from './sentence.ts';

export interface ConditionSlot {
  wanted: Wanted;
  operator: Condition['operator'];
  value: number;
}

export interface ConditionsRead {
  conditions: ConditionSlot[];
  /** Bounds of no figure that is named: 超过30件的有哪些. */
  bounds: Omit<ConditionSlot, 'wanted'>[];
  /** What the conditions used up: no figure is asked with these words. */
  used: Set<Span>;
}

const operators = [
  ['greaterEqual', '>='],
  ['lessEqual', '<='],
  ['greater', '>'],
  ['less', '<'],
  ['equal', '='],
] as const;

/** 申请超过10件, 处罚100件以上, 不到5件申请, 没有收到申请, 0申请. */
export function readConditions(sentence: Sentence): ConditionsRead {
  const read: ConditionsRead = { conditions: [], bounds: [], used: new Set() };
  readRanges(sentence, read);
  const { spans } = sentence;
  spans.forEach((span, i) => {
    const operator = operators.find(([intent]) => anyIntent(span, intent))?.[1];
    const number = operator && numberBeside(spans, i);
    if (!operator || !number) return;
    const value = sense(number, 'number')?.value ?? 0;
    add(read, sentence, span, { operator, value });
    read.used.add(number).add(span);
  });
  return read;
}

const between = /^[件个条起次万元%]*(?:到|至|-|~|—)+$/;

/** 50到100之间 is two conditions. */
function readRanges(sentence: Sentence, read: ConditionsRead): void {
  const numbers = sentence.spans.filter((span) => sense(span, 'number'));
  numbers.forEach((low, i) => {
    const high = numbers[i + 1];
    if (!high || !between.test(sentence.text.slice(low.end, high.start))) return;
    for (const [span, operator] of [
      [low, '>='],
      [high, '<='],
    ] as const) {
      add(read, sentence, low, { operator, value: sense(span, 'number')?.value ?? 0 });
      read.used.add(span);
    }
  });
}

/** Conditions of nothing: only where a group of agencies is asked about, so that the caller decides. */
export function readAbsence(sentence: Sentence, read: ConditionsRead): void {
  for (const span of sentence.spans) {
    const zero = sense(span, 'number')?.value === 0 && !read.used.has(span);
    if (!zero && !anyIntent(span, 'absent')) continue;
    add(read, sentence, span, { operator: '=', value: 0 });
    read.used.add(span);
  }
}

/** 超过10件 has the number behind, 10件以上 in front. */
function numberBeside(spans: readonly Span[], at: number): Span | undefined {
  const inFront = /^(?:以|及|之内)/.test(spans[at]?.text ?? '');
  for (const near of inFront ? [at - 1, at - 2] : [at + 1, at - 1, at - 2]) {
    const span = spans[near];
    if (span && sense(span, 'number')) return span;
  }
  return undefined;
}

/** The figure the condition is about: the one said before, else the one said after it. */
function add(
  read: ConditionsRead,
  sentence: Sentence,
  at: Span,
  condition: Omit<ConditionSlot, 'wanted'>,
): void {
  const free = sentence.spans.filter((span) => !read.used.has(span) && isFigure(span));
  const before = contiguous(free.filter((span) => span.end <= at.start).toReversed(), sentence, at);
  const after = contiguous(
    free.filter((span) => span.start >= at.end),
    sentence,
    at,
  );
  const last = read.conditions.at(-1);
  if (before.length === 0 && after.length === 0 && last && last.operator !== condition.operator) {
    // 申请10件以上20件以下: a second bound for the same figure.
    read.conditions.push({ ...last, ...condition });
    return;
  }
  const isAbsence = condition.operator === '=' && condition.value === 0;
  for (const group of isAbsence ? [after, before] : [before, after]) {
    const others = new Set(sentence.spans.filter((span) => !group.includes(span)));
    const wanted = readMetrics(sentence, others).wanted[0];
    if (!wanted) continue;
    const isKnown = (known: ConditionSlot) =>
      known.wanted.join() === wanted.join() && known.operator === condition.operator;
    if (!read.conditions.some(isKnown)) read.conditions.push({ wanted, ...condition });
    for (const span of group) read.used.add(span);
    return;
  }
  if (!isAbsence) read.bounds.push(condition);
}

const isFigure = (span: Span) =>
  span.senses.some((s) => ['row', 'applicant', 'result', 'document', 'other'].includes(s.role));

/** Words of one figure stand together: nothing that asks and no agency between them. */
function contiguous(spans: readonly Span[], sentence: Sentence, at: Span): Span[] {
  const group: Span[] = [];
  let edge: Span = at;
  for (const span of spans) {
    const [from, to] = span.start < edge.start ? [span.end, edge.start] : [edge.end, span.start];
    const between = sentence.spans.filter((other) => other.start >= from && other.end <= to);
    if (between.some(separates)) break;
    group.push(span);
    edge = span;
  }
  return group;
}

function separates(span: Span): boolean {
  return span.senses.some(
    (s) =>
      s.role === 'agency' ||
      s.role === 'region' ||
      s.role === 'kind' ||
      (s.role === 'joiner' && span.text.trim() !== '') ||
      (s.role === 'intent' &&
        ['everyone', 'countAgencies', 'mean', 'sum', 'median', 'list', 'most'].includes(s.intent)),
  );
}

import type { Condition } from '../../model/query.ts';
import { type Span, sense } from '../span.ts';
import { type FigureRead, figuresBeside } from './condition-figures.ts';
import type { Wanted } from './metrics.ts';
import { anyIntent, type Sentence } from './sentence.ts';

export interface ConditionSlot {
  wanted: Wanted;
  operator: Condition['operator'];
  value: number;
  /** The value is in 元, while the tables count in 万元. */
  yuan?: boolean;
  /** Id of an agency whose figure is the bound: 比秀岭区多的. */
  than?: string;
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

/** What a word like 超过, 低于, 以上 says of the number beside it. */
export function operatorOf(span: Span): Condition['operator'] | undefined {
  return operators.find(([intent]) => anyIntent(span, intent))?.[1];
}

/** 申请超过10件, 处罚100件以上, 不到5件申请, 没有收到申请, 0申请. */
export function readConditions(sentence: Sentence): ConditionsRead {
  const read: ConditionsRead = { conditions: [], bounds: [], used: new Set() };
  readRanges(sentence, read);
  const { spans } = sentence;
  spans.forEach((span, i) => {
    const operator = operatorOf(span);
    const number = operator && numberBeside(spans, i);
    if (!operator || !number) return;
    const value = sense(number, 'number')?.value ?? 0;
    addCondition(read, sentence, span, { operator, value, ...inYuan(sentence, number) });
    read.used.add(number).add(span);
  });
  for (const condition of read.conditions) condition.operator = strict(condition, sentence);
  for (const bound of read.bounds) bound.operator = strict(bound, sentence);
  return read;
}

/** 不含本数, 不含15件: the bound itself is left out. */
export const withoutBound = /(?:不含|不包含|不包括|不算|除去?)(?:本数|(\d+)(?![\d年]))/;

/** 15件以下（不含15件）: fewer than 15. */
export function strict(
  { operator, value }: Pick<ConditionSlot, 'operator' | 'value'>,
  { text }: Pick<Sentence, 'text'>,
): Condition['operator'] {
  const match = withoutBound.exec(text);
  if (!match || (match[1] !== undefined && Number(match[1]) !== value)) return operator;
  if (operator === '<=') return '<';
  return operator === '>=' ? '>' : operator;
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
      addCondition(read, sentence, low, { operator, value: sense(span, 'number')?.value ?? 0 });
      read.used.add(span);
    }
  });
}

/** 10万元, 5000元; 10 by itself is in the unit of the table. */
function inYuan({ text }: Sentence, number: Span): { yuan?: boolean } {
  return number.text.endsWith('万') || /^[元块]/.test(text.slice(number.end)) ? { yuan: true } : {};
}

const isPlainNumber = (span: Span) => sense(span, 'number') !== undefined && !sense(span, 'year');

const copula = /^(?:是|为|有|达)$/;

/**
 * Conditions of nothing and of a very number (公开率是100%): only where a group of agencies is asked about, so that
 * the caller decides.
 */
export function readStates(sentence: Sentence, read: ConditionsRead): void {
  sentence.spans.forEach((span, i) => {
    const number = read.used.has(span) || !isPlainNumber(span) ? undefined : sense(span, 'number')?.value;
    const before = sentence.spans[i - 1];
    if (number === 0 || anyIntent(span, 'absent')) {
      const denied = /(?:不是|不为|不等于|非)$/.test(sentence.text.slice(0, span.start));
      addCondition(read, sentence, span, { operator: denied ? '>' : '=', value: 0 });
    } else if (number !== undefined && before?.end === span.start && copula.test(before.text))
      addCondition(read, sentence, span, { operator: '=', value: number });
    else return;
    read.used.add(span);
  });
}

/** 超过10件 has the number behind, 10件以上 in front. */
function numberBeside(spans: readonly Span[], at: number): Span | undefined {
  const inFront = /^(?:以|及|之内)/.test(spans[at]?.text ?? '');
  const solid = (step: 1 | -1, skip: number) => {
    const side = step === 1 ? spans.slice(at + 1) : spans.slice(0, at).toReversed();
    return side.filter((span) => span.text.trim() !== '')[skip];
  };
  const near = inFront ? [solid(-1, 0), solid(-1, 1)] : [solid(1, 0), solid(-1, 0), solid(-1, 1)];
  return near.find((span) => span && isPlainNumber(span));
}

/** 申请为0, 申请0件: what is absent is said before; 没有申请, 0申请 behind. */
function standsBehind(at: Span, before: readonly FigureRead[]): boolean {
  const [near] = before;
  if (!near) return false;
  if (/^(?:为|是|等于|挂|一[件个].*有$)/.test(at.text)) return true;
  return sense(at, 'number') !== undefined && near.spans.some((span) => span.end === at.start);
}

/** The figures the condition is about: those said before, else those said after it. */
export function addCondition(
  read: ConditionsRead,
  sentence: Sentence,
  at: Span,
  condition: Omit<ConditionSlot, 'wanted'>,
): void {
  const isAbsence = condition.operator === '=' && condition.value === 0;
  const sides = figuresBeside(sentence, at, read.used);
  const last = read.conditions.at(-1);
  if (sides.before.length + sides.after.length === 0 && last && last.operator !== condition.operator) {
    // 申请10件以上20件以下: a second bound for the same figure.
    read.conditions.push({ ...last, ...condition });
    return;
  }
  const afterFirst = isAbsence && !standsBehind(at, sides.before);
  for (const side of afterFirst ? [sides.after, sides.before] : [sides.before, sides.after]) {
    if (side.length === 0) continue;
    for (const { wanted, spans } of side) {
      const isKnown = (known: ConditionSlot) =>
        known.wanted.join() === wanted.join() && known.operator === condition.operator;
      if (!read.conditions.some(isKnown)) read.conditions.push({ wanted, ...condition });
      for (const span of spans) read.used.add(span);
    }
    return;
  }
  if (!isAbsence) read.bounds.push(condition);
}

import type { Carried } from '../decide/carry.ts';
import type { Plan } from '../decide/clues.ts';
import type { Frame } from '../read/frame.ts';
import type { Sentence } from '../read/sentence.ts';
import { sense, type YearWord } from '../span.ts';
import type { Setting } from '../understanding.ts';
import type { Scope } from './scope.ts';
import { heldYears, newestOfMost, resolveYears, type YearsRead } from './years.ts';

export function yearsFor(
  frame: Frame,
  plan: Plan,
  scope: Scope,
  carried: Carried,
  setting: Setting,
): YearsRead {
  const { library, today } = setting;
  const held = heldYears(library, scope.agencies, scope.filter);
  const thisYear = Number(today.slice(0, 4));
  const words = frame.years;
  if (plan.kind === 'trend') return trendYears(words, held, carried, thisYear);
  // Who writes of something is asked of all reports, of whatever year the talk was.
  if (plan.kind === 'passages' && words.length === 0 && scope.agencies.length === 0)
    return { years: [], from: 'default' };
  // Which reports have errors is asked of all of them.
  if (plan.kind === 'audit' && words.length === 0 && scope.agencies.length === 0)
    return { years: [], from: 'default' };
  const isSet = plan.kind === 'list' || plan.grouped || (plan.kind === 'passages' && words.length === 0);
  if (isSet && words.length === 0 && frame.metrics.wanted.length === 0) {
    const years = yearsOfTalk(frame, plan, scope, carried, held);
    return { years, from: years.length > 0 ? 'context' : 'default' };
  }
  const read = resolveYears(words, held, yearsOfTalk(frame, plan, scope, carried, held), thisYear);
  if (plan.kind === 'ranking' && plan.change) return { ...read, years: read.years.slice(-1) };
  const single = read.years.length === 1 ? read.years[0] : undefined;
  const [before] = carried.before;
  if (comparesBack(frame, carried) && single !== undefined && before !== undefined && before !== single)
    return { ...read, years: [before, single].sort((a, b) => a - b) };
  if (plan.kind === 'comparison' && plan.change && single !== undefined && scope.agencies.length < 2)
    return { ...read, years: held.has(single - 1) ? [single - 1, single] : [single] };
  if (single !== undefined && setsAgainst(frame.sentence) && scope.agencies.length < 2) {
    const [newest] = newestOfMost(held);
    if (newest !== undefined && newest > single) return { ...read, years: [single, newest] };
  }
  const beside = frame.years.some((y) => y.kind === 'before') && carried.years.length > 0;
  return beside ? { ...read, from: 'question' } : read;
}

/**
 * A question that is whole by itself, or is of no figure, takes a year of the talk only where the one it names has it:
 * 洪泽区政府的电话 after 2024 is no question for 2024.
 */
function yearsOfTalk(
  frame: Frame,
  plan: Plan,
  scope: Scope,
  { years }: Carried,
  held: ReadonlyMap<number, number>,
): number[] {
  const own = scope.from === 'question' || scope.filter.region !== undefined;
  const whole = frame.metrics.spans.length > 0 || !needFigure.has(plan.kind);
  return own && whole && years.every((year) => !held.has(year)) ? [] : years;
}

const needFigure: ReadonlySet<Plan['kind']> = new Set([
  'value',
  'comparison',
  'ranking',
  'aggregate',
  'trend',
]);

/** 比2023年多了多少: the year named is the one that is compared with. */
function setsAgainst({ spans, text }: Sentence): boolean {
  const year = spans.find((span) => sense(span, 'year')?.year.kind === 'years');
  const years = spans.filter((span) => sense(span, 'year'));
  return year !== undefined && years.length === 1 && against.test(text.slice(0, year.start));
}

const against = /(?:比|较|相比于|compared (?:with|to)|against|than in|than)\s*(?:the )?$/;

/** 和2023年相比呢, 比2023年多吗: against the year talked about before. */
function comparesBack(frame: Frame, { agencies, before }: Carried): boolean {
  return frame.has('compare') && frame.years.length === 1 && before.length === 1 && agencies.length === 1;
}

/** All years held, unless several or a stretch of them are named, now or in the talk. */
function trendYears(
  words: readonly YearWord[],
  held: ReadonlyMap<number, number>,
  carried: Carried,
  thisYear: number,
): YearsRead {
  const named = words.flatMap((word) => (word.kind === 'years' ? word.years : []));
  if (named.length > 1 || words.some((word) => word.kind === 'last' || word.kind === 'since'))
    return resolveYears(words, held, [], thisYear);
  if (words.length === 0 && carried.years.length > 1) return resolveYears([], held, carried.years, thisYear);
  const all = resolveYears([{ kind: 'all' }], held, [], thisYear);
  return { ...all, from: words.length > 0 ? 'question' : 'default' };
}

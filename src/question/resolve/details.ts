import { catalogue } from '../../catalogue/catalogue.ts';
import type { Condition, Filter, Measure, Query } from '../../model/query.ts';
import type { Carried } from '../decide/carry.ts';
import { asksReasons, type Plan, unexplained } from '../decide/clues.ts';
import type { Frame } from '../read/frame.ts';
import type { Wanted } from '../read/metrics.ts';
import { anyIntent, type Sentence } from '../read/sentence.ts';
import { republican } from '../recognise/years.ts';
import { sense, type YearWord } from '../span.ts';
import type { Setting } from '../understanding.ts';
import { breakdown, resolveReadings } from './readings.ts';
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
  const isSet = plan.kind === 'list' || plan.grouped || (plan.kind === 'passages' && words.length === 0);
  if (isSet && words.length === 0 && frame.metrics.wanted.length === 0)
    return { years: carried.years, from: carried.years.length > 0 ? 'context' : 'default' };
  const read = resolveYears(words, held, carried.years, thisYear);
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

export function readingsFor(
  frame: Frame,
  plan: Plan,
  scope: Scope,
  years: readonly number[],
  { library }: Setting,
): string[] {
  let { wanted } = frame.metrics;
  if (asksReasons(frame) && plan.kind !== 'ranking') {
    const applicants = /申请人|人/.test(frame.sentence.text.replace(/自然人|人民/g, ''));
    const parts = breakdown(wanted, applicants && !/原因|理由|情形/.test(frame.sentence.text));
    // 不予处理数量及其构成: the whole before its parts.
    const whole = plan.kind === 'value' && wholeToo.test(frame.sentence.text) ? wanted.slice(0, 1) : [];
    wanted = [...whole, ...parts];
  }
  if (wanted.length === 0 && plan.kind === 'trend') wanted = [['applications.newReceived.total']];
  const readings = resolveReadings(wanted, library, scope.agencies, years);
  return plan.kind === 'ranking' ? readings.slice(0, 1) : readings;
}

const wholeToo =
  /(?:数量|件数|总数|总量|几件|多少件?|合计)[，,、]?(?:及|和|与|以及|还有|并)?其?(?:具体|各自|中的?|内部)?的?(?:构成|组成|明细|分布|分项|结构)/;

export function filterFor(
  frame: Frame,
  plan: Plan,
  scope: Scope,
  years: readonly number[],
  { library }: Setting,
): Filter {
  const resolved = (wanted: readonly Wanted[]) => resolveReadings(wanted, library, scope.agencies, years);
  const conditions: Condition[] = frame.conditions.flatMap(({ wanted, yuan, ...bound }) =>
    resolved([wanted]).map((reading) => ({ reading, ...bound, value: inUnit(reading, bound.value, yuan) })),
  );
  // 申请超过50件并且有诉讼的: what is named without a bound must at least be there.
  const said = new Set(conditions.map(({ reading }) => reading));
  if (plan.kind === 'list' || plan.aggregate === 'count')
    for (const reading of onePerItem(resolved(unbounded(frame))))
      if (!said.has(reading)) conditions.push({ reading, operator: '>', value: 0 });
  const { except } = frame;
  return {
    ...scope.filter,
    ...(except.agencies.length > 0 && scope.agencies.length === 0 ? { except: except.agencies } : {}),
    ...(conditions.length > 0 ? { conditions } : {}),
    ...(conditions.length > 1 && frame.anyOf === true ? { any: true } : {}),
  };
}

/** 超过10万元 of a reading that is printed in 万元 is more than 10. */
function inUnit(reading: string, value: number, yuan = false): number {
  return yuan && catalogue().describe(reading)?.unit === '万元' ? value / 10_000 : value;
}

/** Figures named beside conditions and not asked for themselves (…的单位有哪些，各处罚多少). */
function unbounded(frame: Frame): readonly Wanted[] {
  const { wanted } = frame.metrics;
  if (frame.conditions.length === 0) return wanted;
  if (frame.has('each', 'howMany') && /多少|几[件个条起次]|分别|各/.test(frame.sentence.text)) return [];
  return wanted.filter((ids) => !frame.conditions.some((known) => known.wanted.join() === ids.join()));
}

/** 有规范性文件的单位: of an item asked for without a column its first one tells. */
export function onePerItem(readings: readonly string[]): string[] {
  const items = new Map<string, string>();
  for (const id of readings) {
    const item = id.startsWith('disclosure.') ? id.slice(0, id.lastIndexOf('.')) : id;
    if (!items.has(item)) items.set(item, id);
  }
  return [...items.values()];
}

export function measureFor(frame: Frame, plan: Plan, kind: Query['kind']): Measure {
  if (frame.share && kind !== 'list') return { kind: 'share', of: frame.share.of };
  return plan.change && (kind === 'value' || kind === 'ranking') ? { kind: 'change' } : { kind: 'plain' };
}

/** 环保处罚, 停车收费: another matter directly before a row narrows it to what the table does not tell. */
function qualifiers(frame: Frame): string[] {
  const { spans } = frame.sentence;
  return spans.flatMap((span, i) => {
    const next = spans[i + 1];
    const narrows = next?.start === span.end && sense(next, 'row') && !sense(span, 'row');
    const matter = span.senses.some((s) => s.role === 'topic' || s.role === 'offTopic');
    return narrows && matter && !anyIntent(span, 'passages') ? [span.text] : [];
  });
}

/** 行政许可被撤销几件: a word that is wrong elsewhere, and here narrows what no table narrows. */
function outOfPlace(frame: Frame): string[] {
  if (frame.premise) return [];
  return frame.sentence
    .of('premise')
    .flatMap(({ span }) => (span.senses.every((s) => s.role === 'premise') ? [span.text] : []));
}

const turning = /^(?![多少高低大小单办收不一二三四五六七八九十两几])\p{Script=Han}$/u;

/** 113年: how it was counted is said. */
export function yearsConverted(frame: Frame): { correction?: string } {
  const said = frame.sentence.of('year').flatMap(({ span, sense: s }) => {
    const [match] = [...span.text.matchAll(republican)];
    const [year] = s.year.kind === 'years' ? s.year.years : [];
    return match && year !== undefined ? [`“${match[0]}”按民国纪年换算为${year}年。`] : [];
  });
  return said.length > 0 ? { correction: said.join('') } : {};
}

/** A figure is given although a word was not understood: said before the answer. */
export function notedRest(frame: Frame, kind: Query['kind']): { correction?: string } {
  // For a figure told by weak words alone, even one strange character may turn the sense: 申请被…了几件.
  const strange =
    frame.metrics.weak && kind === 'value'
      ? frame.sentence.rest.filter((t) => turning.test(t) && !/[省市县区镇乡我]/.test(t))
      : [];
  const rest = [
    ...new Set([...unexplained(frame), ...strange, ...qualifiers(frame), ...outOfPlace(frame)]),
  ].join('、');
  if (rest === '' || !['value', 'comparison', 'ranking', 'aggregate', 'trend'].includes(kind)) return {};
  if (frame.sentence.language === 'en')
    return { correction: `The tables have no “${rest}”; the figures below are not narrowed to it.` };
  return { correction: `问题里的“${rest}”在年报表格里没有对应的项目，以下数字没有按它区分。` };
}

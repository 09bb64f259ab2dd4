import { catalogue } from '../../catalogue/catalogue.ts';
import type { Condition, Filter, Measure, Query } from '../../model/query.ts';
import { asksReasons, type Plan } from '../decide/clues.ts';
import type { Frame } from '../read/frame.ts';
import type { Wanted } from '../read/metrics.ts';
import type { Setting } from '../understanding.ts';
import { breakdown, resolveReadings } from './readings.ts';
import type { Scope } from './scope.ts';

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

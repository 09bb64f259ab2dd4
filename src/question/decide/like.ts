import type { Query } from '../../model/query.ts';
import type { Frame } from '../read/frame.ts';
import { type Carried, isSingle } from './carry.ts';
import { hasUsableFigure, type Plan } from './clues.ts';
import { planQuestion } from './plan.ts';

/** The kind follows the last question, unless the new words change it: 占比多少, 谁最多, 历年呢. */
export function planLike(frame: Frame, query: Query, carried: Carried): Plan {
  const own = planQuestion(asIfNamed(frame, carried));
  const why = '接着前面的问题。';
  // Its own words ask for what no table has: the kind of the question before makes no figure of it.
  if (own.kind === 'not-held' && hasUsableFigure(frame)) return own;
  const changed =
    frame.has(
      'most',
      'least',
      'rank',
      'position',
      'trend',
      'mean',
      'median',
      'sum',
      'differ',
      'change',
      'compare',
      'why',
      'breakdown',
      'whichYear',
    ) ||
    frame.order ||
    frame.counts;
  const drawn = frame.has('chart') ? drawnAs(query) : undefined;
  if (drawn) return { ...drawn, why };
  const single = isSingle(frame, query);
  const twoYears = frame.years.some(
    (y) => (y.kind === 'years' && y.years.length > 1) || y.kind === 'last' || y.kind === 'all',
  );
  if (query.kind === 'ranking' && single && !changed && query.order)
    return { kind: 'ranking', asGroup: false, position: true, order: query.order, why };
  if (query.kind === 'ranking' && !changed && query.order)
    return {
      kind: 'ranking',
      asGroup: true,
      order: query.order,
      ...(query.order.positionOf ? { position: true } : {}),
      why,
    };
  if (own.position && own.order && query.order && !frame.has('most', 'least'))
    return { ...own, order: { ...own.order, direction: query.order.direction } };
  const which = frame.has('list', 'everyone') && !frame.has('sum', 'howMany');
  if (frame.conditions.length > 0 && frame.bounds.length > 0 && !single)
    return frame.counts
      ? { kind: 'aggregate', aggregate: 'count', asGroup: true, why }
      : { kind: 'list', asGroup: true, why };
  if (frame.has('list') && which && query.kind === 'value' && !changed)
    return { kind: 'list', asGroup: true, why };
  const overGroup = own.kind === 'list' && frame.group && frame.conditions.length === 0;
  const others = /其[他它余]|别[的家]|另外/.test(frame.sentence.text);
  const rate = query.readings.some((id) => id.startsWith('rates.')) || query.measure.kind !== 'plain';
  if (overGroup && (others || rate) && ['value', 'comparison'].includes(query.kind) && !changed)
    return { kind: 'ranking', asGroup: true, order: { direction: 'most', limit: 50 }, why };
  if (overGroup && ['value', 'comparison'].includes(query.kind) && !changed)
    return { kind: 'aggregate', aggregate: 'sum', asGroup: true, why };
  if (changed || twoYears) return own;
  if (query.kind === 'aggregate' && !single && query.aggregate)
    return { kind: 'aggregate', aggregate: query.aggregate, asGroup: true, why };
  if (query.kind === 'trend' && frame.years.length === 0) return { kind: 'trend', asGroup: frame.group, why };
  if (query.kind === 'list' && !single)
    return { kind: 'list', asGroup: true, ...(query.missing ? { missing: true } : {}), why };
  if (query.kind === 'comparison' && query.readings.length === 0 && query.years.length > 1)
    return { kind: 'comparison', asGroup: false, change: true, why };
  const textual = ['problems', 'improvements', 'summary', 'audit', 'contact', 'passages', 'list'];
  if (textual.includes(query.kind))
    return {
      kind: query.kind,
      asGroup: frame.group || (query.agencies.length === 0 && !single),
      ...(query.grouped && !single ? { grouped: true } : {}),
      ...(query.sections ? { sections: query.sections } : {}),
      why,
    };
  return { ...own, ...(query.measure.kind === 'change' ? { change: true } : {}) };
}

/** 画个图: what has no picture is drawn over the years, or agency by agency. */
function drawnAs({ kind, agencies }: Query): Omit<Plan, 'why'> | undefined {
  if (kind === 'aggregate')
    return { kind: 'ranking', asGroup: true, order: { direction: 'most', limit: 50 } };
  const overYears = kind === 'value' || (kind === 'comparison' && agencies.length < 2);
  return overYears ? { kind: 'trend', asGroup: false } : undefined;
}

/** For the rules, agencies of the talk count like named ones. */
export function asIfNamed(frame: Frame, carried: Carried): Frame {
  if (carried.agencies.length === 0) return frame;
  const span = { start: 0, end: 0, text: '', senses: [] };
  const slots = carried.agencies.map((id) => ({ span, ids: [id] }));
  return { ...frame, named: { ...frame.named, agencies: [...slots, ...frame.named.agencies] } };
}

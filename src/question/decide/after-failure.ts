import type { Query } from '../../model/query.ts';
import { type Frame, namesSomebody } from '../read/frame.ts';
import { type Carried, isSingle } from './carry.ts';
import { hasUsableFigure, type Plan } from './clues.ts';

const nothing: Carried = { agencies: [], filter: {}, years: [], before: [] };

/** A matter that no report has was asked for: neither a name nor a year was what was lacking. */
const lackedMatter = ({ kind, wanted }: Query) =>
  kind === 'not-held' && wanted?.agency === undefined && wanted?.year === undefined;

/** 2025年呢, 自然资源局的呢 after 罚款总额, which no table has: still of that, and still not held. */
export function stillLacking(
  frame: Frame,
  query: Query,
): { frame: Frame; plan: Plan; carried: Carried } | undefined {
  const what = query.wanted?.what;
  const named = namesSomebody(frame);
  if (!lackedMatter(query) || !what || (!named && frame.years.length === 0)) return undefined;
  if (!frame.has('following') || frame.group || frame.theme || frame.topic !== 'none') return undefined;
  const own = frame.metrics.spans.length > 0 || hasUsableFigure(frame);
  if (own || frame.has('summary', 'report', 'problems', 'improvements', 'contact', 'audit', 'doubt', 'place'))
    return undefined;
  if (frame.has('list', 'most', 'least', 'rank', 'sum', 'why')) return undefined;
  const agencies = named ? [] : query.agencies;
  const years = frame.years.length > 0 ? [] : query.years;
  return {
    frame: { ...frame, text: what },
    plan: { kind: 'not-held', asGroup: false, why: '接着问的还是年报里没有的事。' },
    carried: { ...nothing, agencies, years },
  };
}

/** 其中企业几件 after a question that got no answer and named nobody: the sum of all is not what was meant. */
export function sumsInstead(frame: Frame, query: Query, plan: Plan, carried: Carried): boolean {
  const failed = lackedMatter(query) || query.kind === 'not-understood';
  const ofNobody = query.agencies.length === 0 && carried.agencies.length === 0 && !namesSomebody(frame);
  const meantAll = frame.group || frame.has('sum', 'everyone', 'each') || isSingle(frame, query);
  return failed && ofNobody && !meantAll && plan.kind === 'aggregate' && frame.has('following');
}

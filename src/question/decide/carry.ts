import type { Filter, Query } from '../../model/query.ts';
import { type Frame, namesSomebody } from '../read/frame.ts';
import { numeralValue } from '../recognise/numerals.ts';
import type { TalkContext } from '../understanding.ts';
import { hasUsableFigure, type Plan } from './clues.ts';

/** What a talk adds to a question that leaves things out. */
export interface Carried {
  agencies: string[];
  filter: Filter;
  years: number[];
  /** The years of the question before, also where this one names its own: 和2023年相比呢. */
  before: number[];
}

/** Agencies, filter and years that the question takes from the talk. */
export function carriedFrom(frame: Frame, context: TalkContext, own: Plan, continues: boolean): Carried {
  const { query } = context;
  const both = pairTalkedOf(frame, context);
  const group =
    (frame.group && both.length === 0) ||
    own.kind === 'help' ||
    (['list', 'audit'].includes(own.kind) && own.asGroup && !continues);
  const named = namesSomebody(frame);
  const slots = frame.named.agencies.length + frame.named.regions.length;
  const adds = named && frame.has('compare') && continues && slots === 1;
  const agencies = both.length > 0 ? both : (!named && !group) || adds ? agenciesOf(query) : [];
  const overAll = query.agencies.length === 0 && (!named || !isSingle(frame, query));
  const filter = continues && overAll ? filterOf(query, frame) : {};
  const ownYears = frame.years.some((year) => year.kind !== 'before');
  const fixed = query.yearsFrom !== 'default' || agencies.length > 0;
  // 教育局收到多少申请 asks for itself: neither a year that nobody has nor a stretch of years stays with it.
  const whole = hasUsableFigure(frame) && (named || frame.group) && !continues;
  const before = continues || (hasUsableFigure(frame) && !whole) ? yearsAsked(query) : query.years;
  const stretch = query.kind === 'trend' || (query.kind === 'aggregate' && query.years.length > 1 && whole);
  const years = ownYears || !fixed || (stretch && !continues) ? [] : before;
  return { agencies, filter, years, before };
}

const several = /(?:这)?([两二三四五2-5])(?:家|个|者)|它们|他们|这几家|这几个/;

/** 两个比一下, 谁更多, 这三家谁最高: the agencies talked of last. */
function pairTalkedOf(frame: Frame, { query, recent }: TalkContext): string[] {
  if (namesSomebody(frame) || frame.kinds.length > 0) return [];
  const { text } = frame.sentence;
  if (frame.years.length > 0 && !/[两二三四五2-5]家|它们/.test(text)) return [];
  if (query.agencies.length > 1 && /谁|哪个|哪家/.test(text) && !/单位|部门/.test(text))
    return query.agencies;
  const named = several.exec(text);
  if (query.agencies.length !== 1 || recent.length < 2 || /单位|上年|去年|上一年/.test(text)) return [];
  const joined = named && frame.has('most', 'least', 'sum', 'mean', 'each', 'differ');
  if (!frame.has('compare') && !joined) return [];
  if (/[吗么]/.test(text) && !named) return [];
  return recent.slice(-(numeralValue(named?.[1] ?? '') ?? 2));
}

/** Whether the names in a follow-up stand for single agencies; after a question over a group regions narrow it. */
export function isSingle(frame: Frame, query: Query): boolean {
  const { agencies, regions, strangers } = frame.named;
  if (frame.group) return false;
  if (agencies.length + strangers.length > 0) return true;
  if (query.kind === 'list' || query.grouped) return false;
  return regions.some((slot) => slot.government);
}

/** The one a ranking was asked for counts as its agency. */
function agenciesOf(query: Query): string[] {
  const position = query.order?.positionOf;
  return query.agencies.length > 0 ? query.agencies : position ? [position] : [];
}

function filterOf(query: Query, frame: Frame): Query['filter'] {
  const { region, kinds, except } = query.filter;
  return {
    ...(except ? { except } : {}),
    ...(region && frame.named.regions.length === 0 ? { region } : {}),
    ...(kinds && frame.kinds.length === 0 ? { kinds } : {}),
  };
}

/** A year that is not held was asked for all the same. */
function yearsAsked({ years, wanted }: Query): number[] {
  return wanted?.year === undefined ? years : [wanted.year];
}

import { catalogue, plainLabel } from '../../catalogue/catalogue.ts';
import type { Query } from '../../model/query.ts';
import { type Frame, namesSomebody } from '../read/frame.ts';
import { isKnown, wholeOf } from '../read/measure.ts';
import type { Wanted } from '../read/metrics.ts';
import type { Carried } from '../resolve/build.ts';
import type { TalkContext } from '../understanding.ts';
import { hasUsableFigure, type Plan, unexplained } from './clues.ts';
import { planQuestion } from './plan.ts';

export interface FollowUp {
  frame: Frame;
  plan: Plan;
  carried: Carried;
  notes: string[];
}

const nothing: Carried = { agencies: [], filter: {}, years: [] };

/** Fills a question up from the talk before; a question that is whole by itself stays as it is. */
export function followUp(frame: Frame, context: TalkContext | undefined): FollowUp {
  if (!context) return { frame, plan: planQuestion(frame), carried: nothing, notes: [] };
  const { query } = context;
  const completed = completeFigure(frame, query);
  const own = planQuestion(completed);
  if (['help', 'not-understood'].includes(own.kind) && !canContinue(completed))
    return { frame, plan: own, carried: nothing, notes: [] };
  const elliptic = isElliptic(completed, own, query);
  const continues = elliptic || swapsFigure(completed, query);
  const filled = elliptic ? withFigure(completed, query) : withShareOf(completed, query);
  const carried = carriedFrom(filled, context, own, continues);
  const known = asIfNamed(filled, carried);
  const plan = continues ? planLike(filled, query, carried) : planQuestion(known);
  return { frame: withWhy(known, plan, query), plan, carried, notes: notesOn(frame, carried, elliptic) };
}

function notesOn(frame: Frame, carried: Carried, elliptic: boolean): string[] {
  return [
    ...(carried.agencies.length > 0 ? ['单位取自前文。'] : []),
    ...(carried.years.length > 0 && frame.years.length === 0 ? ['年份取自前文。'] : []),
    ...(elliptic ? ['问的事项取自前文。'] : []),
  ];
}

/** 行政处罚呢 after a trend or a ranking: the same question about another figure. */
function swapsFigure(frame: Frame, query: Query): boolean {
  if (!hasUsableFigure(frame) || namesSomebody(frame) || frame.group || frame.order) return false;
  if (!['value', 'trend', 'ranking', 'aggregate', 'comparison'].includes(query.kind)) return false;
  return !(frame.has('howMany') && query.kind === 'ranking');
}

/** Nothing in it is foreign to the talk: only a year, a name, a column, 占比, 呢 … */
function canContinue(frame: Frame): boolean {
  if (frame.sentence.of('offTopic').length > 0 || unexplained(frame).length > 0) return false;
  return (
    frame.years.length > 0 ||
    namesSomebody(frame) ||
    frame.group ||
    frame.has(
      'whichYear',
      'summary',
      'share',
      'change',
      'most',
      'least',
      'trend',
      'compare',
      'differ',
      'sum',
      'mean',
      'position',
      'breakdown',
      'why',
      'howMany',
      'rank',
    )
  );
}

/** It names no figure and no matter of its own. */
function isElliptic(frame: Frame, own: Plan, query: Query): boolean {
  if (hasUsableFigure(frame) || unexplained(frame).length > 0) return false;
  if (frame.has('most', 'least', 'rank', 'position')) return query.readings.length > 0;
  if (['summary', 'comparison', 'trend', 'not-understood'].includes(own.kind))
    return !frame.has('summary') || frame.has('following');
  if (own.kind !== 'list' || frame.has('report')) return false;
  return !frame.has('list') || (!namesSomebody(frame) && ['list', 'aggregate'].includes(query.kind));
}

/** 自然人呢 after a row, 纠正呢 after a block, 废止呢 after an item; a row alone keeps the applicant asked before. */
function completeFigure(frame: Frame, query: Query): Frame {
  const { loose, wanted } = frame.metrics;
  const rows = query.readings.map((id) => id.split('.'));
  const rowOf = (table: string) =>
    rows
      .find((parts) => parts[0] === table)
      ?.slice(0, -1)
      .join('.');
  const replace = (next: Wanted[]): Frame => ({
    ...frame,
    metrics: { ...frame.metrics, wanted: next, doubtful: [], weak: false },
  });
  const row = rowOf('applications');
  if (loose.applicants.length > 0 && row) return replace(loose.applicants.map((key) => [`${row}.${key}`]));
  const block = rowOf('reviews');
  if (loose.result && block) return replace([[`${block}.${loose.result}`]]);
  const item = rowOf('disclosure');
  const ids = item && loose.documents ? loose.documents.map((key) => `${item}.${key}`).filter(isKnown) : [];
  if (ids.length > 0) return replace([ids]);
  const column = rows.length === 1 && row ? rows[0]?.at(-1) : undefined;
  const keeps =
    column && column !== 'total' && frame.has('following') && !frame.metrics.weak && !namesSomebody(frame);
  if (!keeps || wanted.some((ids) => !/^applications\..*\.total$/.test(ids[0] ?? ''))) return frame;
  return wanted.length > 0
    ? replace(wanted.map((ids) => ids.map((id) => id.replace(/total$/, column))))
    : frame;
}

/** 维持率呢, 占不予公开的比例: the share is of what was completed, or of what was asked before. */
function withShareOf(frame: Frame, query: Query): Frame {
  if (!frame.has('share', 'of')) return frame;
  const [whole] = frame.metrics.wanted[0] ?? [];
  const parts = query.readings.map((id): Wanted => [id]);
  const isWhole = frame.has('of') && /^(?:那|它|又)?占/.test(frame.sentence.text) && parts.length > 0;
  if (whole && isWhole && !query.readings.includes(whole))
    return { ...frame, metrics: { ...frame.metrics, wanted: parts }, share: { wanted: parts, of: whole } };
  const of = frame.share || !whole ? undefined : wholeOf(whole);
  return of && of !== whole ? { ...frame, share: { wanted: frame.metrics.wanted, of } } : frame;
}

function withFigure(frame: Frame, query: Query): Frame {
  const main = query.readings.filter(
    (id) =>
      !/^reviews\.(?:direct|litigationAfter)/.test(id) ||
      !query.readings.some((r) => r.startsWith('reviews.litigation.')),
  );
  const wanted: Wanted[] = main.map((id) => [id]);
  const first = main[0];
  const asks = frame.has('share', 'of');
  const of = asks && first ? wholeOf(first) : query.measure.kind === 'share' ? query.measure.of : undefined;
  const conditions =
    frame.conditions.length > 0
      ? frame.conditions
      : (query.filter.conditions ?? []).flatMap(({ reading, operator, value }) =>
          operator === 'blank' ? [] : [{ wanted: [reading], operator, value }],
        );
  return {
    ...frame,
    metrics: { ...frame.metrics, wanted, doubtful: [], weak: false },
    conditions,
    text: frame.topic !== 'none' || frame.theme ? frame.text : (query.text ?? frame.text),
    ...(of ? { share: { wanted, of } } : {}),
  };
}

function carriedFrom(frame: Frame, context: TalkContext, own: Plan, continues: boolean): Carried {
  const { query } = context;
  const both = pairTalkedOf(frame, context);
  const group =
    (frame.group && both.length === 0) || own.kind === 'help' || (own.kind === 'list' && !continues);
  const named = namesSomebody(frame);
  const slots = frame.named.agencies.length + frame.named.regions.length;
  const adds = named && frame.has('compare') && continues && slots === 1;
  const agencies = both.length > 0 ? both : (!named && !group) || adds ? agenciesOf(query) : [];
  const overAll = query.agencies.length === 0 && (!named || !isSingle(frame, query));
  const filter = continues && overAll ? filterOf(query, frame) : {};
  const ownYears = frame.years.some((year) => year.kind !== 'before');
  const fixed = query.yearsFrom !== 'default' || agencies.length > 0;
  const years = ownYears || !fixed || (query.kind === 'trend' && !continues) ? [] : query.years;
  return { agencies, filter, years };
}

/** 两个比一下, 谁更多: the two agencies talked of last. */
function pairTalkedOf(frame: Frame, { query, recent }: TalkContext): string[] {
  if (!frame.has('compare') || namesSomebody(frame) || frame.kinds.length > 0 || frame.years.length > 0)
    return [];
  if (query.agencies.length !== 1 || recent.length < 2 || /单位|上年|去年|上一年/.test(frame.sentence.text))
    return [];
  return recent.slice(-2);
}

/** Whether the names in a follow-up stand for single agencies; after a question over a group regions narrow it. */
function isSingle(frame: Frame, query: Query): boolean {
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
  const { region, kinds } = query.filter;
  return {
    ...(region && frame.named.regions.length === 0 ? { region } : {}),
    ...(kinds && frame.kinds.length === 0 ? { kinds } : {}),
  };
}

/** The kind follows the last question, unless the new words change it: 占比多少, 谁最多, 历年呢. */
function planLike(frame: Frame, query: Query, carried: Carried): Plan {
  const own = planQuestion(asIfNamed(frame, carried));
  const why = '接着前面的问题。';
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
  if (changed || twoYears) return own;
  if (query.kind === 'aggregate' && !single && query.aggregate)
    return { kind: 'aggregate', aggregate: query.aggregate, asGroup: true, why };
  if (query.kind === 'trend' && frame.years.length === 0) return { kind: 'trend', asGroup: frame.group, why };
  if (query.kind === 'list' && !single)
    return { kind: 'list', asGroup: true, ...(query.missing ? { missing: true } : {}), why };
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

/** For the rules, agencies of the talk count like named ones. */
function asIfNamed(frame: Frame, carried: Carried): Frame {
  if (carried.agencies.length === 0) return frame;
  const span = { start: 0, end: 0, text: '', senses: [] };
  const slots = carried.agencies.map((id) => ({ span, ids: [id] }));
  return { ...frame, named: { ...frame.named, agencies: [...slots, ...frame.named.agencies] } };
}

/** 为什么: the words to look for are those of the figure asked before. */
function withWhy(frame: Frame, plan: Plan, query: Query): Frame {
  if (plan.kind !== 'passages' || !frame.has('why') || frame.text !== '') return frame;
  const labels = query.readings.map((id) =>
    plainLabel(catalogue().describe(id)?.label ?? '').replace(/合计$/, ''),
  );
  return { ...frame, text: labels.join(' ') || (query.text ?? '') };
}

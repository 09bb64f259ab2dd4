import { catalogue, plainLabel } from '../../catalogue/catalogue.ts';
import type { Query } from '../../model/query.ts';
import { type Frame, namesSomebody } from '../read/frame.ts';
import type { TalkContext } from '../understanding.ts';
import { stillLacking, sumsInstead } from './after-failure.ts';
import { asWhy, goingOn } from './aside.ts';
import { leavingOutBound } from './bounds.ts';
import { type Carried, carriedFrom } from './carry.ts';
import { type Plan, yearCount } from './clues.ts';
import { canContinue, isElliptic, swapsFigure } from './elliptic.ts';
import { completeFigure, withFigure, withShareOf } from './fill.ts';
import { leavingOut, ofEverybody, ofOthers } from './leave-out.ts';
import { asIfNamed, planLike } from './like.ts';
import { furtherOf } from './more.ts';
import { asOutcome } from './outcome.ts';
import { planQuestion } from './plan.ts';

export interface FollowUp {
  frame: Frame;
  plan: Plan;
  carried: Carried;
  /** The figure or the words looked for are those of the talk. */
  sameMatter?: boolean;
  notes: string[];
}

const doubtful: Plan = {
  kind: 'not-understood',
  asGroup: false,
  why: '没有说明问的是哪些数，或什么的原因。',
};
const nothing: Carried = { agencies: [], filter: {}, years: [], before: [] };

/** Fills a question up from the talk before; a question that is whole by itself stays as it is. */
export function followUp(said: Frame, talk: TalkContext | undefined): FollowUp {
  if (!talk) return { frame: said, plan: planQuestion(said), carried: nothing, notes: [] };
  const asked = asOutcome(ofOthers(ofEverybody(asWhy(said, talk.query), talk.query), talk.query), talk.query);
  const { frame, context } = leavingOut(asked, goingOn(said, talk));
  const { query } = context;
  const further = furtherOf(frame, context);
  if (further)
    return { ...further, carried: { ...nothing, ...further.carried }, notes: ['接着前面的问题。'] };
  const lacking = stillLacking(frame, query);
  if (lacking) return { ...lacking, notes: ['接着前面的问题。'] };
  const completed = partOfAll(completeFigure(withLooseBounds(asAsked(frame, query), query), query), query);
  const own = planQuestion(completed);
  if (['help', 'not-understood'].includes(own.kind) && !canContinue(completed))
    return { frame, plan: own, carried: nothing, notes: [] };
  const elliptic = isElliptic(completed, own, query);
  const continues = elliptic || swapsFigure(completed, query);
  const filled = elliptic ? withFigure(completed, query) : withShareOf(completed, query);
  const carried = carriedFrom(filled, context, own, continues);
  const known = asIfNamed(filled, carried);
  const plan = continues ? planLike(filled, query, carried) : planQuestion(known);
  const notes = notesOn(frame, carried, elliptic);
  const told = withWhy(known, plan, query);
  const baseless = plan.kind === 'passages' && told.has('why') && told.text === '';
  if (baseless || addsFigures(frame, query, carried) || sumsInstead(frame, query, plan, carried))
    return { frame, plan: doubtful, carried: nothing, notes: [] };
  return { frame: told, plan, carried, sameMatter: elliptic, notes };
}

/** 申请呢 after a summary: beside 呢 even a weak word asks for its figure. */
function asAsked(frame: Frame, query: Query): Frame {
  const isShort = frame.sentence.spans.length <= 4 && frame.has('following') && frame.topic === 'none';
  if (!isShort || !frame.metrics.weak || query.agencies.length === 0) return frame;
  return { ...frame, metrics: { ...frame.metrics, weak: false } };
}

/** 教育局占多少 after a sum over all or a ranking of all: its part of that sum. */
function partOfAll(frame: Frame, query: Query): Frame {
  const single = frame.named.agencies.length + frame.named.regions.length === 1;
  const rate = query.readings.some((id) => id.startsWith('rates.')) || query.measure.kind !== 'plain';
  const overAll =
    query.aggregate === 'sum' || (query.kind === 'ranking' && !query.order?.positionOf && !rate);
  const summed = overAll && query.agencies.length === 0;
  if ((!summed && !query.ofAll) || !single || !frame.has('share', 'of') || frame.metrics.wanted.length > 0)
    return frame;
  const { share: _, ...rest } = frame;
  const wanted = query.readings.slice(0, 1).map((id) => [id]);
  const { region } = query.filter;
  const whole = region ? { whole: wholeOfRegion[region.level] } : {};
  const metrics = { ...frame.metrics, wanted, doubtful: [], weak: false };
  return { ...rest, ...whole, ofAll: true, group: false, metrics };
}

const wholeOfRegion = { province: '全省', city: '全市', county: '全县', town: '全镇' };

/** 超过30件的有哪些: the bound is on the figure talked of. */
function withLooseBounds(frame: Frame, query: Query): Frame {
  const stricter = leavingOutBound(frame, query);
  if (stricter) return stricter;
  const [reading] = query.readings;
  if (frame.conditions.length > 0 || reading === undefined || frame.bounds.length === 0) return frame;
  const conditions = frame.bounds.map((bound) => ({ ...bound, wanted: [reading] }));
  return { ...frame, conditions, group: true };
}

function notesOn(frame: Frame, carried: Carried, elliptic: boolean): string[] {
  return [
    ...(carried.agencies.length > 0 ? ['单位取自前文。'] : []),
    ...(carried.years.length > 0 && frame.years.length === 0 ? ['年份取自前文。'] : []),
    ...(elliptic ? ['问的事项取自前文。'] : []),
  ];
}

/** 为什么: the words to look for are those of the figure asked before. */
function withWhy(frame: Frame, plan: Plan, query: Query): Frame {
  if (plan.kind !== 'passages' || !frame.has('why')) return frame;
  const ownMatter = frame.topic !== 'none' || frame.theme || frame.text.replace(/\s/g, '').length > 1;
  if (ownMatter) return frame;
  // 行政诉讼 stands for its two kinds.
  const main = query.readings.filter((id) => !/^reviews\.(?:direct|litigationAfter)/.test(id));
  const labels = (main.length > 0 ? main : query.readings).map((id) =>
    plainLabel(catalogue().describe(id)?.label ?? '').replace(/[合总]计$/, ''),
  );
  const { wanted } = frame.metrics;
  const metrics = { ...frame.metrics, wanted: wanted.length > 0 ? wanted : query.readings.map((id) => [id]) };
  return { ...frame, metrics, text: labels.join(' ') || (query.text ?? '') };
}

/** 两个加起来呢 after two figures of one agency: which they are nobody said. */
function addsFigures(frame: Frame, query: Query, { agencies }: Carried): boolean {
  const single = query.kind === 'value' && agencies.length === 1 && !namesSomebody(frame);
  return (
    single && frame.has('sum') && /[两俩三几][个项者]|二者/.test(frame.sentence.text) && yearCount(frame) < 2
  );
}

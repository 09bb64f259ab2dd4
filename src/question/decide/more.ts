import type { Query } from '../../model/query.ts';
import type { Frame } from '../read/frame.ts';
import type { TalkContext } from '../understanding.ts';
import { contentsOf } from './aside.ts';
import type { Carried } from './carry.ts';
import { hasUsableFigure, type Plan, unexplained } from './clues.ts';
import { ofFigureTalked } from './of-figure.ts';

export interface Further {
  frame: Frame;
  plan: Plan;
  carried: Partial<Carried>;
}

/** 其中有败诉的呢, 还有吗: what goes on from the list that was shown. */
export function furtherOf(frame: Frame, context: TalkContext): Further | undefined {
  return (
    narrowed(frame, context.query) ?? contentsOf(frame, context.query) ?? ofFigureTalked(frame, context.query)
  );
}

const within = /其中|这些|里面|里头|当中|这里|of (?:them|these)/;

/** 其中有败诉的: the conditions of the list before, and one more. */
function narrowed(frame: Frame, query: Query): Further | undefined {
  const before = query.filter.conditions ?? [];
  const isSet = query.kind === 'list' || (query.kind === 'aggregate' && query.aggregate === 'count');
  if (!isSet || before.length === 0 || query.filter.any || !within.test(frame.sentence.text))
    return undefined;
  const asksFigure =
    frame.has('howMany', 'sum', 'mean', 'median', 'most', 'least', 'rank', 'share') && !frame.counts;
  if (asksFigure || unexplained(frame).length > 0 || frame.named.agencies.length > 0) return undefined;
  if (!hasUsableFigure({ ...frame, metrics: { ...frame.metrics, weak: false } })) return undefined;
  const own =
    frame.conditions.length > 0
      ? frame.conditions
      : frame.metrics.wanted.map(
          (wanted) => ({ wanted, operator: frame.has('absent') ? '=' : '>', value: 0 }) as const,
        );
  const conditions = [
    ...before.flatMap(({ reading, ...bound }) =>
      bound.operator === 'blank' ? [] : [{ wanted: [reading], ...bound }],
    ),
    ...own,
  ];
  const { region, kinds, except } = query.filter;
  return {
    frame: { ...frame, conditions, anyOf: false, group: true },
    plan: frame.counts
      ? { kind: 'aggregate', aggregate: 'count', asGroup: true, why: '' }
      : { kind: 'list', asGroup: true, why: '在前面列出的单位里再挑。' },
    carried: {
      filter: { ...(region ? { region } : {}), ...(kinds ? { kinds } : {}), ...(except ? { except } : {}) },
      years: frame.years.length > 0 ? [] : query.years,
    },
  };
}

import type { Span } from '../span.ts';
import type { ConditionsRead } from './conditions.ts';
import { type Metrics, readMetrics } from './metrics.ts';
import type { PremiseRead } from './premises.ts';
import type { Sentence } from './sentence.ts';

const received = 'applications.newReceived.total';
const handled = 'applications.handledTotal.total';

/** The figures asked for; without any of their own those of the conditions, or what a premise comes nearest to. */
export function readAsked(
  sentence: Sentence,
  { conditions }: ConditionsRead,
  skip: ReadonlySet<Span>,
  premise: PremiseRead | undefined,
): Metrics {
  let metrics = readMetrics(sentence, skip);
  if (metrics.wanted.length === 0 && conditions.length > 0)
    metrics = { ...metrics, wanted: conditions.map((c) => c.wanted), doubtful: [], weak: false };
  if (sentence.has('breakdown') && metrics.wanted.length === 0)
    metrics = { ...metrics, wanted: [[/人/.test(sentence.text) ? received : handled]] };
  return premise?.nearest ? withNearest(metrics, premise, sentence) : metrics;
}

/** 驳回 → the row or the result that comes nearest. */
function withNearest(metrics: Metrics, premise: PremiseRead, sentence: Sentence): Metrics {
  const nearest = premise.nearest ?? '';
  if (nearest.startsWith('result.')) {
    const key = nearest.slice('result.'.length);
    const blocks = sentence.of('row').flatMap(({ sense: s }) => (s.id.startsWith('reviews.') ? [s.id] : []));
    return { ...metrics, wanted: [...new Set(blocks)].map((block) => [`${block}.${key}`]), weak: false };
  }
  const applicants = sentence.of('applicant').flatMap(({ sense: s }) => [...s.keys]);
  const columns = applicants.length > 0 ? applicants : ['total'];
  const others = metrics.weak ? [] : metrics.wanted;
  return {
    ...metrics,
    wanted: [...others, ...columns.map((column) => [`${nearest}.${column}`])],
    weak: false,
  };
}

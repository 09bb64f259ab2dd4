import { type Span, sense } from '../span.ts';

/** What neighbours make of each other; each rule sees a span with the ones beside it. */
const rules: ((span: Span, before: Span | undefined, after: Span | undefined) => Span)[] = [
  bound,
  refuse,
  carryIn,
  dropTarget,
];

/** Applies the rules to spans that do not overlap. */
export function refine(spans: readonly Span[]): Span[] {
  return spans.map((span, i) => {
    const last = spans[i - 1];
    const isSpace = last?.end === span.start && last.text.trim() === '';
    const before = isSpace ? spans[i - 2] : last;
    const beside = before?.end === (isSpace ? last.start : span.start) ? before : undefined;
    return rules.reduce((made, rule) => rule(made, beside, spans[i + 1]), span);
  });
}

/** 不足10件: a bound, no shortcoming. */
function bound(span: Span, _: Span | undefined, after: Span | undefined): Span {
  const less = span.senses.filter((s) => s.role === 'intent' && s.intent === 'less');
  const counted = after?.start === span.end && sense(after, 'number');
  return less.length > 0 && less.length < span.senses.length && counted ? { ...span, senses: less } : span;
}

/** What 没有, 未 … make of the row behind them. */
const opposites = new Map([
  ['applications.granted', 'applications.refused'],
  ['applications.handledTotal', 'applications.carriedForward'],
]);

/** 没有 + 公开几件: what is granted becomes what is refused; 没有 + 办结 what is carried forward. */
function refuse(span: Span, before: Span | undefined): Span {
  if (!before || !/^(?:还|尚)?(?:没有?|未|不)$/.test(before.text)) return span;
  const row = span.senses.find((s) => s.role === 'row' && opposites.has(s.id));
  const id = row?.role === 'row' ? opposites.get(row.id) : undefined;
  return id ? { ...span, senses: [{ role: 'row', id, weak: false }] } : span;
}

const isCarried = (span: Span | undefined) => {
  const id = span && sense(span, 'row')?.id;
  return id === 'applications.carriedForward' || id === 'applications.carriedIn';
};
const lastYear = /^(?:从|自|由)?(?:上年度?|去年|上一年度?|前一年度?)$/;

/** 上年 + 结转过来: the year is part of the row's name. */
function carryIn(span: Span, before: Span | undefined, after: Span | undefined): Span {
  if (sense(span, 'year') && lastYear.test(span.text) && after?.start === span.end && isCarried(after))
    return covered(span);
  if (before && sense(before, 'year') && lastYear.test(before.text) && isCarried(span))
    return { ...span, senses: [{ role: 'row', id: 'applications.carriedIn', weak: false }] };
  return span;
}

/** Explained, but saying nothing of its own. */
const covered = (span: Span): Span => ({ ...span, senses: [{ role: 'padding' }] });

/** 结转到2024年: the year it goes to is not the year asked about. */
function dropTarget(span: Span, before: Span | undefined): Span {
  const year = sense(span, 'year');
  const isTarget =
    year?.year.kind === 'years' && isCarried(before) && /(?:到|至|入|to)$/.test(before?.text ?? '');
  return isTarget ? covered(span) : span;
}

import { type Span, sense } from '../span.ts';
import { readMetrics, type Wanted } from './metrics.ts';
import { anyIntent, type Sentence } from './sentence.ts';

/** A figure and the words it was read from. */
export interface FigureRead {
  wanted: Wanted;
  spans: Span[];
}

export const isFigure = (span: Span): boolean =>
  span.senses.some((s) => ['row', 'applicant', 'result', 'document', 'other'].includes(s.role));

/** The figures that stand directly before and behind a word like 超过 or 没有; 复议和诉讼 are two. */
export function figuresBeside(
  sentence: Sentence,
  at: Span,
  used: ReadonlySet<Span>,
): { before: FigureRead[]; after: FigureRead[] } {
  const free = sentence.spans.filter((span) => !used.has(span) && isFigure(span));
  const before = free.filter((span) => span.end <= at.start).toReversed();
  const after = free.filter((span) => span.start >= at.end);
  const read = (spans: readonly Span[]) =>
    contiguous(spans, sentence, at).flatMap((group) => figureOf(sentence, group));
  return { before: read(before), after: read(after) };
}

function figureOf(sentence: Sentence, spans: Span[]): FigureRead[] {
  const others = new Set(sentence.spans.filter((span) => !spans.includes(span)));
  const wanted = readMetrics(sentence, others).wanted[0];
  return wanted ? [{ wanted, spans }] : [];
}

/** Words of one figure stand together: nothing that asks and no agency between them; 和 and 或 begin another. */
function contiguous(spans: readonly Span[], sentence: Sentence, at: Span): Span[][] {
  const groups: Span[][] = [];
  let edge: Span = at;
  for (const span of spans) {
    const [from, to] = span.start < edge.start ? [span.end, edge.start] : [edge.end, span.start];
    const between = sentence.spans.filter((other) => other.start >= from && other.end <= to);
    const joins = between.some((other) => isJoint(other));
    if (between.some(separates) || (joins && (edge === at || !groups.length))) break;
    if (joins || !groups.length) groups.push([span]);
    else groups.at(-1)?.push(span);
    edge = span;
  }
  return groups;
}

const joint = /^(?:和|与|跟|及|以及|、|或|或者|或是|and|or)$/;

function isJoint(span: Span): boolean {
  return joint.test(span.text.trim());
}

/** 没有复议但有诉讼: another figure begins. */
const turns = /^(?:但是?|而|却|不过|有)$/;
const bounding = ['absent', 'greater', 'greaterEqual', 'less', 'lessEqual', 'equal'];

function separates(span: Span): boolean {
  return span.senses.some(
    (s) =>
      s.role === 'agency' ||
      s.role === 'region' ||
      s.role === 'kind' ||
      (s.role === 'padding' && turns.test(span.text)) ||
      (s.role === 'joiner' && span.text.trim() !== '' && !isJoint(span)) ||
      (s.role === 'intent' &&
        ['everyone', 'countAgencies', 'mean', 'sum', 'median', 'list', 'most'].includes(s.intent)) ||
      (s.role === 'intent' && bounding.includes(s.intent)) ||
      (s.role === 'intent' && s.intent === 'howMany' && /多少|几/.test(span.text)),
  );
}

/** 超过50件或不足5件: a second bound needs no figure of its own. */
const isPart = (span: Span) =>
  isFigure(span) || anyIntent(span, 'greater', 'greaterEqual', 'less', 'lessEqual');

const either = /^(?:或|或者|或是|要么|or)$/;

/**
 * Whether one of several conditions is enough: 或 between figures. 没有复议或诉讼 is none of both: there it joins
 * what is absent.
 */
export function anySuffices(sentence: Sentence): boolean {
  const { spans } = sentence;
  return spans.some((span, i) => {
    if (!either.test(span.text.trim())) return false;
    const denied = spans.slice(0, i).findLast((other) => anyIntent(other, 'absent'));
    const deniedHere =
      denied !== undefined &&
      !spans.slice(i).some((other) => anyIntent(other, 'absent')) &&
      !spans.slice(spans.indexOf(denied), i).some((other) => sense(other, 'number'));
    return !deniedHere && spans.slice(0, i).some(isFigure) && spans.slice(i + 1).some(isPart);
  });
}

const both = /^(?:并且|且|同时|而且|并)$/;

/** 或 and 且 in one question: what belongs together cannot be told. */
export function mixesConditions(sentence: Sentence): boolean {
  return anySuffices(sentence) && sentence.spans.some((span) => both.test(span.text.trim()));
}

import type { Query } from '../../model/query.ts';
import { type Frame, namesSomebody } from '../read/frame.ts';
import { hasUsableFigure, type Plan, strays, unexplained } from './clues.ts';

/** 行政处罚呢 after a trend or a ranking: the same question about another figure. */
export function swapsFigure(frame: Frame, query: Query): boolean {
  if (!hasUsableFigure(frame) || namesSomebody(frame) || frame.group || frame.order) return false;
  if (!['value', 'trend', 'ranking', 'aggregate', 'comparison'].includes(query.kind)) return false;
  return !(frame.has('howMany', 'exists') && query.kind === 'ranking');
}

/** Nothing in it is foreign to the talk: only a year, a name, a column, 占比, 呢 … */
export function canContinue(frame: Frame): boolean {
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
      'contents',
      'chart',
      'except',
      'howMany',
      'rank',
    )
  );
}

/** It names no figure and no matter of its own. */
export function isElliptic(frame: Frame, own: Plan, query: Query): boolean {
  if (hasUsableFigure(frame) || unexplained(frame).length > 0 || strays(frame)) return false;
  if (frame.has('most', 'least', 'rank', 'position')) return query.readings.length > 0;
  if (own.kind === 'not-held')
    return !frame.premise && frame.metrics.impossible.length === 0 && query.readings.length > 0;
  if (['summary', 'comparison', 'trend', 'not-understood'].includes(own.kind))
    return (
      !frame.has('summary') ||
      (frame.has('following') && !frame.has('report')) ||
      (query.kind === 'passages' && asksWords(frame))
    );
  if (own.kind !== 'list' || own.missing || frame.has('report') || asksKinds(frame)) return false;
  if (
    /你们?(?:这里|这儿|那里|都|手上|库里)?有/.test(frame.sentence.text) ||
    /(?:这里|这儿)都?有/.test(frame.sentence.text)
  )
    return false;
  return (
    !frame.has('list') ||
    /也/.test(frame.sentence.text) ||
    (!namesSomebody(frame) && ['list', 'aggregate', 'passages'].includes(query.kind))
  );
}

/** 你们这里有哪些镇: what is held, whatever was talked of; 有哪些镇也有 goes on. */
function asksKinds({ sentence, kinds }: Frame): boolean {
  return (
    kinds.length > 0 && /有(?:哪些|哪几个|几个|多少个)/.test(sentence.text) && !/[也还呢]/.test(sentence.text)
  );
}

/** 秀岭区说了什么 after 谁提到了新媒体: of that matter. */
function asksWords({ sentence }: Frame): boolean {
  return /(?:怎么|怎样|如何)(?:说|写|讲)|(?:说|写|讲|提)(?:了|到|的是?)?(?:些?什么|啥|哪些)/.test(
    sentence.text,
  );
}

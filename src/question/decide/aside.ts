import type { Query } from '../../model/query.ts';
import { type Frame, namesSomebody } from '../read/frame.ts';
import type { TalkContext } from '../understanding.ts';
import { hasUsableFigure } from './clues.ts';
import type { Further } from './more.ts';

/** 什么原因 after a figure asks for words, as 为什么 does: the rows of a result are no reasons for another figure. */
export function asWhy(frame: Frame, query: Query): Frame {
  const own = frame.metrics.spans.length > 0 || namesSomebody(frame) || frame.group;
  if (!frame.has('why') || !frame.has('breakdown') || own || query.readings.length === 0) return frame;
  return {
    ...frame,
    metrics: { ...frame.metrics, wanted: [], doubtful: [], weak: false },
    has: (...intents) => frame.has(...intents.filter((intent) => intent !== 'breakdown')),
  };
}

/** 为什么, 内容是啥: what reports say of the figures talked of; 25年呢 then goes on about the figures. */
export function asAside(query: Query, frame: Frame, context: TalkContext | undefined): Query {
  if (context && context.query.readings.length > 0 && query.tell && query.agenciesFrom === 'context')
    return { ...query, aside: true };
  const told = context && context.query.readings.length > 0 && query.kind === 'passages';
  return told && frame.has('why', 'contents') && query.agenciesFrom === 'context'
    ? { ...query, aside: true }
    : query;
}

/** 那北屏市呢 after 为什么 asks why there, too; anything else goes on about the figures. */
export function goingOn(frame: Frame, context: TalkContext): TalkContext {
  const { aside, ...rest } = context;
  const again = namesSomebody(frame) && frame.years.length === 0 && !hasUsableFigure(frame);
  return aside?.kind === 'passages' && again ? { ...rest, query: aside } : rest;
}

/** 内容是啥 after 申请呢: what the report writes of those applications. */
export function contentsOf(frame: Frame, query: Query): Further | undefined {
  const row = /^applications\./.test(query.readings[0] ?? '');
  if (!frame.has('contents') || !row || query.agencies.length !== 1 || namesSomebody(frame)) return undefined;
  return {
    frame: { ...frame, text: '申请 内容 涉及' },
    plan: { kind: 'passages', asGroup: false, sections: [1, 3, 5], why: '问申请的内容：只有文字能说明。' },
    carried: { agencies: query.agencies, years: frame.years.length > 0 ? [] : query.years },
  };
}

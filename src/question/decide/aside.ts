import type { Query } from '../../model/query.ts';
import { type Frame, namesSomebody } from '../read/frame.ts';
import type { TalkContext } from '../understanding.ts';
import { hasUsableFigure } from './clues.ts';

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
  const told = context && context.query.readings.length > 0 && query.kind === 'passages';
  return told && frame.has('why', 'contents') && query.agenciesFrom === 'context'
    ? { ...query, aside: true }
    : query;
}

/** 那北屏市呢 after 为什么 asks why there, too; anything else goes on about the figures. */
export function goingOn(frame: Frame, context: TalkContext): TalkContext {
  const { aside, ...rest } = context;
  const again = namesSomebody(frame) && frame.years.length === 0 && !hasUsableFigure(frame);
  return aside && again ? { ...rest, query: aside } : rest;
}

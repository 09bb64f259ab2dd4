import type { Query } from '../../model/query.ts';
import { type Frame, namesSomebody } from '../read/frame.ts';
import type { TalkContext } from '../understanding.ts';

/** 去掉北屏市 after a comparison: the same of those that are left. */
export function leavingOut(frame: Frame, context: TalkContext): { frame: Frame; context: TalkContext } {
  const { query } = context;
  const out = frame.except.agencies;
  const left = query.agencies.filter((id) => !out.includes(id));
  const isOf = out.length > 0 && out.every((id) => query.agencies.includes(id));
  if (!isOf || left.length === 0 || namesSomebody(frame) || frame.kinds.length > 0) return { frame, context };
  return {
    frame: { ...frame, group: false, except: { ...frame.except, agencies: [] } },
    context: { ...context, query: { ...query, agencies: left } },
  };
}

/** 最少呢 after the figure of one: of all agencies, for of one there is nothing to choose from. */
export function ofEverybody(frame: Frame, query: Query): Frame {
  const single = query.kind === 'value' && query.agencies.length === 1 && query.readings.length > 0;
  const within = frame.has('whichYear', 'breakdown', 'why', 'trend', 'change') || frame.years.length > 1;
  const bare = frame.metrics.spans.length === 0 && !namesSomebody(frame);
  return single && bare && !within && frame.has('most', 'least') ? { ...frame, group: true } : frame;
}

const rest = /^(?:那么?)?(?:其[他它余]|剩下|另外|余下)的?(?:[呢吗吧]|怎么样|情况)*[?？。!！\s]*$/;

/** 其他的呢 after the figure of one agency: the other agencies, not the column 其他. */
export function ofOthers(frame: Frame, query: Query): Frame {
  const whole = query.readings.length > 0 && query.readings.every((id) => /\.total$|^rates\./.test(id));
  if (!whole || query.agencies.length === 0 || !rest.test(frame.sentence.text)) return frame;
  return {
    ...frame,
    group: true,
    has: (...intents) => intents.includes('everyone') || frame.has(...intents),
    metrics: { ...frame.metrics, wanted: [], doubtful: [], weak: false, spans: [] },
  };
}

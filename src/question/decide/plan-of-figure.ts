import { type Frame, namesFigure } from '../read/frame.ts';
import { named, type Plan } from './clues.ts';

/** 警告 is a kind of penalty, too. */
const penalties = (frame: Frame) =>
  frame.metrics.wanted.some(([id]) => id?.startsWith('disclosure.penalties.'));

/** 新收申请这个数可靠吗, 不予公开印在哪一页: of one agency's figure, how far it can be relied on or where it stands. */
export function planOfFigure(frame: Frame): Plan | undefined {
  if (!frame.has('doubt', 'place') || !namesFigure(frame) || named(frame) !== 1 || frame.group)
    return undefined;
  if (penalties(frame) && /警告/.test(frame.sentence.text))
    return { kind: 'not-held', asGroup: false, why: '行政处罚不分种类。' };
  if (/多少|几[件个条起次]/.test(frame.sentence.text)) return undefined;
  return frame.has('place')
    ? { kind: 'value', asGroup: false, tell: 'place', why: '问这个数印在哪里。' }
    : { kind: 'audit', asGroup: false, tell: 'doubt', why: '问这个数可不可靠。' };
}

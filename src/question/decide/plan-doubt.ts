import type { Frame } from '../read/frame.ts';
import { sense } from '../span.ts';
import { named, type Plan, unexplained, yearCount } from './clues.ts';

const inARow = /连续[两二三四五六七八九十几\d]+年|连年/;
const withoutException = /(?:全部|全都|一律|均为|都是?)(?:结果)?(?:维持|纠正|败诉|胜诉)/;

const carried = /^applications\.(?:carriedIn|carriedForward)$/;

/** 不算自然人的申请有多少: no report gives what is left; 不含上年结转 says no more than 新收. */
export function planWithout(frame: Frame): Plan | undefined {
  const untold = frame.except.figures.filter((span) => !carried.test(sense(span, 'row')?.id ?? ''));
  if (untold.length === 0) return undefined;
  const what = untold.map((span) => span.text).join('、');
  return { kind: 'not-held', asGroup: false, why: `表格里没有扣除“${what}”以后的数。` };
}

/** Which of 或 and 且 binds closer nobody can tell: no figure rather than a wrong one. */
export function planMixed(frame: Frame): Plan | undefined {
  const { text } = frame.sentence;
  const untold = frame.group && (inARow.test(text) || withoutException.test(text));
  if (untold)
    return { kind: 'not-understood', asGroup: false, why: '连续几年、全部维持这样的条件还不会算。' };
  if (frame.anyOf !== 'mixed' || frame.conditions.length === 0) return undefined;
  return { kind: 'not-understood', asGroup: false, why: '“或”与“且”混用，无法确定哪些条件合在一起。' };
}

const ownMean = /平均|average|mean/;

/** 教育局2024年平均收到几件: one agency has one figure a year; what it might be divided by no report tells. */
export function planLoneMean(frame: Frame): Plan | undefined {
  const alone = named(frame) === 1 && !frame.group && yearCount(frame) === 1;
  const single = frame.named.agencies.length === 1 || frame.named.regions.some((slot) => slot.government);
  if (!alone || !single || !frame.has('mean') || !ownMean.test(frame.sentence.text)) return undefined;
  if (/水平|比|高于|低于/.test(frame.sentence.text)) return undefined;
  return { kind: 'not-held', asGroup: false, why: '一家单位一年只有一个数，没有平均数。' };
}

/** 专利申请量: an unknown word directly before 申请 makes another matter of it. */
export function qualified(frame: Frame): boolean {
  const { text } = frame.sentence;
  return frame.metrics.spans.some((span) => {
    const word = unexplained(frame).find((rest) => text.slice(0, span.start).endsWith(rest));
    return word !== undefined && /^(?:申请|收件)/.test(span.text);
  });
}

const denied = /(?:没有?|未|不)(?![收接受])\p{Script=Han}{1,5}的(?:信息公开)?(?:申请|件)/u;

/** 没给的申请有多少: those that met something which no row is called by are not all that came in. */
export function deniesOther(frame: Frame): boolean {
  return frame.metrics.weak && denied.test(frame.sentence.text);
}

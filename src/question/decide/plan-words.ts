import { type Frame, namesSomebody } from '../read/frame.ts';
import type { Plan } from './clues.ts';

/** 公开率是怎么算的, 什么叫不予处理: what a row or a rate means, whoever reports it. */
export function planDefinition(frame: Frame): Plan | undefined {
  const apart =
    !frame.has('howMany') &&
    frame.metrics.wanted.length > 1 &&
    /区别|差别|不同|不一样/.test(frame.sentence.text);
  if (
    !(frame.has('define') || (apart && frame.has('differ'))) ||
    frame.metrics.wanted.length === 0 ||
    frame.metrics.weak
  )
    return undefined;
  if (namesSomebody(frame) || frame.group || frame.years.length > 0) return undefined;
  return { kind: 'help', asGroup: false, why: '问一个指标的含义。' };
}

/** 提到, 是谁说的: a sentence is looked for, not a figure. */
const mention =
  /提到|提及|提过|讲到|说到|谈到|写到|写了|(?:谁|哪个|哪家|哪份|哪里)(?:单位|机关|部门|年报|报告)?(?:里|中)?(?:面)?(?:说|讲|写|提)(?:的|过)/;

export function planMentioned(frame: Frame): Plan | undefined {
  if (!mention.test(frame.sentence.text) || frame.text === '') return undefined;
  return { kind: 'passages', asGroup: frame.group, why: '问文字里提到了什么。' };
}

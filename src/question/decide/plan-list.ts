import { type Frame, namesFigure, namesSomebody } from '../read/frame.ts';
import { asksHoldings } from '../read/metrics.ts';
import { type Plan, unexplained } from './clues.ts';

/** Which reports are not there. */
export function planMissing(frame: Frame): Plan | undefined {
  if (namesFigure(frame) || frame.has('problems', 'improvements')) return undefined;
  // 材料不全退回的申请几件: what is not complete is no archive.
  if (frame.metrics.weak && /几[件个条起次]|多少[件个条起次]/.test(frame.sentence.text)) return undefined;
  const absent = frame.has('absent') && frame.has('report') && (frame.group || frame.has('list'));
  if (
    !absent &&
    !(frame.has('missing') && (frame.group || frame.has('report', 'list') || namesSomebody(frame)))
  )
    return undefined;
  if (frame.theme && !frame.has('report')) return undefined;
  return { kind: 'list', asGroup: true, missing: true, why: '问缺哪些报告。' };
}

const held =
  /(?:报告|年报)(?:你们?)?(?:这里|这儿)?(?:有没有|有吗|有么|有不|收了吗|收没收|收录了?吗|收录了?没|在不在)|有没?有?[^,，。]{0,14}的?(?:报告|年报)[吗么没][?？]?$/;

/** 新疆的报告有吗: what is held of a place. */
function asksHeld(frame: Frame): boolean {
  return held.test(frame.sentence.text) && namesSomebody(frame) && frame.topic === 'none' && !frame.theme;
}

/** What is held. */
export function planList(frame: Frame): Plan | undefined {
  const asks =
    frame.has('list') ||
    asksHeld(frame) ||
    asksHoldings(frame.sentence) ||
    frame.counts ||
    (frame.kinds.length > 0 &&
      (frame.has('report') ||
        frame.named.regions.length > 0 ||
        /哪些|哪几|都有/.test(frame.sentence.text))) ||
    (frame.has('everyone') && frame.has('report', 'exists'));
  // 有多少家企业: what is counted is no agency.
  if (frame.metrics.loose.applicants.length > 0) return undefined;
  if (!asks && !(frame.has('everyone') && namesSomebody(frame))) return undefined;
  // 15件以下的单位: of which figure nobody said.
  if (frame.bounds.length > 0 && frame.conditions.length === 0) return undefined;
  // 谁的报告写得最差: nothing here is judged.
  if (frame.has('most', 'least') && !/最新|最早|最近/.test(frame.sentence.text)) return undefined;
  if (unexplained(frame).length > 0 && !frame.has('report')) return undefined;
  const years = frame.has('whichYear') || /哪几年|哪些年|几年的|年份|哪年/.test(frame.sentence.text);
  return { kind: 'list', asGroup: !years, why: '问收录了哪些报告。' };
}

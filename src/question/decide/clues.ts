import type { AnswerKind, Query } from '../../model/query.ts';
import type { Frame } from '../read/frame.ts';

/** What kind of answer is wanted, and whether regions in the question narrow a group or name an agency. */
export interface Plan {
  kind: AnswerKind;
  asGroup: boolean;
  aggregate?: NonNullable<Query['aggregate']>;
  order?: { direction: 'most' | 'least'; limit: number };
  /** ranking: the agency named is the one whose position is asked. */
  position?: boolean;
  change?: boolean;
  missing?: boolean;
  /** How far the figures can be relied on; where they stand. */
  tell?: 'doubt' | 'place';
  grouped?: boolean;
  sections?: number[];
  why: string;
}

/** 收到 or 申请 alone says little: with a matter beside it that the tables do not have, it is not the figure. */
export function hasUsableFigure(frame: Frame): boolean {
  const { wanted, doubtful, weak } = frame.metrics;
  if (wanted.length + doubtful.length === 0) return false;
  if (weak && /去哪|哪里|哪儿|上哪/.test(frame.sentence.text)) return false;
  return !weak || (frame.topic === 'none' && unexplained(frame).length === 0 && asksFigure(frame));
}

/** 怎么申请 and 申请表在哪 are no questions for a figure; 秀岭区 2023 申请 is one. */
function asksFigure(frame: Frame): boolean {
  if (/多少|几/.test(frame.sentence.text) || asksQuantity(frame)) return true;
  if (
    frame.has(
      'howMany',
      'sum',
      'most',
      'least',
      'rank',
      'position',
      'mean',
      'median',
      'trend',
      'share',
      'change',
      'exists',
      'compare',
      'differ',
      'breakdown',
    )
  )
    return true;
  if (frame.has('passages')) return false;
  const { agencies, regions } = frame.named;
  return frame.group || frame.conditions.length > 0 || agencies.length + regions.length > 0;
}

/** 申请总数, 收费额: the word itself asks for the figure. */
export function asksQuantity(frame: Frame): boolean {
  return frame.metrics.spans.some((span) => /(?:数|量|数量|额|率|金额)$/.test(span.text));
}

/** Words that no lexicon knows, long enough to be a matter of their own. */
export function unexplained(frame: Frame): string[] {
  return frame.sentence.rest.filter(
    (text) => (text.match(/\p{Script=Han}/gu)?.length ?? 0) > 1 || /[a-z]{3}/.test(text),
  );
}

/** A single character that nothing explains may be the whole matter: 教育局招吗. */
export function strays(frame: Frame): boolean {
  return frame.sentence.rest.some((text) => /^(?![省市县区镇乡我局])\p{Script=Han}$/u.test(text));
}

/** How many years the words for them name; a range of unknown length counts as many. */
export function yearCount(frame: Frame): number {
  const named = new Set(frame.years.flatMap((word) => (word.kind === 'years' ? word.years : [])));
  let count = named.size;
  for (const word of frame.years) {
    if (word.kind === 'years') continue;
    if (word.kind === 'last') count += word.count;
    else if (word.kind === 'since' || word.kind === 'all') count += 99;
    else count += 1;
  }
  return count;
}

/** 不予公开的理由有哪些: the rows of the group are the reasons; 为什么不予公开 asks for words. */
export function asksReasons(frame: Frame): boolean {
  if (frame.has('breakdown') || asksResults(frame)) return true;
  if (!frame.has('why') || /为|怎么|咋|凭/.test(frame.sentence.text)) return false;
  return frame.metrics.wanted.some((ids) =>
    /\.(?:refused|unavailable|notProcessed)\.\w+$/.test(ids[0] ?? ''),
  );
}

const results = /(?:复议|诉讼|办理)(?:案件|申请)?的?各?结果(?:如何|怎么样|分别.*|情况|是什么|是啥)?[\s?？]*$/;

/** 复议结果如何: all results of the block. */
function asksResults(frame: Frame): boolean {
  return results.test(frame.sentence.text) && frame.sentence.of('result').length === 0;
}

/** How many rivals a ranking shows when the question does not say. */
export const shown = { best: 5, ranking: 10, everyone: 50 };

/** How many agencies and regions are named. */
export function named(frame: Frame): number {
  return frame.named.agencies.length + frame.named.regions.length;
}

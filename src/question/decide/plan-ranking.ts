import type { Frame } from '../read/frame.ts';
import { areCompared } from '../read/places.ts';
import { asksReasons, named, type Plan, shown } from './clues.ts';

const asksMore = /(?:谁|哪个|哪家|哪些|单位).*(?:多|高|大)[\s?？呢啊呀吗\d年度]*$/;
const asksLess = /(?:谁|哪个|哪家|哪些|单位).*(?:少|低|小)[\s?？呢啊呀吗\d年度]*$/;

/** 秀岭区2023年申请排名: one agency and nothing said of a group. */
function ranksOne(frame: Frame): boolean {
  const { agencies, regions } = frame.named;
  if (!frame.has('rank') || frame.has('everyone', 'most', 'least') || frame.order || frame.kinds.length > 0)
    return false;
  return (
    named(frame) === 1 &&
    (agencies.length === 1 || regions.some((slot) => slot.government)) &&
    !/各|下属|下辖/.test(frame.sentence.text)
  );
}

const sinceBefore =
  /(?:比|较|同比)(?:上年度?|去年|上一年|前一年|(20\d\d)年?)?.*?([多高增升涨]|少|低|减|降|跌)/;
const yearBefore = /(?:比|较)(?:上年|去年|上一年|前一年|20\d\d)|同比/;
const whoGained =
  /[多高增升涨少低减降跌加长]了?的[^年]*(?:单位|机关|部门|局|乡镇|镇|街道|有哪|是哪)|(?:哪些|哪几|谁|哪家).*(?:比|较|同比)/;

/** 申请量比上年多的单位: who has gained, the most first; against another year than the one before nothing is told. */
export function planGainers(frame: Frame): Plan | undefined {
  const { text } = frame.sentence;
  const asks = frame.group && named(frame) === 0 && whoGained.test(text) && !frame.has('most', 'least');
  const match = asks && yearBefore.test(text) ? sinceBefore.exec(text) : null;
  if (!match || frame.conditions.length > 0) return undefined;
  const years = frame.years.flatMap((word) => (word.kind === 'years' ? word.years : []));
  const apart = match[1] !== undefined && !years.includes(Number(match[1]) + 1);
  if (apart) return { kind: 'not-understood', asGroup: false, why: '隔年的增减还不会排。' };
  const direction = /[少低减降跌]/.test(match[2] ?? '') ? 'least' : 'most';
  return {
    kind: 'ranking',
    asGroup: true,
    change: true,
    order: { direction, limit: shown.everyone },
    why: '问哪些单位比上年多或少：按增减排列。',
  };
}

/** 最多, 前三, 排第几 … */
export function planRanking(frame: Frame): Plan | undefined {
  const { order } = frame;
  if (frame.conditions.some((condition) => condition.than !== undefined) && !frame.has('most', 'least'))
    return undefined;
  if (frame.has('position'))
    return {
      kind: 'ranking',
      asGroup: frame.kinds.length > 0 && named(frame) === 0,
      position: true,
      order: { direction: frame.has('least') ? 'least' : 'most', limit: shown.ranking },
      why: '问一家单位的名次。',
    };
  if (ranksOne(frame))
    return {
      kind: 'ranking',
      asGroup: false,
      position: true,
      order: { direction: 'most', limit: shown.ranking },
      why: '问一家单位的排名。',
    };
  if (
    frame.has('maximum', 'minimum') &&
    named(frame) === frame.named.regions.length &&
    !frame.has('everyone')
  )
    return undefined;
  const { text } = frame.sentence;
  const isQuantity = /多少[\s?？呢啊呀吗\d年度]*$/.test(text);
  const less = !isQuantity && asksLess.test(text);
  const extreme = frame.has('most') || frame.has('least') || less || (!isQuantity && asksMore.test(text));
  if (!order && !extreme && !frame.has('rank', 'rankAscending')) return undefined;
  if (frame.has('whichYear')) return { kind: 'trend', asGroup: false, why: '问哪一年最多：列出各年。' };
  if ((frame.has('breakdown') || asksReasons(frame)) && named(frame) > 0 && !order) return undefined;
  const both = frame.has('most') && frame.has('least');
  const change = frame.has('change') || /增加|减少|增长|下降/.test(text);
  const falling = change && /减少|下降|降低|降幅/.test(text);
  const least =
    !both && (order?.direction === 'least' || less || falling || frame.has('least', 'rankAscending'));
  if (areCompared(frame) && !order)
    return { kind: 'comparison', asGroup: false, why: '在说到的几家之间比较。' };
  if (frame.named.agencies.length === 1 && !frame.group && !order) return undefined;
  return {
    kind: 'ranking',
    asGroup: true,
    order: order ?? {
      direction: least ? 'least' : 'most',
      limit: both ? shown.everyone : extreme ? shown.best : shown.ranking,
    },
    ...(change ? { change } : {}),
    why: '问最多、最少或排名。',
  };
}

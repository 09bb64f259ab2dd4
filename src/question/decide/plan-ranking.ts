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

import type { Frame } from '../read/frame.ts';
import { areCompared } from '../read/places.ts';
import { asksQuantity, asksReasons, named, type Plan, shown, unexplained, yearCount } from './clues.ts';
import {
  deniesOther,
  planForeign,
  planLoneMean,
  planMixed,
  planOtherTable,
  planPersons,
  planSupposed,
  planWithout,
  qualified,
  receivesOther,
} from './plan-doubt.ts';
import { planGainers, planRanking } from './plan-ranking.ts';

/** The kind of a question about figures; the first rule that fits decides. */
export function planFigure(frame: Frame): Plan {
  return (
    planMixed(frame) ??
    planWithout(frame) ??
    planSupposed(frame) ??
    planForeign(frame) ??
    planOtherTable(frame) ??
    planPersons(frame) ??
    planLoneMean(frame) ??
    planGainers(frame) ??
    planWithin(frame) ??
    planCount(frame) ??
    planSeveral(frame) ??
    planRanking(frame) ??
    planAggregate(frame) ??
    planWho(frame) ??
    planYears(frame) ??
    planGroup(frame)
  );
}

/** 自然人和企业谁申请的多: figures of one agency against each other. */
function planWithin(frame: Frame): Plan | undefined {
  if (frame.metrics.wanted.length < 2 || named(frame) !== 1 || frame.kinds.length > 0 || yearCount(frame) > 1)
    return undefined;
  if (!frame.has('compare', 'most', 'least', 'everyone') || frame.order || frame.counts) return undefined;
  if (frame.has('position') || /单位|机关|家|机构(?!申请)/.test(frame.sentence.text)) return undefined;
  return { kind: 'value', asGroup: false, why: '一家单位的几个数相比。' };
}

const otherThings =
  /(?:多少|几)[家个户](?!单位|机关|机构|局|镇|乡|街道|部门|年报|报告|年|月)\p{Script=Han}{2}/u;

function planCount(frame: Frame): Plan | undefined {
  // 教育局处罚了几家企业: of one agency its decisions are counted, not those whom they met.
  if (frame.counts && frame.named.agencies.length === 1 && otherThings.test(frame.sentence.text))
    return { kind: 'not-held', asGroup: false, why: '表格只登件数，不登家数。' };
  if (!frame.counts || frame.has('mean', 'median', 'most', 'least')) return undefined;
  return { kind: 'aggregate', aggregate: 'count', asGroup: true, why: '问有几家单位符合条件。' };
}

/** 各局申请总量: of all of them together, with the part of each. */
const together = /总量|总数|总和|总计|合计|总共|一共|共计|加起来/;

/** Several agencies by name are compared with each other, however the question is put. */
function planSeveral(frame: Frame): Plan | undefined {
  if (!areCompared(frame) || frame.has('position', 'list') || frame.order || yearCount(frame) > 1)
    return undefined;
  if (frame.has('trend') || frame.kinds.length > 0) return undefined;
  if (frame.has('sum') && !frame.has('compare', 'each', 'most', 'least', 'rank', 'share', 'of'))
    return { kind: 'aggregate', aggregate: 'sum', asGroup: false, why: '说到的几家合起来的数。' };
  return { kind: 'comparison', asGroup: false, why: '在说到的几家之间比较。' };
}

const yearly = /平均每年|每年平均|年均|per year on average/;

function planAggregate(frame: Frame): Plan | undefined {
  const alone = frame.named.agencies.length > 0 || frame.named.regions.some((slot) => slot.government);
  // 近三年一共, 三年平均: over the years of one agency or of all.
  if (
    yearCount(frame) > 1 &&
    frame.has('sum', 'mean', 'median') &&
    (yearly.test(frame.sentence.text) || !frame.has('each', 'trend', 'compare', 'differ'))
  ) {
    const aggregate = frame.has('mean') ? 'mean' : frame.has('median') ? 'median' : 'sum';
    return { kind: 'aggregate', aggregate, asGroup: frame.group && !alone, why: '问几年合起来的数。' };
  }
  if (frame.named.agencies.length > 0) return undefined;
  const choices = [
    ['mean', 'mean'],
    ['median', 'median'],
    ['maximum', 'max'],
    ['minimum', 'min'],
  ] as const;
  for (const [intent, aggregate] of choices)
    if (frame.has(intent) && yearCount(frame) < 2)
      return { kind: 'aggregate', aggregate, asGroup: true, why: '问一组单位的统计。' };
  return undefined;
}

/** Which agencies fulfil a condition. */
function planWho(frame: Frame): Plan | undefined {
  // 不公开的原因都有哪些: of one that is named the reasons are figures.
  if (named(frame) > 0 && asksReasons(frame) && !frame.has('everyone') && frame.kinds.length === 0)
    return undefined;
  if (asksQuantity(frame) && frame.conditions.length === 0) return undefined;
  if (frame.has('howMany', 'sum', 'compare', 'share', 'trend') && frame.conditions.length === 0)
    return undefined;
  const kind = frame.sentence.of('kind')[0]?.span.text;
  const conditional = frame.conditions.length > 0 && named(frame) === frame.named.regions.length;
  if (
    !frame.has('everyone', 'list') &&
    !conditional &&
    (kind === undefined || /^(?:各|所有|全部)/.test(kind))
  )
    return undefined;
  const asksSum =
    (frame.has('sum') || /多少|(?<!哪)几/.test(frame.sentence.text)) && frame.conditions.length > 0;
  if (frame.named.agencies.length > 0 || asksSum) return undefined;
  const each = /各单位|各家|每家|每个单位/.test(frame.sentence.text) && !/哪|谁/.test(frame.sentence.text);
  if ((frame.has('each') || each) && frame.conditions.length === 0) return undefined;
  return { kind: 'list', asGroup: true, why: '问哪些单位符合条件。' };
}

function planYears(frame: Frame): Plan | undefined {
  const years = yearCount(frame);
  const single = years === 1 && !frame.has('whichYear');
  if ((frame.has('trend', 'whichYear') && !single) || years > 2 || frame.years.some((y) => y.kind === 'last'))
    return { kind: 'trend', asGroup: frame.group, why: '问几年间的走势。' };
  if (named(frame) > 1) return { kind: 'comparison', asGroup: false, why: '说到两家以上。' };
  if (years === 2) return { kind: 'comparison', asGroup: frame.group, why: '说到两年。' };
  return undefined;
}

function planGroup(frame: Frame): Plan {
  const change = frame.has('change', 'differ') || (frame.has('compare') && frame.has('change'));
  if (frame.group && frame.named.agencies.length === 0) {
    if (
      frame.has('each') ||
      (/每个单位|各单位|每家|各家|各[乡镇街局部委县区中政]/.test(frame.sentence.text) &&
        !frame.has('sum') &&
        !together.test(frame.sentence.text))
    )
      return {
        kind: 'ranking',
        asGroup: true,
        order: { direction: 'most', limit: shown.everyone },
        why: '问每家各多少：按数排列。',
      };
    return { kind: 'aggregate', aggregate: 'sum', asGroup: true, why: '问一组单位的合计。' };
  }
  const unknown = unexplained(frame);
  if (frame.metrics.impossible.length > 0 || qualified(frame) || deniesOther(frame) || receivesOther(frame))
    return { kind: 'not-held', asGroup: false, why: '表格里没有这样的分项。' };
  // A word that nobody knows in place of a name: all agencies together would be the wrong answer.
  const strange = frame.group
    ? unknown
    : frame.sentence.rest.filter((text) => /\p{Script=Han}|[a-z]{3}/u.test(text));
  if (named(frame) === 0 && strange.length > 0 && !frame.has('sum'))
    return { kind: 'not-held', asGroup: false, why: `不知道“${strange.join('、')}”指什么。` };
  if (named(frame) === 0)
    return { kind: 'aggregate', aggregate: 'sum', asGroup: true, why: '没有说到单位：合计全部。' };
  return { kind: 'value', asGroup: false, ...(change ? { change: true } : {}), why: '问一家单位的数。' };
}

import type { Frame } from '../read/frame.ts';
import { areCompared } from '../read/places.ts';
import { asksQuantity, asksReasons, type Plan, unexplained, yearCount } from './clues.ts';

/** How many rivals a ranking shows when the question does not say. */
const shown = { best: 5, ranking: 10, everyone: 50 };

/** The kind of a question about figures; the first rule that fits decides. */
export function planFigure(frame: Frame): Plan {
  return (
    planMixed(frame) ??
    planLoneMean(frame) ??
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

function named(frame: Frame): number {
  return frame.named.agencies.length + frame.named.regions.length;
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

const inARow = /连续[两二三四五六七八九十几\d]+年|连年/;
const withoutException = /(?:全部|全都|一律|均为|都是?)(?:结果)?(?:维持|纠正|败诉|胜诉)/;

/** Which of 或 and 且 binds closer nobody can tell: no figure rather than a wrong one. */
function planMixed(frame: Frame): Plan | undefined {
  const { text } = frame.sentence;
  const untold = frame.group && (inARow.test(text) || withoutException.test(text));
  if (untold)
    return { kind: 'not-understood', asGroup: false, why: '连续几年、全部维持这样的条件还不会算。' };
  if (frame.anyOf !== 'mixed' || frame.conditions.length === 0) return undefined;
  return { kind: 'not-understood', asGroup: false, why: '“或”与“且”混用，无法确定哪些条件合在一起。' };
}

const ownMean = /平均|average|mean/;

/** 教育局2024年平均收到几件: one agency has one figure a year; what it might be divided by no report tells. */
function planLoneMean(frame: Frame): Plan | undefined {
  const alone = named(frame) === 1 && !frame.group && yearCount(frame) === 1;
  const single = frame.named.agencies.length === 1 || frame.named.regions.some((slot) => slot.government);
  if (!alone || !single || !frame.has('mean') || !ownMean.test(frame.sentence.text)) return undefined;
  if (/水平|比|高于|低于/.test(frame.sentence.text)) return undefined;
  return { kind: 'not-held', asGroup: false, why: '一家单位一年只有一个数，没有平均数。' };
}

function planCount(frame: Frame): Plan | undefined {
  // 教育局处罚了几家企业: of one agency its decisions are counted, not those whom they met.
  if (frame.counts && frame.named.agencies.length === 1 && otherThings.test(frame.sentence.text))
    return { kind: 'not-held', asGroup: false, why: '表格只登件数，不登家数。' };
  if (!frame.counts || frame.has('mean', 'median', 'most', 'least')) return undefined;
  return { kind: 'aggregate', aggregate: 'count', asGroup: true, why: '问有几家单位符合条件。' };
}

/** Several agencies by name are compared with each other, however the question is put. */
function planSeveral(frame: Frame): Plan | undefined {
  if (!areCompared(frame) || frame.has('position', 'list') || frame.order || yearCount(frame) > 1)
    return undefined;
  if (frame.has('trend') || frame.kinds.length > 0) return undefined;
  if (frame.has('sum') && !frame.has('compare', 'each', 'most', 'least', 'rank', 'share', 'of'))
    return { kind: 'aggregate', aggregate: 'sum', asGroup: false, why: '说到的几家合起来的数。' };
  return { kind: 'comparison', asGroup: false, why: '在说到的几家之间比较。' };
}

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

function planRanking(frame: Frame): Plan | undefined {
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
  if (frame.has('breakdown') && named(frame) > 0 && !order) return undefined;
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

function planAggregate(frame: Frame): Plan | undefined {
  const alone = frame.named.agencies.length > 0 || frame.named.regions.some((slot) => slot.government);
  // 近三年一共, 三年平均: over the years of one agency or of all.
  if (
    yearCount(frame) > 1 &&
    frame.has('sum', 'mean', 'median') &&
    !frame.has('each', 'trend', 'compare', 'differ')
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
  const asksSum = (frame.has('sum') || /多少|几/.test(frame.sentence.text)) && frame.conditions.length > 0;
  if (frame.named.agencies.length > 0 || asksSum) return undefined;
  if (frame.has('each') && frame.conditions.length === 0) return undefined;
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

/** 专利申请量: an unknown word directly before 申请 makes another matter of it. */
function qualified(frame: Frame): boolean {
  const { text } = frame.sentence;
  return frame.metrics.spans.some((span) => {
    const word = unexplained(frame).find((rest) => text.slice(0, span.start).endsWith(rest));
    return word !== undefined && /^(?:申请|收件)/.test(span.text);
  });
}

const denied = /(?:没有?|未|不)(?![收接受])\p{Script=Han}{1,5}的(?:信息公开)?(?:申请|件)/u;

/** 没给的申请有多少: those that met something which no row is called by are not all that came in. */
function deniesOther(frame: Frame): boolean {
  return frame.metrics.weak && denied.test(frame.sentence.text);
}

function planGroup(frame: Frame): Plan {
  const change = frame.has('change', 'differ') || (frame.has('compare') && frame.has('change'));
  if (frame.group && frame.named.agencies.length === 0) {
    if (
      frame.has('each') ||
      (/每个单位|各单位|每家|各家|各[乡镇街局部委县区中政]/.test(frame.sentence.text) && !frame.has('sum'))
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
  if (frame.metrics.impossible.length > 0 || qualified(frame) || deniesOther(frame))
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

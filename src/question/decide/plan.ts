import { type Frame, namesFigure, namesSomebody } from '../read/frame.ts';
import { asksReasons, hasUsableFigure, type Plan, strays, unexplained, yearCount } from './clues.ts';
import { planFigure } from './plan-figure.ts';
import { planList, planMissing } from './plan-list.ts';
import { planOfFigure } from './plan-of-figure.ts';
import { planDefinition, planMentioned } from './plan-words.ts';

/** The rules in order: the first that fits decides. */
const rules: ((frame: Frame) => Plan | undefined)[] = [
  planHelp,
  planDefinition,
  planSmallTalk,
  planMentioned,
  planFalsePremise,
  planImpossible,
  planOfFigure,
  planWhy,
  planAudit,
  planContact,
  planMissing,
  planProblems,
  (frame) => (hasUsableFigure(frame) ? planFigure(frame) : undefined),
  planPassages,
  planComparison,
  planList,
  planTrend,
  planSummary,
  planUnknownName,
];

export function planQuestion(frame: Frame): Plan {
  for (const rule of rules) {
    const plan = rule(frame);
    if (plan) return plan;
  }
  return { kind: 'not-understood', asGroup: false, why: '没有认出单位、指标或年报里的事项。' };
}

function planHelp(frame: Frame): Plan | undefined {
  if (!frame.has('help') || namesSomebody(frame) || namesFigure(frame)) return undefined;
  if (frame.sentence.of('offTopic').length > 0) return undefined;
  return { kind: 'help', asGroup: false, why: '问的是能做什么。' };
}

function planSmallTalk(frame: Frame): Plan | undefined {
  if (frame.sentence.of('offTopic').length === 0 || namesFigure(frame)) return undefined;
  if (frame.has('problems', 'improvements', 'list', 'audit') && namesSomebody(frame)) return undefined;
  return { kind: 'not-understood', asGroup: false, why: '闲谈或年报以外的事。' };
}

function planFalsePremise(frame: Frame): Plan | undefined {
  if (!frame.premise?.withheld) return undefined;
  return { kind: 'not-held', asGroup: false, why: `年报没有“${frame.premise.what}”。` };
}

const money = /花了多少|花费|多少钱|费用多少|几块钱/;

/** 行政处罚 … 收了多少钱: the item has no such column. */
function planImpossible(frame: Frame): Plan | undefined {
  const priced = frame.metrics.wanted.some((ids) => /^disclosure\.(?:fees|procurement)/.test(ids[0] ?? ''));
  if (money.test(frame.sentence.text) && !priced && frame.metrics.wanted.length > 0)
    return { kind: 'not-held', asGroup: false, why: '表格里没有这样的金额。' };
  if (frame.metrics.impossible.length === 0 || frame.metrics.wanted.length > 0) return undefined;
  return { kind: 'not-held', asGroup: false, why: '表格里没有这样的分项。' };
}

const noReport = /(?:为什么|为何|为啥|怎么|咋)(?:会)?(?:没有?|缺)(?:收录?|报告|年报|数据)?[\s?？呢啊了]*$/;

function planWhy(frame: Frame): Plan | undefined {
  if (!frame.has('why') || asksReasons(frame) || /几[件个条]|多少/.test(frame.sentence.text))
    return undefined;
  // 2021年的为什么没有: of a report, not of what one says.
  if (
    namesSomebody(frame) &&
    frame.years.length > 0 &&
    frame.topic === 'none' &&
    noReport.test(frame.sentence.text)
  )
    return { kind: 'list', asGroup: false, why: '问为什么没有那一年的报告。' };
  return {
    kind: 'passages',
    asGroup: frame.group,
    sections: [1, 5, 6],
    why: '问原因：只有报告的文字能说明。',
  };
}

function planAudit(frame: Frame): Plan | undefined {
  if (!frame.has('audit', 'doubt')) return undefined;
  if (frame.topic !== 'none' && !namesSomebody(frame) && !frame.group) return undefined;
  const asGroup = frame.group || (frame.has('list', 'everyone') && !namesSomebody(frame));
  const tell = frame.has('doubt') && !frame.has('audit') ? { tell: 'doubt' as const } : {};
  return { kind: 'audit', asGroup, ...tell, why: '问数据是否对得上。' };
}

function planContact(frame: Frame): Plan | undefined {
  if (!frame.has('contact') || namesFigure(frame) || frame.topic === 'figure') return undefined;
  return { kind: 'contact', asGroup: false, why: '问联系方式。' };
}

/** 针对不足怎么做的: what is done about them. */
const againstProblems =
  /(?:针对|对于|围绕|就|面对|为了?解决)[^,，。?？]{0,14}(?:问题|不足|短板|困难|薄弱环节|弱项|缺点)[^,，。?？]*(?:怎么|怎样|如何|咋|采取|打算|措施|举措|做法|做了|干了|改|解决|应对)/;

function planProblems(frame: Frame): Plan | undefined {
  const problems = frame.has('problems') && !againstProblems.test(frame.sentence.text);
  if (!problems && !frame.has('improvements', 'problems')) return undefined;
  if (namesFigure(frame) && !problems) return undefined;
  const compared = frame.named.agencies.length + frame.named.regions.length > 1 && frame.has('compare');
  if (compared && (namesFigure(frame) || frame.metrics.weak)) return undefined;
  const asksAgencies = frame.group && (frame.theme || frame.topic !== 'none');
  if (asksAgencies && !/最常见|最多|普遍|主要/.test(frame.sentence.text))
    return { kind: 'passages', asGroup: true, sections: [5], why: '问哪些单位有这样的问题或措施。' };
  return {
    kind: problems ? 'problems' : 'improvements',
    asGroup: frame.group,
    ...(frame.group || !namesSomebody(frame) ? { grouped: true } : {}),
    why: problems ? '问存在的问题。' : '问改进措施。',
  };
}

function planPassages(frame: Frame): Plan | undefined {
  const matter = frame.topic !== 'none' || frame.theme;
  const loose =
    frame.text !== '' && (frame.has('passages') || (frame.group && unexplained(frame).length > 0));
  if (!matter && !loose) return undefined;
  const doubtful = !matter || (unexplained(frame).length > 0 && !frame.has('passages'));
  if (!namesSomebody(frame) && !frame.group && doubtful) return undefined;
  if (frame.has('howMany', 'most', 'least') && frame.topic !== 'figure' && !matter) return undefined;
  return { kind: 'passages', asGroup: frame.group, why: '问报告文字里的事项。' };
}

function planComparison(frame: Frame): Plan | undefined {
  const { agencies, regions } = frame.named;
  const several = agencies.length + regions.length > 1;
  const twoYears = yearCount(frame) === 2;
  if (several && !frame.has('list')) return { kind: 'comparison', asGroup: false, why: '说到两家以上。' };
  if (!namesSomebody(frame) && !frame.group) return undefined;
  if (twoYears || frame.has('differ', 'change', 'compare'))
    return { kind: 'comparison', asGroup: frame.group, change: true, why: '问两年之间的变化。' };
  return undefined;
}

function planTrend(frame: Frame): Plan | undefined {
  if (!namesSomebody(frame) || !(frame.has('trend') || yearCount(frame) > 2)) return undefined;
  return { kind: 'trend', asGroup: false, why: '问历年情况。' };
}

function planSummary(frame: Frame): Plan | undefined {
  if (!namesSomebody(frame)) return undefined;
  const ofReports = /年报|报告|材料/.test(frame.sentence.text);
  if (/多少|几[件个条次起名人家]/.test(frame.sentence.text) && !ofReports)
    return { kind: 'not-held', asGroup: false, why: '问的数不在年报的表格里。' };
  if (!frame.has('summary', 'report') && strays(frame))
    return { kind: 'not-held', asGroup: false, why: '有没认出的字，问的也不是年报。' };
  if (unexplained(frame).length === 0)
    return { kind: 'summary', asGroup: false, why: '只说到单位：给出概要。' };
  const what = unexplained(frame).join('');
  if (frame.has('howMany', 'most', 'least', 'share') || !frame.has('passages', 'summary', 'report'))
    return { kind: 'not-held', asGroup: false, why: `年报里没有“${what}”这一项。` };
  return { kind: 'passages', asGroup: false, why: '问报告文字里的事项。' };
}

/** A figure of ours is asked for, but of somebody nobody knows. */
function planUnknownName(frame: Frame): Plan | undefined {
  const asked = frame.metrics.wanted.length > 0 && frame.has('howMany') && unexplained(frame).length > 0;
  return asked ? { kind: 'not-held', asGroup: false, why: '没有认出问的是哪个单位。' } : undefined;
}

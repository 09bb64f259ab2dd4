import { withoutBound } from '../read/conditions.ts';
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

const aboveMean =
  /(?:超过|高于|低于|大于|小于|多于|少于|不到|高出|above|below)(?:了|全[省市县区]|总体|the)*\s*(?:的)?(?:平均|average|mean)/;
const exceptSomebody = /除了|除去|不含|不包括|排除|except |excluding|apart from/;

/** Which of 或 and 且 binds closer nobody can tell: no figure rather than a wrong one. */
export function planMixed(frame: Frame): Plan | undefined {
  const { text } = frame.sentence;
  const untold = frame.group && (inARow.test(text) || withoutException.test(text));
  if (untold)
    return { kind: 'not-understood', asGroup: false, why: '连续几年、全部维持这样的条件还不会算。' };
  const ofShare =
    frame.has('share') && frame.conditions.some(({ wanted }) => !wanted[0]?.startsWith('rates.'));
  if (frame.group && ofShare)
    return { kind: 'not-understood', asGroup: false, why: '占比上的条件还不会算。' };
  if (frame.group && aboveMean.test(text))
    return { kind: 'not-understood', asGroup: false, why: '和平均数比的条件还不会算。' };
  const leavesOut = frame.has('except') && exceptSomebody.test(text) && !withoutBound.test(text);
  if (leavesOut && frame.except.spans.size === 0 && named(frame) > 0)
    return { kind: 'not-understood', asGroup: false, why: '没有认出不算在内的是谁。' };
  if (frame.anyOf !== 'mixed' || frame.conditions.length === 0) return undefined;
  return { kind: 'not-understood', asGroup: false, why: '“或”与“且”混用，无法确定哪些条件合在一起。' };
}

const supposed =
  /如果(?!说|方便|可以|可能|有空|有的话|我?没记错|不麻烦|允许)|假如|假设|倘若|会怎样|会怎么样|预测|预计|估计/;

/** What would be, no report tells. */
export function planSupposed(frame: Frame): Plan | undefined {
  if (!supposed.test(frame.sentence.text)) return undefined;
  return { kind: 'not-held', asGroup: false, why: '年报只登已有的数，不作假设和预测。' };
}

const persons = /(?:多少|几)[人名位所户](?!次)/;

/** 处罚了多少人: decisions are counted, not those whom they met. */
export function planPersons(frame: Frame): Plan | undefined {
  const decisions = frame.metrics.wanted.some((ids) =>
    /^disclosure\.(?:penalties|compulsions)/.test(ids[0] ?? ''),
  );
  if (!decisions || !persons.test(frame.sentence.text)) return undefined;
  return { kind: 'not-held', asGroup: false, why: '表格只登处理决定的件数，不登人数。' };
}

const thing =
  /(?:多少|几)[封笔张名位辆台套间所亩吨元]?(?![件个条起次项份家例宗单])(\p{Script=Han})[\s?？。了呢啊呀吗]*$/u;

/** 收到多少税: what was received is another thing than an application. */
export function receivesOther(frame: Frame): boolean {
  const said = frame.metrics.spans.some((span) => /申请|依申请|公开|受理|件/.test(span.text));
  const object = thing.exec(frame.sentence.text)?.[1];
  return frame.metrics.weak && !said && object !== undefined && frame.sentence.rest.includes(object);
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

const organEnd = /(?:ju|zhen|xiang|zhengfu|weiyuanhui|zhongxin|jiedao|bangongshi)$/;
const syllables =
  /^(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:[iu]?ang|[iu]?an|iong|ong|[eiu]?ng|[aeiou]n|iao|[iu]ai|[aeo]i|[aeiou][aou]?|i[eu]|u[eio]|er))+$/;

/**
 * 第三方意见征询件数, 判决书案号: a matter that nobody knows changes what is counted; the figure beside it would be
 * another one. In English only what looks like a name in pinyin: other words there mostly say nothing.
 */
export function planForeign(frame: Frame): Plan | undefined {
  const unknown = unexplained(frame);
  const foreign =
    frame.sentence.language === 'zh'
      ? unknown
      : unknown.filter((word) => organEnd.test(word) && word.length > 5 && syllables.test(word));
  if (foreign.length === 0) return undefined;
  return {
    kind: 'not-held',
    asGroup: false,
    why: `不知道“${foreign.join('、')}”指什么，旁边的数不是问的数。`,
  };
}

/** 应诉律师费, 企业提起的诉讼: only table three is told apart by applicants. */
export function planOtherTable(frame: Frame): Plan | undefined {
  const { wanted } = frame.metrics;
  const others = wanted.length > 0 && wanted.every((ids) => /^(?:reviews|disclosure)\./.test(ids[0] ?? ''));
  const said = frame.sentence.of('applicant').filter(({ span }) => span.senses.length === 1);
  if (!others || said.length === 0 || frame.conditions.length > 0) return undefined;
  const what = said.map(({ span }) => span.text).join('、');
  return { kind: 'not-held', asGroup: false, why: `表格只在申请中分“${what}”。` };
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

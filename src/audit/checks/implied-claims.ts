import type { Claim, Report } from '../../model/report.ts';
import { sentencesOf } from '../sentences.ts';

const counted = (value: number) =>
  new RegExp(`(?<!复议及|复议、)行政诉讼(?:案件)?(?:共|合计|计|为|有|案)?\\s*${value}\\s*[件起宗]`);
const about = /信息公开|依申请/;
/** Counts something else: other suits, those of one outcome, or together with 复议. */
const never =
  /出庭|胜诉|败诉|审结|维持|撤诉|各类|全部行政诉讼|其中|一审|二审|再审|未经复议|复议后|同比|较上年|去年/;

/**
 * 因政府信息公开引发行政诉讼3件 speaks of both litigation blocks together, which no single cell of table 四 holds.
 */
function litigation(claim: Claim): string | undefined {
  if (!about.test(claim.text) || never.test(claim.text)) return undefined;
  return counted(claim.value).test(claim.text) ? 'reviews.litigation.total' : undefined;
}

/** 发生2件因政府信息公开引起的行政复议案件 */
const reconsidered = (value: number) =>
  new RegExp(
    `(?<![\\d.])${value}\\s*[件起宗](?:因|由|涉及|关于)[^，。；]{0,16}信息公开[^，。；]{0,12}行政复议(?:案件)?(?![^，。；]{0,2}(?:和|及|与|、))`,
  );

function reconsideration(claim: Claim): string | undefined {
  if (never.test(claim.text.replace(/维持/g, ''))) return undefined;
  return reconsidered(claim.value).test(claim.text) ? 'reviews.reconsideration.total' : undefined;
}

/** What the word directly before a figure speaks of where the sentence before the semicolon was about applications. */
const outcomes: readonly (readonly [string, string])[] = [
  ['(?:答复|办结|办理完毕)', 'applications.handledTotal.total'],
  ['(?<!不|部分)予以公开', 'applications.granted.total'],
  ['(?:予以)?部分公开', 'applications.partlyGranted.total'],
  ['不予公开', 'applications.refused.total'],
  ['无法提供', 'applications.unavailable.total'],
  ['不予处理', 'applications.notProcessed.total'],
  ['结转(?:至|到)?(?:下一?年度?|次年)(?:继续办理)?', 'applications.carriedForward.total'],
];
const applications = /(?:新收|收到|受理|接收).{0,24}申请.{0,8}\d/;
/** 从答复情况看，“予以公开”14件 */
const byItself = /(?:答复|办理)(?:情况|结果)|(?:已|办)(?:办结|答复)的?(?:\d+件)?申请?中/;
const others = /建议|提案|信访|热线|工单|留言|复议|诉讼|许可|意见|投诉|举报/;

/** 收到申请58件，上年结转3件；答复59件。 The second half goes on about the applications. */
function continued(report: Report, claim: Claim): string | undefined {
  if (others.test(claim.text)) return undefined;
  const text = claim.text.replace(/[“”"]/g, '');
  const found = outcomes.find(([word]) => directly(word, claim).test(text))?.[1];
  if (!found || byItself.test(text)) return found;
  const sentence = sentencesOf(report, [claim.section]).find(({ text }) => text === claim.text);
  const before = sentence?.before;
  if (!before?.endsWith('；') || !applications.test(before) || others.test(before)) return undefined;
  return found;
}

function directly(word: string, { value }: Claim): RegExp {
  return new RegExp(
    `(?:^|[，、：；])(?:其中)?[，：]?(?:已|均已|全部|共|依法)?${word}(?:的|共|申请)?\\s*${value}\\s*件`,
  );
}

/** What a figure speaks of that names no cell by its own words; undefined where the sentence does not say so plainly. */
export function impliedReading(report: Report, claim: Claim): string | undefined {
  if (claim.about || !/^[件起宗]$/.test(claim.unit)) return undefined;
  return litigation(claim) ?? reconsideration(claim) ?? continued(report, claim);
}

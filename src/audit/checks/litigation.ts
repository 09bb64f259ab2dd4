import type { Claim } from '../../model/report.ts';

const counted = (value: number) =>
  new RegExp(`(?<!复议及|复议、)行政诉讼(?:案件)?(?:共|合计|计|为|有|案)?\\s*${value}\\s*[件起宗]`);
const about = /信息公开|依申请/;
/** Counts something else: other suits, those of one outcome, or together with 复议. */
const never =
  /出庭|胜诉|败诉|审结|维持|撤诉|各类|全部行政诉讼|其中|一审|二审|再审|未经复议|复议后|同比|较上年|去年/;

/**
 * 因政府信息公开引发行政诉讼3件 speaks of both litigation blocks together, which no single cell of table 四 holds.
 * @returns the derived sum, or undefined where the sentence does not say so plainly
 */
export function litigationClaim(claim: Claim): string | undefined {
  if (claim.about || !/[件起宗]/.test(claim.unit) || !about.test(claim.text) || never.test(claim.text))
    return undefined;
  return counted(claim.value).test(claim.text) ? 'reviews.litigation.total' : undefined;
}

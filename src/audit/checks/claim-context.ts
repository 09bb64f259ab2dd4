import type { Claim, Report } from '../../model/report.ts';
import { figure } from '../figure.ts';
import { claimsOf } from '../sentences.ts';

/** Where the figure stands in its sentence, for words around it; numerals in Chinese are not found again. */
function digits(claim: Claim): string {
  return `(?<![\\d.])${claim.value}\\s*${claim.unit}`;
}

/** 上年度收到2件: the words before the figure make it another year's. */
function lastYears(claim: Claim): boolean {
  const before = new RegExp(
    `(?:上一?年度?|去年|上年|前年)(?:同期)?(?!度?结转)[^，。；\\d]{0,12}${digits(claim)}`,
  );
  return !claim.about?.includes('carried') && before.test(claim.text);
}

/** 2019年至2023年累计受理136件 */
function severalYears(claim: Claim): boolean {
  const before = new RegExp(
    `(?:20\\d{2}年?(?:至|到|—|-|－|～)20\\d{2}年|以来|历年)[^；。]{0,24}?${digits(claim)}`,
  );
  return before.test(claim.text) && !claim.text.includes('其中');
}

const ours = /信息公开|依申请公开|公开申请/g;
/** Applications for something else than information. */
const foreign =
  /(?:许可|贷款|提取|登记|救助|补贴|补助|低保|审批|备案|证照|工伤|仲裁|职称|专利|商标|住房|户口|落户|入学|注册|认定|核准|援助|调解|理赔|报销|招生|行政确认)[^，。；]{0,6}申请/g;

/** 受理行政许可申请138件，办结125件: the applications named last before the figure are no requests for information. */
function otherApplications(claim: Claim): boolean {
  if (!claim.about?.startsWith('applications.')) return false;
  const at = claim.value === 0 ? -1 : claim.text.search(new RegExp(digits(claim)));
  const words = at < 0 ? claim.text : claim.text.slice(0, at);
  const last = (pattern: RegExp) => [...words.matchAll(pattern)].at(-1)?.index ?? -1;
  return last(foreign) > last(ours);
}

/** 按时办结24件，2件延期: a part of what was handled. */
function inTimeOnly(claim: Claim, value: number): boolean {
  const part = claim.about === 'applications.handledTotal.total' && claim.value < value;
  return (
    part && /按[时期][^，。；]{0,4}(?:办结|答复)/.test(claim.text) && /延期|逾期|延长|超期/.test(claim.text)
  );
}

/** 三年分别收到30件、48件、58件: a list over years or organs in which the table's figure has its place too. */
function listed(claim: Claim, value: number): boolean {
  return /分别|依次/.test(claim.text) && new RegExp(`(?<![\\d.])${value}\\s*${claim.unit}`).test(claim.text);
}

/**
 * Where the agency's own figure stands beside that of the whole area, or where the parts of the area add up to the
 * table's figure, the other counts are no slip. Counts of one thing side by side are those of several organs.
 */
function explained(report: Report, claim: Claim, id: string, value: number): boolean {
  const inSentence = claimsOf(report).filter((other) => other.text === claim.text);
  const alike = inSentence.filter((other) => other.about === id);
  if (!claim.scope && alike.length < 2) return false;
  const elsewhere = claimsOf(report).filter((other) => claim.scope && other.about === id);
  if ([...inSentence, ...elsewhere].some((other) => other.value === value)) return true;
  return alike.length > 1 && alike.reduce((sum, part) => sum + part.value, 0) === value;
}

/** 收到5件（上年结转1件、新收4件）: the sentence tells the table's figure too, so that the other one is no slip. */
function toldBeside(report: Report, claim: Claim, value: number): boolean {
  return claimsOf(report).some(
    (other) => other.about === claim.about && other.text === claim.text && other.value === value,
  );
}

/** Whether the sentence itself shows that its figure counts something else than the cell. */
export function countsSomethingElse(report: Report, claim: Claim, id: string): boolean {
  const value = figure(report, id)?.value;
  if (value === undefined) return false;
  return (
    lastYears(claim) ||
    severalYears(claim) ||
    otherApplications(claim) ||
    inTimeOnly(claim, value) ||
    listed(claim, value) ||
    toldBeside(report, claim, value) ||
    explained(report, claim, id, value)
  );
}

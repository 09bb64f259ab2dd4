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
  if (claim.scope && otherScope(report, claim.scope)) return true;
  const elsewhere = claimsOf(report).filter((other) => claim.scope && other.about === id);
  const unnamed = inSentence.filter((other) => other.about === null);
  if ([...alike, ...unnamed, ...elsewhere].some((other) => other.value === value)) return true;
  return alike.length > 1 && alike.reduce((sum, part) => sum + part.value, 0) === value;
}

/** 全县收到95件，其中县政府本级17件: the table counts the county's, so whatever else is told of 本级 is another count. */
function otherScope(report: Report, scope: string): boolean {
  const id = 'applications.newReceived.total';
  const value = figure(report, id)?.value;
  const claims = claimsOf(report);
  const whole = claims.filter((c) => c.about === id && c.value === value && c.scope !== scope);
  const part = (c: Claim) => c.scope === scope && c.value !== value;
  return whole.some((w) => claims.some((c) => part(c) && (c.about === id || c.text === w.text)));
}

/**
 * 收到5件（上年结转1件、新收4件）: the sentence tells the table's figure too, so that the other one is no slip. The
 * next sentence does so where it sorts out what was asked: 收到4件。经审查，属于信息公开申请的2件。
 */
function toldBeside(report: Report, claim: Claim, value: number): boolean {
  return claimsOf(report).some(
    (other) =>
      other.about === claim.about &&
      other.value === value &&
      (other.text === claim.text || (samePlace(other, claim) && sorted.test(other.text))),
  );
}

const sorted = /(?:属于|符合|认定为|确认为|实为)(?:政府)?信息公开申请/;

function samePlace(a: Claim, b: Claim): boolean {
  return a.place.line === b.place.line && a.place.page === b.place.page;
}

/** Whether the sentence itself shows that its figure counts something else than the cell. */
export function countsSomethingElse(report: Report, claim: Claim, id: string): boolean {
  const value = figure(report, id)?.value;
  if (value === undefined) return false;
  return (
    lastYears(claim) ||
    severalYears(claim) ||
    inTimeOnly(claim, value) ||
    listed(claim, value) ||
    toldBeside(report, claim, value) ||
    explained(report, claim, id, value)
  );
}

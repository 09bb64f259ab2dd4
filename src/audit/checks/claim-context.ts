import type { Claim, Report } from '../../model/report.ts';
import { figure } from '../figure.ts';

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

/** 三年分别收到30件、48件、58件: a list over years or organs in which the table's figure has its place too. */
function listed(claim: Claim, value: number): boolean {
  return /分别|依次/.test(claim.text) && new RegExp(`(?<![\\d.])${value}\\s*${claim.unit}`).test(claim.text);
}

/**
 * Where the agency's own figure stands beside that of the whole area, or where the parts of the area add up to the
 * table's figure, the other counts are no slip.
 */
function explained(report: Report, claim: Claim, id: string, value: number): boolean {
  if (!claim.scope) return false;
  const own = report.claims.some(
    (other) => other.value === value && (other.about === id || other.text === claim.text),
  );
  const parts = report.claims.filter(
    (other) => other.about === id && other.scope && other.text === claim.text,
  );
  return own || (parts.length > 1 && parts.reduce((sum, part) => sum + part.value, 0) === value);
}

/** Whether the sentence itself shows that its figure counts something else than the cell. */
export function countsSomethingElse(report: Report, claim: Claim, id: string): boolean {
  const value = figure(report, id)?.value;
  if (value === undefined) return false;
  return lastYears(claim) || listed(claim, value) || explained(report, claim, id, value);
}

import { differs } from '../../catalogue/laws.ts';
import type { Finding } from '../../model/finding.ts';
import type { Claim, Report } from '../../model/report.ts';
import { withDigits } from '../../naming/numerals.ts';
import { printed, quotations } from '../cells.ts';
import { anyDoubtful } from '../doubt.ts';
import { numberIn } from '../percent.ts';
import { claimsOf, sentencesOf } from '../sentences.ts';

const total = 'applications.newReceived.total';
const columns = ['commercial', 'research', 'publicWelfare', 'legalService', 'otherOrganization'];
/** 法人或其他组织4件, 法人及其他组织申请4件; 法人1件、其他组织3件 are two counts that no cell holds alone. */
const counted =
  /法人(?:(?:或|和|及|以及|与|、)(?:者)?其[他它]组织)(?:的)?(?:提出|提交)?(?:的)?(?:申请)?(?:共|为|有|的)?[:：]?(\d[\d,，]*)[件宗]/;

/**
 * The five columns under 法人或其他组织 have no printed sum, so that no single cell can be set against the claim. Asked
 * only where the sentence tells all that was newly received as the table does: then it counts the same applications.
 */
export function organizationFindings(report: Report): Finding[] {
  const ids = columns.map((column) => `applications.newReceived.${column}`);
  const cells = ids.map((id) => printed(report, id));
  if (cells.includes(undefined) || anyDoubtful(report, ids)) return [];
  const computed = cells.reduce<number>((sum, cell) => sum + (cell ?? 0), 0);
  const natural = printed(report, 'applications.newReceived.naturalPerson');
  // A row that does not add up is told by another check; which of its cells is right nobody knows.
  if (natural === undefined || differs(natural + computed, printed(report, total) ?? 0)) return [];
  return claimsOf(report)
    .filter((claim) => claim.about === total && claim.value === printed(report, total))
    .flatMap((claim) => {
      const told = counted.exec(withDigits(wordsAround(report, claim)))?.[1];
      return told && differs(numberIn(told), computed)
        ? [finding(report, claim, numberIn(told), computed, ids)]
        : [];
    });
}

/** The sentence, and the next ones of its paragraph that go on with who asked: 新收18件。按主体分，自然人15件，法人…3件。 */
function wordsAround(report: Report, claim: Claim): string {
  const sentences = sentencesOf(report, [claim.section]).filter(
    ({ place }) => place.line === claim.place.line && place.page === claim.place.page,
  );
  const at = sentences.findIndex(({ text }) => text === claim.text);
  const next = at < 0 ? [] : sentences.slice(at + 1).filter(({ text }) => /自然人.*法人/.test(text));
  return [claim.text, ...next.map(({ text }) => text)].join('');
}

function finding(report: Report, claim: Claim, told: number, computed: number, ids: string[]): Finding {
  return {
    rule: 'text-against-table',
    severity: claim.scope ? 'notice' : 'warning',
    message: `文字写新收申请中“法人或其他组织”${told}件，表格五列之和为 ${computed}件`,
    readings: ids,
    printed: told,
    computed,
    quotations: [{ ...claim.place, text: claim.text }, ...quotations(report, ids)],
  };
}

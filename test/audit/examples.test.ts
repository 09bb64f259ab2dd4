import { expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { checks } from '../../src/audit/checks/all.ts';
import { tablesOf } from './tables-of.ts';
import { type Written, writtenReport } from './written-report.ts';

const total = (row: string) => `applications.${row}.total`;
const reconsideration = (result: string) => `reviews.reconsideration.${result}`;

/** What the page of checks gives as the example of a rule, as a report. */
const examples: Record<string, Written[]> = {
  'application-balance': [{ figures: { [total('newReceived')]: 21, [total('handledTotal')]: 20 } }],
  'handled-total': [
    {
      figures: {
        [total('granted')]: 7,
        [total('partlyGranted')]: 3,
        [total('refused.internalAffairs')]: 2,
        [total('unavailable.notHeld')]: 3,
        [total('notProcessed.repeated')]: 1,
        [total('handledTotal')]: 17,
      },
    },
  ],
  'applicant-total': [
    {
      figures: {
        'applications.granted.naturalPerson': 14,
        'applications.granted.commercial': 2,
        'applications.granted.legalService': 1,
        [total('granted')]: 16,
      },
    },
  ],
  'review-block-total': [{ figures: { [reconsideration('upheld')]: 10, [reconsideration('corrected')]: 1 } }],
  'implausible-value': [
    { figures: { 'disclosure.permits.decisions': 12.5 } },
    { figures: { [total('newReceived')]: -3 } },
    { figures: { [total('newReceived')]: 'XX' } },
  ],
  'in-force-too-few': [
    {
      figures: {
        'disclosure.normativeDocuments.issued': 5,
        'disclosure.normativeDocuments.repealed': 1,
      },
    },
  ],
  'text-against-table': [
    { figures: tablesOf({ received: 101, granted: 101 }), general: '依申请公开。全年办结104件。' },
  ],
  'growth-in-text': [
    { figures: tablesOf({ received: 95, granted: 95 }), general: '新收申请95件，比上年94件增长1.50%。' },
  ],
  'share-in-text': [
    {
      figures: tablesOf({ received: 21, granted: 21 }),
      general: '新收申请21件，其中自然人申请18件，占95.7%。',
    },
  ],
  'missing-part': [{ six: '' }],
  'part-five-incomplete': [{ five: '无' }],
  'other-year': [{ general: '2022年，我局新收政府信息公开申请0件。' }],
  'other-agency': [{ general: '2023年，水利局共收到政府信息公开申请3件。' }],
  'other-self': [{ agency: '青禾县柳溪乡人民政府', general: '我镇全年公开信息30条。' }],
  'placeholder-text': [{ general: 'XX局新收政府信息公开申请__件。' }],
  'fee-confusion': [{ figures: { 'disclosure.fees.amount': 0.02 }, six: '本年收取信息处理费200元。' }],
  'publication-date': [{ date: '2024年3月5日' }, { date: '2023年1月12日' }],
  'numbering-restarts': [
    { five: '（一）问题\n解读较少。\n（二）措施\n（一）丰富解读形式。\n（二）按月检查。' },
  ],
};

it.each(Object.entries(examples))('%s finds what its example tells', async (rule, reports) => {
  expect(checks.map(({ id }) => id)).toContain(rule);
  for (const written of reports) {
    const findings = audit(await writtenReport(written));
    expect(findings.map((finding) => finding.rule)).toContain(rule);
  }
});

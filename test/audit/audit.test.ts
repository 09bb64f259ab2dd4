import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import { checks } from '../../src/audit/checks/all.ts';
import { checksPage } from '../../src/audit/checks-page.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Report } from '../../src/model/report.ts';
import { packageRoot } from '../../src/package-root.ts';
import { MemoryLibrary } from '../support/memory-library.ts';
import { balancedReport, claim, section } from './balanced-report.ts';

const only = (rule: string, findings: Finding[]) => findings.filter((finding) => finding.rule === rule);
const errors = (report: Report) => audit(report).filter((finding) => finding.severity === 'error');

describe('the sums of the tables', () => {
  it('finds nothing in a report whose figures balance', () => {
    expect(audit(balancedReport())).toEqual([]);
  });

  it('says what a block of table 四 prints and what it adds up to', () => {
    const report = balancedReport({
      'reviews.reconsideration.upheld': 10,
      'reviews.reconsideration.corrected': 1,
    });
    expect(errors(report)).toMatchObject([{ rule: 'review-block-total', printed: 0, computed: 11 }]);
    expect(errors(report)[0]?.readings[0]).toBe('reviews.reconsideration.total');
    expect(report.readings['reviews.reconsideration.total']?.value).toBe(0);
  });

  it('finds a row total, an outcome total and a balance that are off', () => {
    const report = balancedReport({
      'applications.newReceived.naturalPerson': 3,
      'applications.newReceived.total': 4,
    });
    expect(errors(report).map((f) => [f.rule, f.readings[0], f.printed, f.computed])).toEqual([
      ['application-balance', 'applications.carriedForward.total', 0, 4],
      ['application-balance', 'applications.carriedForward.naturalPerson', 0, 3],
      ['applicant-total', 'applications.newReceived.total', 4, 3],
    ]);
  });

  it('names in a sum only what its cells do not share with the total', () => {
    const row = balancedReport({
      'applications.granted.naturalPerson': 14,
      'applications.granted.commercial': 2,
      'applications.granted.total': 17,
    });
    expect(only('applicant-total', errors(row))[0]?.message).toContain('（自然人 14 + 商业企业 2）');
    const column = balancedReport({
      'applications.granted.naturalPerson': 2,
      'applications.handledTotal.naturalPerson': 3,
    });
    expect(only('handled-total', errors(column))[0]?.message).toMatch(
      /总计（自然人）”印为 3，.*（予以公开 2）/,
    );
  });

  it('counts a one-row 其他处理 once, and its three rows instead where they are printed', () => {
    const figures = { 'applications.otherHandling.other.total': 2, 'applications.otherHandling.total': 2 };
    const report = balancedReport({ ...figures, 'applications.handledTotal.total': 2 });
    expect(only('handled-total', errors(report))).toEqual([]);
  });

  it('tells blank cells as not assessable, once for a rule, and never as an error', () => {
    const report = balancedReport({
      'applications.newReceived.naturalPerson': null,
      'applications.granted.naturalPerson': null,
    });
    const findings = audit(report);
    expect(findings.every((finding) => finding.severity === 'notice')).toBe(true);
    expect(findings.map((finding) => finding.rule).sort()).toEqual([
      'applicant-total',
      'application-balance',
      'handled-total',
    ]);
    expect(findings[0]?.message).toContain('空白不等于 0');
  });

  it('still sees a contradiction that the printed cells alone show', () => {
    const report = balancedReport({
      'reviews.reconsideration.pending': null,
      'reviews.reconsideration.upheld': 7,
    });
    expect(errors(report)).toMatchObject([{ printed: 0, computed: 7 }]);
  });

  it('accuses no consistent report, whatever its figures', () => {
    const columns = [
      'naturalPerson',
      'commercial',
      'research',
      'publicWelfare',
      'legalService',
      'otherOrganization',
    ];
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 6, maxLength: 6 }), fc.nat(40), (granted, left) => {
        const figures: Record<string, number> = {};
        const put = (row: string, values: number[]) => {
          for (const [i, column] of columns.entries())
            figures[`applications.${row}.${column}`] = values[i] ?? 0;
          figures[`applications.${row}.total`] = values.reduce((a, b) => a + b, 0);
        };
        put('granted', granted);
        put('handledTotal', granted);
        put('carriedForward', [left, 0, 0, 0, 0, 0]);
        put('newReceived', [(granted[0] ?? 0) + left, ...granted.slice(1)]);
        expect(errors(balancedReport(figures))).toEqual([]);
      }),
    );
  });
});

describe('values', () => {
  it('names negative, broken, absurd and unfilled values', () => {
    const report = balancedReport({
      'disclosure.permits.decisions': -3,
      'disclosure.penalties.decisions': 12.5,
      'disclosure.compulsions.decisions': 99_999_999,
      'disclosure.regulations.issued': 'XX',
      'disclosure.fees.amount': 7730.28,
    });
    expect(only('implausible-value', audit(report)).map((f) => f.readings[0])).toEqual([
      'disclosure.regulations.issued',
      'disclosure.permits.decisions',
      'disclosure.penalties.decisions',
      'disclosure.compulsions.decisions',
    ]);
  });
});

describe('text against tables', () => {
  const figures = { 'applications.handledTotal.total': 101 };
  const found = (claims: Report['claims']) =>
    only('text-against-table', audit(balancedReport(figures, { claims }))).map((f) => [
      f.severity,
      f.printed,
      f.computed,
    ]);

  it('says where the text claims another figure than the table', () => {
    expect(found([claim('applications.handledTotal.total', 104)])).toEqual([['warning', 104, 101]]);
    expect(found([claim('applications.handledTotal.total', 101)])).toEqual([]);
  });

  it('makes a difference of scope a notice', () => {
    expect(found([claim('applications.handledTotal.total', 95, '件', '全区')])).toEqual([
      ['notice', 95, 101],
    ]);
  });

  it('takes 元 and 万元 for the same money, and a rounded rate for right', () => {
    const report = balancedReport(
      {
        'disclosure.fees.amount': 12.5,
        'applications.granted.total': 1,
        'applications.handledTotal.total': 3,
      },
      { claims: [claim('disclosure.fees.amount', 125_000, '元'), claim('rates.disclosure', 33.3, '%')] },
    );
    expect(only('text-against-table', audit(report))).toEqual([]);
  });

  it('recomputes a growth that the sentence itself gives figures for', () => {
    const wrong = balancedReport(
      {},
      { sections: [section(1, ['2023年受理申请95件，比上年94件增长1.50%。'])] },
    );
    expect(only('growth-in-text', audit(wrong, new MemoryLibrary([wrong])))).toMatchObject([
      { printed: 1.5, computed: 1.06 },
    ]);
    const right = balancedReport(
      {},
      { sections: [section(1, ['2023年受理申请95件，比上年94件增长1.06%。'])] },
    );
    expect(only('growth-in-text', audit(right, new MemoryLibrary([right])))).toEqual([]);
  });
});

describe('form and wording', () => {
  it('misses parts, a date, a measure', () => {
    const report = balancedReport(
      {},
      { sections: [section(1, ['文字。'])], publishedAt: null, improvements: [] },
    );
    expect(
      audit(report)
        .map((f) => f.rule)
        .sort(),
    ).toEqual(['missing-part', 'missing-part', 'publication-date']);
    expect(only('publication-date', audit(balancedReport({}, { publishedAt: '2024-03-05' })))).toMatchObject([
      { severity: 'warning' },
    ]);
  });

  it('sees a sentence of last year left in, but not comparisons and plans', () => {
    const text = ['2022年，我局新收申请3件。', '较2022年增长2件。', '2024年，我局将加强培训。'];
    const findings = only(
      'other-year',
      audit(balancedReport({}, { sections: [section(1, text.slice(0, 2)), section(5, text.slice(2))] })),
    );
    expect(findings.map((f) => f.quotations[0]?.text)).toEqual(['2022年，我局新收申请3件。']);
  });

  it('sees another town written as the organ’s own', () => {
    const agency = {
      id: '柳溪乡',
      name: '青禾县柳溪乡人民政府',
      aliases: [],
      region: { county: '青禾县', town: '柳溪乡' },
      kind: 'town' as const,
    };
    const sections = [
      section(1, ['对松坪镇下辖11个村进行督导。', '我镇认真落实。', '赴松坪镇学习。']),
      section(5, ['无']),
      section(6, ['无']),
    ];
    const findings = audit(balancedReport({}, { agency, sections }));
    expect(only('other-place', findings)).toHaveLength(1);
    expect(only('other-self', findings)).toHaveLength(1);
  });

  it('sees numbering that starts again', () => {
    const sections = [
      section(5, ['（一）问题', '（二）措施', '（一）加强学习']),
      section(1, ['甲']),
      section(6, ['无']),
    ];
    expect(only('numbering-restarts', audit(balancedReport({}, { sections })))).toHaveLength(1);
  });
});

describe('prose without end', () => {
  it('costs no more than a moment', () => {
    const text = '全县收到政府信息公开申请3件，较上年增加1件，增长5%，其中自然人18件，占95.7%；'.repeat(8000);
    const claims = Array.from({ length: 20_000 }, () => ({
      ...claim('applications.newReceived.total', 3),
      text,
    }));
    const report = balancedReport(
      {},
      { sections: [section(1, [text]), section(5, ['无问题。将改进。'])], claims },
    );
    const started = performance.now();
    audit(report);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('the page of checks', () => {
  it('is what the checks say (npm run docs writes it)', () => {
    expect(readFileSync(join(packageRoot, 'docs/checks.md'), 'utf8')).toBe(checksPage(checks));
  });

  it('gives every rule one id, and every finding a rule and a severity that the page names', () => {
    expect(new Set(checks.map((check) => check.id)).size).toBe(checks.length);
  });
});

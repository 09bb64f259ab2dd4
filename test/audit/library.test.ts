import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { Finding } from '../../src/model/finding.ts';
import { MemoryLibrary } from '../support/memory-library.ts';
import { balancedReport, claim, section } from './balanced-report.ts';

const only = (rule: string, findings: Finding[]) => findings.filter((finding) => finding.rule === rule);

const county = balancedReport(
  {},
  {
    id: '2023-1111111111',
    agency: {
      id: '青禾县|人民政府',
      name: '青禾县人民政府',
      aliases: [],
      region: { county: '青禾县' },
      kind: 'government',
    },
  },
);

describe('with a library', () => {
  const before = balancedReport(
    {
      'applications.carriedForward.total': 4,
      'disclosure.normativeDocuments.inForce': 30,
      'disclosure.permits.decisions': 32_150,
    },
    { id: '2022-0000000000', year: 2022, title: '青禾县教育局2022年政府信息公开工作年度报告' },
  );

  it('checks the year before: carried over, in force, jumps', () => {
    const now = balancedReport({
      'applications.carriedIn.total': 3,
      'disclosure.normativeDocuments.issued': 7,
      'disclosure.normativeDocuments.inForce': 30,
      'disclosure.permits.decisions': 61,
    });
    const findings = audit(now, new MemoryLibrary([before, now]));
    expect(only('carry-over', findings)).toMatchObject([{ severity: 'error', printed: 3, computed: 4 }]);
    expect(only('in-force-chain', findings)).toMatchObject([{ printed: 30, computed: 37 }]);
    expect(only('scope-jump', findings)).toHaveLength(1);
    expect(audit(now).some((finding) => finding.rule === 'carry-over')).toBe(false);
  });

  it('shows copied sentences side by side', () => {
    const texts = [
      '一是对涉及群众切身利益的重点领域信息公开还不够全面；二是部分工作人员业务能力仍有待进一步提高；三是政策解读形式比较单一缺少图文视频。',
    ];
    const then = { ...before, sections: [section(5, texts)] };
    const now = balancedReport({}, { sections: [section(1, ['甲']), section(5, texts), section(6, ['无'])] });
    const [finding] = only('copied-from-last-year', audit(now, new MemoryLibrary([then, now])));
    expect(finding?.message).toContain('3 句与2022年年报相同');
    expect(finding?.quotations[1]?.text).toMatch(/^（2022年年报）/);
  });

  it('calls two long sentences that come back a copy, and two short ones not', () => {
    const long = ['甲', '乙'].map((who) => `${who}${'围绕重点领域持续推进公开内容更加细致全面'.repeat(3)}。`);
    for (const [texts, found] of [
      [long, 1],
      [long.map((text) => `${text.slice(0, 20)}。`), 0],
    ] as const) {
      const then = { ...before, sections: [section(1, [...texts])] };
      const now = balancedReport({}, { sections: [section(1, [...texts])] });
      expect(only('copied-from-last-year', audit(now, new MemoryLibrary([then, now])))).toHaveLength(found);
    }
  });

  it('reads last year’s figure behind its year', () => {
    const then = balancedReport({ 'applications.newReceived.total': 70 }, { id: before.id, year: 2022 });
    const now = balancedReport(
      { 'applications.newReceived.total': 7 },
      {
        claims: [
          { ...claim('applications.newReceived.total', 7), text: '收到申请7件，比2022年的82件下降91.5%。' },
        ],
      },
    );
    const findings = audit(now, new MemoryLibrary([then, now]));
    expect(only('last-year-in-text', findings)).toMatchObject([{ printed: 82, computed: 70 }]);
    expect(only('scope-jump', findings)).toHaveLength(1);
  });

  it('notices a county whose figure is below its bureau’s', () => {
    const bureau = balancedReport({ 'disclosure.permits.decisions': 64 });
    expect(only('superior-smaller', audit(bureau, new MemoryLibrary([county, bureau])))).toMatchObject([
      { severity: 'notice' },
    ]);
  });

  it('accuses nobody of a difference in figures that were not read with certainty', () => {
    const warnings = [
      { code: 'row-alignment', message: '', readings: ['applications.carriedForward.total'] },
    ];
    const now = balancedReport({ 'applications.carriedIn.total': 3, 'applications.carriedForward.total': 3 });
    const findings = audit(now, new MemoryLibrary([{ ...before, warnings }, now]));
    expect(only('carry-over', findings)).toMatchObject([{ severity: 'notice' }]);
  });

  it('recomputes a growth against the report of the year before, and sees another base in the text', () => {
    const then = { ...before, readings: { ...before.readings } };
    const now = (text: string) => ({
      ...balancedReport({ 'disclosure.permits.decisions': 40_000 }, { sections: [section(1, [text])] }),
      claims: [{ ...claim('disclosure.permits.decisions', 40_000), text }],
    });
    const found = (text: string) => {
      const report = now(text);
      return audit(report, new MemoryLibrary([then, report])).filter(({ rule }) => /text$/.test(rule));
    };
    expect(found('作出行政许可40000件，同比增长24.42%。')).toEqual([]);
    expect(found('作出行政许可40000件，同比增长42.4%。')).toMatchObject([
      { rule: 'growth-in-text', printed: 42.4, computed: 24.42 },
    ]);
    expect(found('作出行政许可40000件，较上年的32000件增长25%。')).toMatchObject([
      { rule: 'last-year-in-text', severity: 'notice', printed: 32_000, computed: 32_150 },
    ]);
  });

  it('tells the county too that a bureau’s figure is above its own, the largest one', () => {
    const bureaus = [12, 64].map((decisions, i) =>
      balancedReport(
        { 'disclosure.permits.decisions': decisions },
        {
          id: `2023-222222222${i}`,
          agency: { ...balancedReport().agency, id: `青禾县|${i}局`, name: `青禾县${i}局` },
        },
      ),
    );
    const findings = only('superior-smaller', audit(county, new MemoryLibrary([county, ...bureaus])));
    expect(findings).toMatchObject([{ severity: 'notice', printed: 0 }]);
    expect(findings[0]?.message).toContain('青禾县1局同年年报的 64');
  });

  it('sees the text of another agency under its own name', () => {
    const words = (name: string) => [
      `${name}坚持把公开工作列入重要议事日程，主要领导亲自部署并定期听取汇报。`,
      `${name}对公开栏目逐项开展自查，发现更新不及时的内容当日督促整改到位。`,
      `在村级便民服务点设置查询窗口，方便老年群众就近查询惠民补贴发放情况。`,
    ];
    const organ = (id: string, name: string) =>
      balancedReport(
        {},
        {
          id: `2023-${id}`,
          agency: {
            id: name,
            name: `青禾县${name}人民政府`,
            aliases: [name],
            region: { county: '青禾县', town: name },
            kind: 'town',
          },
          sections: [section(1, words(name)), section(5, ['我镇将加强培训。']), section(6, ['无'])],
        },
      );
    const [a, b] = [organ('3333333333', '柳溪镇'), organ('4444444444', '松坪镇')];
    const [finding] = only('same-text-elsewhere', audit(a, new MemoryLibrary([a, b])));
    expect(finding?.message).toContain('3 句中有 3 句与青禾县松坪镇人民政府2023年年报相同');
    expect(finding?.quotations[1]?.text).toContain('松坪镇坚持把公开工作');
  });
});

import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/model/query.ts';
import { ask, fictional, received } from './fictional.ts';

const water = '青禾县水务局';
const finding = {
  rule: 'row-total',
  severity: 'error' as const,
  message: '“本年新收”印为 3，按各列相加为 2',
  readings: [received],
  printed: 3,
  computed: 2,
  quotations: [],
};
const library = [
  fictional({ agency: water, year: 2022, cells: { [received]: 3 }, more: { findings: [finding] } }),
];
const query = (more: Partial<Query>) => ({
  kind: 'value' as const,
  agencies: [water],
  years: [2022],
  readings: [received],
  ...more,
});

describe('what the talk before said', () => {
  it('is told where it is what is asked', () => {
    const answer = ask(library, query({ matterFrom: 'context' }));
    expect(answer.text).toMatch(/（沿用上文：新收政府信息公开申请）$/);
    expect(ask(library, query({})).text).not.toContain('沿用上文');
  });

  it('is told with the words that are looked for', () => {
    const sought = query({ kind: 'passages', readings: [], text: '培训', matterFrom: 'context' });
    expect(ask(library, sought).text).toContain('（沿用上文：“培训”）');
  });
});

describe('a contradiction between figures', () => {
  it('is told in the language of the question', () => {
    expect(ask(library, query({})).text).toContain('请注意：“本年新收”印为 3，按各列相加为 2');
    const english = ask(library, query({ language: 'en' })).text;
    expect(english).toContain(
      'new applications received (本年新收政府信息公开申请数量) is printed as 3; the other cells make it 2',
    );
    expect(english).not.toContain('印为');
  });
});

describe('a share', () => {
  it('is named in the language of the question', () => {
    const measure = { kind: 'share' as const, of: received };
    expect(ask(library, query({ measure })).text).toContain('占');
    const english = ask(library, query({ measure, language: 'en' })).text;
    expect(english).toContain('as a share of');
    expect(english.split('\n')[1]).not.toContain('占');
  });
});

describe('the measures of 县政府', () => {
  it('are told, not where the report speaks of 县政府', () => {
    const report = fictional({ agency: '青禾县人民政府', year: 2022, kind: 'government' });
    const text = '2022年，县政府门户网站更新及时。';
    report.sections[0]?.paragraphs.push({ text, place: { line: 9 } });
    report.improvements = [{ text: '聘请法律顾问。', place: { line: 83 } }];
    const asked = { kind: 'improvements' as const, agencies: ['青禾县人民政府'], years: [2022] };
    for (const question of ['县政府2022年怎么整改的', '青禾县政府2022年怎么整改的'])
      expect(ask([report], asked, question).text).toContain('聘请法律顾问。');
  });
});

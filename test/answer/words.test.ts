import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { ask, fictional, received } from './fictional.ts';

const shortage = '专业人员不足，信息公开工作力量薄弱。';
const copied = '通过“净美青禾”微信公众号及时公开政务信息。';

function withWords(agency: string, more: Partial<Report> = {}, problem = shortage): Report {
  const report = fictional({ agency, year: 2023, cells: { [received]: 5 }, more });
  const [first] = report.sections;
  first?.paragraphs.push({ text: `我单位重视公开工作。${copied}年内未发生泄密。`, place: { line: 6 } });
  report.problems = problem ? [{ text: problem, place: { line: 81 } }] : [];
  return report;
}

const reports = [
  withWords('青禾县水务局', { improvements: [{ text: '加强业务培训。', place: { line: 83 } }] }),
  withWords('青禾县教育局'),
  withWords('石桥镇人民政府', {}, '政策解读形式单一。'),
  withWords('柳湾乡人民政府', {}, ''),
];

describe('problems and improvements', () => {
  it('of one agency are verbatim, with the place', () => {
    const answer = ask(reports, { kind: 'problems', agencies: ['青禾县水务局'] });
    expect(answer.passages).toMatchObject([
      { text: shortage, line: 81, section: '五、存在的主要问题及改进情况' },
    ]);
    expect(answer.text).toContain(`1. ${shortage}`);
    expect(answer.text).toContain('第81行');
  });

  it('say that the report names none', () => {
    const answer = ask(reports, { kind: 'improvements', agencies: ['青禾县教育局'] });
    expect(answer).toMatchObject({ kind: 'improvements', passages: [] });
    expect(answer.text).toMatch(/^年报未写改进措施\n/);
  });

  it('over all agencies are grouped by theme, counted and quoted', () => {
    const answer = ask(reports, { kind: 'problems', grouped: true });
    expect(answer.text).toMatch(/^最常见的问题：人员不足.*（2家）/);
    expect(answer.text).toContain(`「${shortage}」——`);
    expect(answer.text).toContain('1份年报没有写问题');
    expect(answer.passages.some((passage) => passage.text === shortage)).toBe(true);
  });
});

describe('passages', () => {
  it('give the sentence, the part, the place, and lay the same words of several agencies together', () => {
    const answer = ask(reports, { kind: 'passages', text: '微信公众号' });
    expect(answer.passages).toHaveLength(1);
    expect(answer.passages[0]).toMatchObject({ text: copied, section: '一、总体情况', line: 6 });
    expect(answer.passages[0]?.same).toHaveLength(3);
    expect(answer.text).toContain('另有3家单位同样表述：');
    expect(answer.text).toMatch(/^4家单位的年报提到“微信公众号”/);
    expect(answer.agencies).toHaveLength(4);
  });

  it('are not held when nothing is found', () => {
    const answer = ask(reports, { kind: 'passages', text: '区块链' });
    expect(answer).toMatchObject({ kind: 'not-held', passages: [] });
    expect(answer.text).toMatch(/^收录的年报里没有找到“区块链”/);
  });

  it('leave out what holds only a scrap of what was looked for', () => {
    const near = withWords('青禾县财政局', {}, '');
    near.sections[0]?.paragraphs.push({ text: '公开培训费等经费。', place: { line: 9 } });
    const hit = withWords('青禾县司法局', {}, '');
    hit.sections[0]?.paragraphs.push({ text: '对人员的业务培训还不够。', place: { line: 9 } });
    const answer = ask([near, hit], { kind: 'passages', text: '人员业务培训不够' });
    expect(answer.agencies).toEqual(['青禾县司法局']);
    expect(answer.text).toMatch(/^1家单位的年报有与“人员业务培训不够”有关的表述/);
  });

  const saying = (agency: string, text: string, year = 2023) => {
    const report = fictional({ agency, year });
    report.sections[0]?.paragraphs.push({ text, place: { line: 9 } });
    return report;
  };

  it('tell the very words apart from like ones and from denials', () => {
    const held = [
      saying('青禾县财政局', '通过微信公众号发布预算。'),
      saying('青禾县司法局', '依托微信公众平台推送案例。'),
      saying('青禾县民政局', '本单位未开设微信公众号。'),
      saying('青禾县统计局', '加强对工作微信群的管理。'),
    ];
    const answer = ask(held, { kind: 'passages', text: '微信公众号' }, '谁用微信公众号');
    expect(answer.text).toMatch(/^1家单位的年报提到“微信公众号”：青禾县财政局\n/);
    expect(answer.text).toContain('另有1家单位的说法与此有关：青禾县司法局');
    expect(answer.text).toContain('另有1家单位的原文含否定说法：青禾县民政局');
    expect(answer.agencies).not.toContain('青禾县统计局');
    const without = ask(held, { kind: 'passages', text: '微信公众号' }, '谁没有微信公众号');
    expect(without.agencies).toEqual(['青禾县民政局']);
  });

  it('are looked for in every year unless the question names one', () => {
    const held = [
      saying('青禾县财政局', '通过微信公众号发布预算。', 2021),
      saying('青禾县司法局', '按时公开信息。'),
    ];
    const asked = { kind: 'passages', text: '微信公众号' } as const;
    const fromTalk = ask(held, { ...asked, years: [2023], yearsFrom: 'context' });
    expect(fromTalk).toMatchObject({ kind: 'passages', years: [2021] });
    expect(fromTalk.text).not.toContain('沿用上文');
    expect(ask(held, { ...asked, years: [2023], yearsFrom: 'question' }).kind).toBe('not-held');
  });

  it('fill a screen, not more', () => {
    const held = Array.from({ length: 30 }, (_, i) =>
      saying(
        `青禾县第${i}局`,
        `通过微信公众号公开第${i}类事项，${String.fromCharCode(0x4e00 + i).repeat(90)}。`,
      ),
    );
    const answer = ask(held, { kind: 'passages', text: '微信公众号' });
    expect(answer.agencies).toHaveLength(30);
    expect(answer.text.length).toBeLessThan(1200);
    expect(answer.text).toMatch(/还有2\d处没有列出/);
  });

  it('do not claim to be all where there may be more', () => {
    const held = Array.from({ length: 120 }, (_, i) =>
      saying(`青禾县第${i}局`, `微信公众号发布第${String.fromCharCode(0x4e00 + i)}类事项。`),
    );
    const answer = ask(held, { kind: 'passages', text: '微信公众号' });
    expect(answer.text).toMatch(/^至少\d+家单位的年报提到“微信公众号”/);
    expect(ask(held.slice(0, 20), { kind: 'passages', text: '微信公众号' }).text).toMatch(/^20家单位/);
  });

  it('answer a question that only the reports have the words for', () => {
    const held = [
      saying('青禾县水务局', '举办供水企业开放周，邀请居民代表参观净水车间。'),
      ...Array.from({ length: 9 }, (_, i) => saying(`青禾县第${i}局`, '按时公开信息，做好解读。')),
    ];
    const answer = ask(held, { kind: 'not-understood' }, '居民代表参观净水车间了吗？');
    expect(answer).toMatchObject({ kind: 'passages', agencies: ['青禾县水务局'] });
    expect(ask(held, { kind: 'not-understood' }, '公开信息').kind).toBe('not-understood');
    expect(ask(held, { kind: 'not-understood' }, '今天参观什么好').kind).toBe('not-understood');
  });

  it('keep to one agency', () => {
    const answer = ask(reports, { kind: 'passages', text: '微信公众号', agencies: ['石桥镇人民政府'] });
    expect(answer.agencies).toEqual(['石桥镇人民政府']);
    expect(answer.passages).toHaveLength(1);
  });
});

describe('summary', () => {
  it('is a card of figures, changes, problems, measures and findings', () => {
    const before = fictional({ agency: '青禾县水务局', year: 2022, cells: { [received]: 2 } });
    const { text, values } = ask([before, ...reports], { kind: 'summary', agencies: ['青禾县水务局'] });
    expect(text).toMatch(/^青禾县水务局 2023年\n《/);
    expect(text).toMatch(/新收申请 +5 件 +\+3/);
    expect(text).toContain(`1. ${shortage}`);
    expect(text).toContain('1. 加强业务培训。');
    expect(text).toContain('没有发现数字自相矛盾');
    expect(values.find((value) => value.reading === received)?.citation?.line).toBe(40);
  });
});

describe('audit', () => {
  const finding = (severity: 'error' | 'notice', message: string) => ({
    rule: 'some-rule',
    severity,
    message,
    readings: [received],
    printed: 12,
    computed: 11,
    quotations: [{ text: '10\t1\t12', line: 66 }],
  });
  const faulty = withWords('白塔县民政局', {
    findings: [finding('notice', '发布日期晚于1月31日'), finding('error', '总计与各项之和不符')],
  });

  it('tells the gravest first, with the row and its place', () => {
    const answer = ask([faulty], { kind: 'audit', agencies: ['白塔县民政局'] });
    expect(answer.findings.map((one) => one.severity)).toEqual(['error', 'notice']);
    expect(answer.findings[0]).toMatchObject({
      printed: 12,
      computed: 11,
      agency: '白塔县民政局',
      year: 2023,
    });
    expect(answer.text).toMatch(/^有1处数字对不上，另有1处提示\n/);
    expect(answer.text).toContain('【错误】总计与各项之和不符\n   「10 1 12」（第66行）');
  });

  it('says when nothing was found, and over many reports who contradicts itself', () => {
    expect(ask(reports, { kind: 'audit', agencies: ['青禾县水务局'] }).text).toMatch(/^没有发现问题/);
    const answer = ask([...reports, faulty], { kind: 'audit' });
    expect(answer.text).toMatch(/^1份年报有数字对不上\n核对了5份年报/);
    expect(answer.findings).toHaveLength(2);
  });
});

describe('contact', () => {
  const contact = {
    phone: '0999-1234567',
    office: '政务公开办公室',
    text: '联系电话：0999-1234567。',
    place: { line: 4 },
  };
  const older = fictional({ agency: '青禾县水务局', year: 2022, more: { contact } });

  it('gives the telephone first and takes an older report where the newest is silent', () => {
    const answer = ask([older, ...reports], { kind: 'contact', agencies: ['青禾县水务局'] });
    expect(answer.text).toMatch(/^电话：0999-1234567\n青禾县水务局（2022年年报所印）/);
    expect(answer.passages[0]).toMatchObject({ line: 4, year: 2022 });
  });

  it('says that a report gives none', () => {
    const answer = ask(reports, { kind: 'contact', agencies: ['青禾县教育局'] });
    expect(answer.text).toMatch(/^年报没有写联系方式/);
    expect(answer.passages).toEqual([]);
  });
});

describe('what cannot be answered', () => {
  it('asks back with numbered options', () => {
    const inner = {
      kind: 'value' as const,
      agencies: [],
      years: [],
      yearsFrom: 'default' as const,
      agenciesFrom: 'all' as const,
      readings: [],
      filter: {},
      measure: { kind: 'plain' as const },
      language: 'zh' as const,
    };
    const options = ['青禾县水务局', '白塔县水务局'].map((label) => ({ label, query: inner }));
    const answer = ask(reports, { kind: 'clarify', options });
    expect(answer.options).toEqual(['青禾县水务局', '白塔县水务局']);
    expect(answer.text).toContain('1. 青禾县水务局\n2. 白塔县水务局');
  });

  it('says what is held instead of what is not', () => {
    const answer = ask(reports, { kind: 'not-held', wanted: { agency: '青禾县教育局和体育局', year: 2023 } });
    expect(answer.values).toEqual([]);
    expect(answer.text).toMatch(/^没有收录青禾县教育局和体育局2023年的年报/);
    expect(answer.text).toContain('现收录4家单位的4份年报（2023年）。');
    const what = ask(reports, { kind: 'not-held', wanted: { what: '三公经费' } });
    expect(what.text).toMatch(/^收录的年报里没有“三公经费”/);
  });

  it('shows three questions that can be answered, none over an empty library', () => {
    const answer = ask(reports, { kind: 'not-understood' });
    expect(answer.options).toHaveLength(3);
    expect(answer.text).toContain('2023年哪个单位收到的申请最多？');
    const empty = ask([], { kind: 'not-understood' });
    expect(empty.options).toEqual([]);
    expect(empty.text).toContain('目前还没有收录任何年报');
  });

  it.each([
    'value',
    'comparison',
    'ranking',
    'aggregate',
    'trend',
    'summary',
    'problems',
    'passages',
    'audit',
    'contact',
    'list',
  ] as const)('has nothing to say about %s over an empty library, and says so', (kind) => {
    const answer = ask([], { kind, readings: [received] });
    expect(answer.kind).toBe('not-held');
    expect(answer.values).toEqual([]);
    expect(answer.text).toContain('目前还没有收录任何年报');
  });

  it('helps in general and with one topic', () => {
    expect(ask(reports, { kind: 'help' }).text).toContain('排名：');
    expect(ask(reports, { kind: 'help', topic: 'ranking' }).text).toMatch(/^排名\n可以这样问：/);
  });
});

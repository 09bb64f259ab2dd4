import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import type { Answer } from '../../src/model/answer.ts';
import { parseAgencyName } from '../../src/naming/agency-name.ts';
import { understand } from '../../src/question/understand.ts';
import { corpusDay, fictionalLibrary } from '../support/fictional-library.ts';
import { MemoryLibrary } from '../support/memory-library.ts';

const { library, ids } = fictionalLibrary();
const figure = (code: string, year: number, reading: string) => {
  const row = library.holdings.findIndex((one) => one.agencyId === ids.get(code) && one.year === year);
  return library.column(reading).at(row).value ?? 0;
};

function ask(question: string): Answer {
  const { query } = understand(question, { library, today: corpusDay });
  return answer(query, question, library, { audit: () => [] });
}

/** Agencies that hold a report of the year and pass. */
function those(year: number, fits: (row: number) => boolean): string[] {
  return library.holdings.flatMap((one, row) => (one.year === year && fits(row) ? [one.agency] : [])).sort();
}

const received = 'applications.newReceived.total';
const penalties = 'disclosure.penalties.decisions';
const at = (reading: string, row: number) => library.column(reading).at(row).value ?? 0;

describe('questions over several agencies', () => {
  it('leave out who is excepted, and say so', () => {
    const all = ask('2024年所有单位一共收到多少申请');
    const rest = ask('除了秀岭区，2024年所有单位一共收到多少申请');
    expect(all.values[0]?.value).toBe((rest.values[0]?.value ?? 0) + figure('xl', 2024, received));
    expect(rest.text).toContain('不含秀岭区人民政府');
  });

  it('take those that meet one of two conditions', () => {
    const found = ask('2023年申请超过50件或者处罚超过60件的单位有哪些');
    const right = those(2023, (row) => at(received, row) > 50 || at(penalties, row) > 60);
    expect([...found.agencies].sort()).toEqual(right);
    expect(found.text).toMatch(/50 件或/);
  });

  it('take those that meet both conditions', () => {
    const found = ask('2023年申请超过10件并且有处罚的单位有哪些');
    const right = those(2023, (row) => at(received, row) > 10 && at(penalties, row) > 0);
    expect([...found.agencies].sort()).toEqual(right);
  });

  it('take those above the figure of another agency, and not itself', () => {
    const found = ask('2023年哪些单位的申请比秀岭区多');
    const bound = figure('xl', 2023, received);
    expect([...found.agencies].sort()).toEqual(those(2023, (row) => at(received, row) > bound));
    expect(found.text).toContain('秀岭区人民政府');
    expect(found.agencies).not.toContain('秀岭区人民政府');
  });

  it('count money in the unit of the table, whatever unit is said', () => {
    const fees = 'disclosure.fees.amount';
    const right = those(2023, (row) => at(fees, row) > 50);
    expect([...ask('2023年收费超过50万元的单位有哪些').agencies].sort()).toEqual(right);
    expect([...ask('2023年收费超过500000元的单位有哪些').agencies].sort()).toEqual(right);
  });

  it('tell what is absent from what is there', () => {
    const found = ask('2023年复议为0但有处罚的单位').kind;
    const { query } = understand('2023年复议为0但有处罚的单位', { library, today: corpusDay });
    expect(found).toBe('list');
    expect(query.filter.conditions).toEqual([
      { reading: 'reviews.reconsideration.total', operator: '=', value: 0 },
      { reading: penalties, operator: '>', value: 0 },
    ]);
  });

  it('do not guess how 或 and 且 bind', () => {
    expect(ask('2024年申请超过10件或者有复议，并且有诉讼的单位').kind).toBe('not-understood');
  });

  it('set regions against each other by the sums of their agencies', () => {
    const found = ask('云川省和岱南省2024年收到的申请哪个多');
    const sum = (province: string) =>
      library.holdings.reduce(
        (n, one, row) => (one.year === 2024 && one.region.province === province ? n + at(received, row) : n),
        0,
      );
    expect(found.kind).toBe('comparison');
    expect(found.values.map(({ agency, value }) => [agency, value])).toEqual([
      ['云川省', sum('云川省')],
      ['岱南省', sum('岱南省')],
    ]);
    expect(found.text).toContain('云川省更多');
  });

  it('rank each year by itself when each is asked for', () => {
    const found = ask('2023和2024年收到申请最多的分别是谁');
    const most = (year: number) =>
      Math.max(...library.holdings.flatMap((one, row) => (one.year === year ? [at(received, row)] : [])));
    for (const year of [2023, 2024]) {
      expect(found.values.find((value) => value.year === year)?.value).toBe(most(year));
      expect(found.text).toContain(`${year}年：`);
    }
  });
});

describe('what is told beside the answer', () => {
  it('is the name that a slip was taken for', () => {
    const found = ask('秀领区2024年收了多少申请');
    expect(found.values[0]?.value).toBe(figure('xl', 2024, received));
    expect(found.text).toContain('“秀领区”按“秀岭区”理解');
  });

  it('is a correction in the language of the question', () => {
    expect(ask('how many applications of 秀岭区 were dismissed in 2023').text).toMatch(/“refused”/);
    expect(ask('秀岭区2023年驳回了几件申请').text).toContain('没有“驳回”这一项');
  });

  it('is the table where the text gives no reason', () => {
    const found = ask('秀岭区2023年为什么不予公开');
    expect(found.kind).toBe('value');
    expect(found.values.map(({ reading }) => reading)).toContain('applications.refused.stateSecret.total');
  });
});

describe('places of their own', () => {
  const parsed = parseAgencyName('青禾县教育局');
  const [first] = library.holdings;
  const report = first && library.report(first.reportId);
  if (!report) throw new Error('the library is empty');
  const held = new MemoryLibrary([
    {
      ...report,
      year: 2024,
      agency: {
        id: parsed.id,
        name: '青禾县教育局',
        aliases: [],
        region: { county: '青禾县' },
        kind: parsed.kind,
      },
    },
  ]);
  const kind = (question: string) => understand(question, { library: held, today: corpusDay }).query.kind;

  it('are no short names of another place', () => {
    expect(kind('青禾教育局2024年申请几件')).toBe('value');
    expect(kind('青县教育局2024年申请几件')).toBe('not-held');
  });

  it('have the rank that is said', () => {
    expect(kind('县教育局2024年收到多少申请')).toBe('value');
    expect(kind('市教育局2024年收到多少申请')).toBe('not-held');
  });
});

describe('words sought', () => {
  const sought = (question: string) => understand(question, { library, today: corpusDay }).query.text;
  it('are the words of the question, whole', () => {
    expect(sought('哪些单位说人员培训不够')).toBe('人员培训不够');
    expect(sought('哪些单位没有专人负责')).toBe('没有专人负责');
    expect(sought('谁负责信息公开工作')).toContain('负责');
    expect(sought('秀岭区2023年怎么完善信息发布制度')).toBe('完善信息发布制度');
  });

  it('are Chinese where the question is English', () => {
    expect(sought('which agencies mention WeChat official accounts')).toBe('微信公众号');
  });

  it('are a phrase in quotation marks as it stands', () => {
    expect(sought('谁提到了“你点我检”')).toBe('你点我检');
  });
});

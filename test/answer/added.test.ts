import { describe, expect, it } from 'vitest';
import { answer } from '../../src/answer/answer.ts';
import { emptyQuery } from '../../src/question/resolve/empty.ts';
import { MemoryLibrary } from '../support/memory-library.ts';
import { ask, fictional, received } from './fictional.ts';
import { about, one, water } from './water-bureau.ts';

const secret = 'applications.refused.stateSecret.total';
const files = 'applications.refused.enforcementFiles.total';

describe('figures that are added up', () => {
  const sum = (cells: Record<string, number | null>, readings: string[]) =>
    ask(one(cells), { ...about, readings, added: true });

  it('are told one by one and with their sum, marked as computed', () => {
    const { text, values } = sum({ [secret]: 2, [files]: 5 }, [secret, files]);
    expect(text).toContain('相加得 7 件（2 + 5；按上面各数算出，年报没有印这个合计）。');
    expect(values.map(({ value }) => value)).toEqual([2, 5]);
  });

  it('are not where one holds the other, one is blank, or the units differ', () => {
    const own = 'applications.newReceived.naturalPerson';
    expect(sum({ [received]: 9, [own]: 4 }, [received, own]).text).toContain(
      '其中一项包含另一项，不能相加。',
    );
    expect(sum({ [secret]: 2, [files]: null }, [secret, files]).text).toContain('其中有没填的，没有相加。');
    const fees = 'disclosure.fees.amount';
    expect(sum({ [received]: 9, [fees]: 4 }, [received, fees]).text).not.toContain('相加');
  });

  it('count the two kinds of lawsuits once', () => {
    const of = (block: string) => `reviews.${block}.upheld`;
    const cells = {
      [of('directLitigation')]: 2,
      [of('litigationAfterReconsideration')]: 1,
      [of('reconsideration')]: 4,
    };
    const readings = [
      of('reconsideration'),
      of('litigation'),
      of('directLitigation'),
      of('litigationAfterReconsideration'),
    ];
    expect(sum(cells, readings).text).toContain('相加得 7 件（4 + 3；');
  });

  it('both are told of 上年结转 and 新收, 0 or not', () => {
    const carried = 'applications.carriedIn.total';
    const { text } = ask(one({ [received]: 9, [carried]: 0 }), {
      ...about,
      readings: ['applications.received.total'],
    });
    expect(text).toMatch(/新收申请\s+9 件\n上年结转\s+0 件/);
  });
});

describe('what an answer lacks', () => {
  it('names the years that were asked for and are not held', () => {
    const lackingYears = [2020, 2021];
    const told = `没有收录${water}2020、2021年的年报。`;
    const reports = [
      ...one({ [received]: 1 }),
      fictional({ agency: water, year: 2022, cells: { [received]: 2 } }),
    ];
    const years = [2022, 2023];
    const asked = { agencies: [water], years, readings: [received], lackingYears };
    expect(ask(reports, { ...asked, kind: 'aggregate', aggregate: 'sum' }).text).toContain(told);
    expect(ask(reports, { ...asked, kind: 'trend' }).text).toContain('没有收录2020、2021年的年报。');
  });

  it('goes on behind what was listed, and says when nothing is left', () => {
    const reports = Array.from({ length: 14 }, (_, i) =>
      fictional({ agency: `青禾县第${i + 1}局`, year: 2023, cells: { [received]: i } }),
    );
    const first = ask(reports, { kind: 'list' });
    expect(first.text).toContain('还有4家没有列出；问“还有吗”接着列');
    const next = ask(reports, { kind: 'list', skip: 10 });
    expect(next.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))).toHaveLength(4);
    expect(ask(reports, { kind: 'list', skip: 14 }).text).toContain('没有更多了，前面已经列全。');
  });

  it('names who else speaks of what the report asked about does not', () => {
    const silent = fictional({ agency: '石桥镇人民政府', year: 2023, cells: { [received]: 1 } });
    const speaking = fictional({ agency: water, year: 2023, cells: { [received]: 1 } });
    speaking.sections[0]?.paragraphs.push({ text: '开设微信公众号专栏公布供水信息。', place: { line: 6 } });
    const asked = { kind: 'passages' as const, agencies: ['石桥镇人民政府'], text: '微信公众号' };
    const { text, kind } = ask([silent, speaking], asked, '石桥镇用了微信公众号吗');
    expect(kind).toBe('not-held');
    expect(text).toMatch(/^石桥镇人民政府的年报里没有找到“微信公众号”\n/);
    expect(text).toContain(`别的单位有提到的：${water}`);
  });

  it('shows the last two rather than count them', () => {
    const reports = Array.from({ length: 12 }, (_, i) =>
      fictional({ agency: `青禾县第${i + 1}局`, year: 2023, cells: { [received]: i } }),
    );
    expect(ask(reports, { kind: 'list' }).text).not.toContain('没有列出');
  });
});

describe('a courtesy', () => {
  it('is answered in a line, in the language it was said in', () => {
    const library = new MemoryLibrary(one({ [received]: 1 }));
    const said = (language: 'zh' | 'en') =>
      answer({ ...emptyQuery('help', language), topic: 'courtesy.thanks' }, '', library, { audit: () => [] })
        .text;
    expect(said('zh')).toBe('不客气，还想查什么直接问。');
    expect(said('en')).toBe('You are welcome; just ask on.');
  });
});

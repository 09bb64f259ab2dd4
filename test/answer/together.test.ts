import { describe, expect, it } from 'vitest';
import { ask, fictional, received } from './fictional.ts';

const granted = 'applications.granted.total';
const concluded = 'applications.handledTotal.total';

function report(agency: string, year: number, county: string, [all, open]: [number, number], more = {}) {
  const cells = { [received]: all, [concluded]: all, [granted]: open };
  return fictional({
    agency,
    year,
    county,
    cells: { ...cells, 'applications.partlyGranted.total': 0, ...more },
  });
}

const reports = [
  report('青禾县水务局', 2022, '青禾县', [10, 1]),
  report('青禾县教育局', 2022, '青禾县', [90, 81]),
  report('青禾县水务局', 2023, '青禾县', [10, 5]),
  report('青禾县教育局', 2023, '青禾县', [30, 30]),
  report('望溪县水务局', 2023, '望溪县', [7, 7]),
];
const region = (name: string) => ({ level: 'county' as const, name });

describe('figures of many reports together', () => {
  it('give rates of the sums, in every kind of answer', () => {
    const sum = ask(reports, {
      kind: 'aggregate',
      aggregate: 'sum',
      readings: ['rates.disclosure'],
      years: [2022],
    });
    expect(sum.values[0]?.value).toBe(82);
    expect(sum.text).toContain('合起来为 82%');
    expect(sum.text).toContain('各家：青禾县教育局 90%，青禾县水务局 10%');
    const trend = ask(reports, { kind: 'trend', readings: ['rates.disclosure'], years: [2022, 2023] });
    expect(trend.values.map(({ value }) => value)).toEqual([82, 89.36]);
    expect(trend.text).toContain('+7.36点');
  });

  it('say of sums what makes them up, and of other figures what they are of', () => {
    const query = { kind: 'aggregate' as const, readings: [received], years: [2022] };
    expect(ask(reports, { ...query, aggregate: 'sum' }).text).toContain('其中：青禾县教育局 90 件');
    expect(ask(reports, { ...query, aggregate: 'mean' }).text).toContain('各家：青禾县教育局 90 件');
  });

  it('set regions side by side with the figure and what it rests on', () => {
    const groups = [region('青禾县'), region('望溪县')];
    const answer = ask(reports, { kind: 'comparison', groups, readings: [received], years: [2023] });
    expect(answer.text).toMatch(/^青禾县更多：40 件\n/);
    expect(answer.text).toContain('青禾县各单位中，2家单位（2份年报）');
    const rates = ask(reports, { kind: 'comparison', groups, readings: ['rates.disclosure'], years: [2023] });
    expect(rates.text).toMatch(/^望溪县更高：100%\n/);
  });
});

describe('the newest year', () => {
  it('is not taken in silence where another one holds far more reports', () => {
    const one = report('青禾县水务局', 2024, '青禾县', [1, 1]);
    const answer = ask([...reports, one], { kind: 'aggregate', aggregate: 'sum', readings: [received] });
    expect(answer.text).toContain('按最近一年2024年，收录1份；2023年有3份，要查请写明年份');
    const even = ask(reports, { kind: 'aggregate', aggregate: 'sum', readings: [received] });
    expect(even.text).toContain('（按最近一年2023年）');
  });
});

describe('those that fit a condition', () => {
  it('stand by their figure, most first', () => {
    const conditions = [{ reading: received, operator: '>' as const, value: 5 }];
    const answer = ask(reports, { kind: 'list', filter: { conditions }, years: [2023] });
    expect(answer.agencies).toEqual(['青禾县教育局', '青禾县水务局', '望溪县水务局']);
  });
});

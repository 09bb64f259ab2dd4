import { describe, expect, it } from 'vitest';
import { digitByDigit, numeralValue } from '../../src/question/recognise/numerals.ts';
import { recogniseYears } from '../../src/question/recognise/years.ts';

/** The longest reading of a text, as the arbiter would choose it. */
function longest(text: string) {
  const spans = recogniseYears(text, 2025).sort((a, b) => b.text.length - a.text.length);
  const year = spans[0]?.senses[0];
  return year?.role === 'year' ? year.year : undefined;
}

describe('years', () => {
  it.each([
    ['2023年', [2023]],
    ['２０２３年度'.normalize('NFKC'), [2023]],
    ['23年', [2023]],
    ['二〇二三年', [2023]],
    ['二零二三', [2023]],
    ['去年', [2024]],
    ['前年', [2023]],
    ['今年', [2025]],
    ['2021到2023', [2021, 2022, 2023]],
    ['2021-2023年', [2021, 2022, 2023]],
    ['2021年至2023年', [2021, 2022, 2023]],
    ['2022年到去年', [2022, 2023, 2024]],
  ])('%s', (text, years) => {
    expect(longest(text)).toEqual({ kind: 'years', years });
  });

  it('are relative where the text is', () => {
    expect(longest('近三年')).toEqual({ kind: 'last', count: 3 });
    expect(longest('最近5年')).toEqual({ kind: 'last', count: 5 });
    expect(longest('2021年以来')).toEqual({ kind: 'since', year: 2021 });
    expect(longest('历年')).toEqual({ kind: 'all' });
    expect(longest('上一年')).toEqual({ kind: 'before' });
  });

  it('are no counts and no part of 起诉', () => {
    expect(longest('2023件')).toBeUndefined();
    expect(longest('12023')).toBeUndefined();
    expect(longest('2023年起诉')).toEqual({ kind: 'years', years: [2023] });
  });
});

describe('numerals', () => {
  it('are read in figures and characters', () => {
    expect(['12', '1.5', '十', '十二', '二十', '一百二十', '三万', '3万', '两千'].map(numeralValue)).toEqual([
      12, 1.5, 10, 12, 20, 120, 30_000, 30_000, 2000,
    ]);
    expect(numeralValue('多')).toBeUndefined();
    expect(digitByDigit('二〇二三')).toBe(2023);
  });
});

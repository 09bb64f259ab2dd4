import type { Span, YearWord } from '../span.ts';
import { digitByDigit, numeralValue } from './numerals.ts';

const han = '[零〇○一二三四五六七八九]';
/** 2023, 二〇二三; 23 and 二三 only before 年. */
const year = `(?:(?<!\\d)(?:20\\d\\d|19\\d\\d)(?!\\d|\\.\\d|件|个|条|万|起)|[二][零〇○]${han}{2}|(?<![\\d近])[0-4]\\d(?=年)|[一二]${han}(?=年)|一十?${han}(?=年度))`;
/** 2024年报 is 2024 and 年报. */
const tail = '(?:年度|年份|年(?!报(?!告))|度)?';
const count = '([0-9两二三四五六七八九十]{1,2}|几)';
const joint = '(?:到|至|-|—|–|~|～|－|―)+';

/** 民国113年, 113年: years of the calendar of Taiwan, of which the first is 1912. */
export const republican = /(?:民国|(?<![\d第近]))(1[0-2]\d)年(?:度)?/g;

interface Rule {
  pattern: RegExp;
  read(match: RegExpExecArray, today: number): YearWord | undefined;
}

const rules: Rule[] = [
  {
    pattern: new RegExp(
      `(?:从|自)?(${year})${tail}(?:以来|以后|之后|起(?![诉草])|开始|后(?=[^续来])|since)`,
      'g',
    ),
    read: (m) => withYear(m[1], (value) => ({ kind: 'since', year: value })),
  },
  { pattern: /since (20[0-4]\d)/g, read: (m) => ({ kind: 'since', year: Number(m[1]) }) },
  {
    pattern: new RegExp(
      `(?:从|自)?(${year}|去年|前年|今年)${tail}${joint}(${year}|\\d\\d(?=年)|去年|前年|今年|现在|今)${tail}`,
      'g',
    ),
    read: (m, today) =>
      range(relative(m[1], today) ?? fullYear(m[1]), relative(m[2], today) ?? fullYear(m[2])),
  },
  { pattern: new RegExp(`(${year})${tail}`, 'g'), read: (m) => withYear(m[1], (value) => only(value)) },
  { pattern: republican, read: (m) => only(Number(m[1]) + 1911) },
  { pattern: /大前年/g, read: (_, today) => only(today - 3) },
  { pattern: /上上年度?|上上一年/g, read: (_, today) => only(today - 2) },
  { pattern: /(?<!\d)\d{4}(?=年)/g, read: (m) => only(Number(m[0])) },
  { pattern: /前年(?:度)?/g, read: (_, today) => only(today - 2) },
  { pattern: /去年(?:度)?|昨年|上年度?|last year/g, read: (_, today) => only(today - 1) },
  { pattern: /上一年度?|前一年度?|再前一年|再往前一年|the year before/g, read: () => ({ kind: 'before' }) },
  { pattern: /明年(?:度)?|来年(?:度)?|next year/g, read: (_, today) => only(today + 1) },
  { pattern: /今年(?:度)?|this year/g, read: (_, today) => only(today) },
  {
    pattern: new RegExp(
      `(?:近|最近|过去|前|这|近来|最近的|过去的|last |past )${count}(?: ?个)?(?:年|years)(?:来|里|间|以来)?`,
      'g',
    ),
    read: (m) => (m[1] === '几' ? { kind: 'all' } : last(m[1])),
  },
  {
    pattern: /(?:the )?(?:last|past) (two|three|four|five) years/g,
    read: (m) => last(String(words.indexOf(m[1] ?? ''))),
  },
  {
    // 24年来自企业的: a year, and where something came from.
    pattern: new RegExp(`(?<!\\d)${count}年(?:来(?![自信访电函件申])|间|以来)`, 'g'),
    read: (m) => (m[1] === '几' ? { kind: 'all' } : last(m[1])),
  },
  {
    pattern: new RegExp(
      `(?<![\\d二])${count}年(?=的(?!\\d)|(?:平均|一共|合计|总共|累计|总计|加起来|变化|走势|趋势|对比|比较|情况|数据|各是|分别|都|里|内|总数|总量|总和))`,
      'g',
    ),
    read: (m) => last(m[1]),
  },
  { pattern: /这两年|近两年|最近两年/g, read: () => ({ kind: 'last', count: 2 }) },
  {
    pattern:
      /历年来?|各年度?|每一?年|逐年|往年|年年|所有年份|全部年份|各个年份|多年来|几年来|历史上|一年一年|all years|every year/g,
    read: () => ({ kind: 'all' }),
  },
  {
    pattern: /最新一年|最近一年|最新年度|最近一期|最新一期|最新的?|latest|newest|most recent/g,
    read: () => ({ kind: 'newest' }),
  },
];

const words = ['', 'one', 'two', 'three', 'four', 'five'];

/** The years a text speaks of. `today` is the running year. */
export function recogniseYears(text: string, today: number): Span[] {
  const spans: Span[] = [];
  for (const { pattern, read } of rules) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const found = read(match, today);
      if (!found) continue;
      spans.push({
        start: match.index,
        end: match.index + match[0].length,
        text: match[0],
        senses: [{ role: 'year', year: found }],
      });
    }
  }
  return spans;
}

function withYear(text: string | undefined, make: (value: number) => YearWord): YearWord | undefined {
  const value = fullYear(text);
  return value === undefined ? undefined : make(value);
}

function fullYear(text: string | undefined): number | undefined {
  const value = digitByDigit(text ?? '');
  if (value === undefined) return undefined;
  return value < 100 ? 2000 + value : value;
}

function relative(text: string | undefined, today: number): number | undefined {
  if (text === '去年') return today - 1;
  if (text === '前年') return today - 2;
  return text === '今年' || text === '现在' || text === '今' ? today : undefined;
}

const only = (value: number): YearWord => ({ kind: 'years', years: [value] });

function range(from: number | undefined, to: number | undefined): YearWord | undefined {
  if (from === undefined || to === undefined || from > to || to - from > 30) return undefined;
  return { kind: 'years', years: Array.from({ length: to - from + 1 }, (_, i) => from + i) };
}

function last(text: string | undefined): YearWord | undefined {
  const value = numeralValue(text ?? '');
  return value === undefined || value < 1 || value > 30 ? undefined : { kind: 'last', count: value };
}

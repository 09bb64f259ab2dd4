import type { AgencyKind } from '../../model/report.ts';
import type { Span } from '../span.ts';
import { numeralClass, numeralValue } from './numerals.ts';

const number = `(${numeralClass}{1,4})`;
const unit = '(?:名|位|个|家|家单位|个单位|强|甲|大)?';

const orders: { pattern: RegExp; direction: 'most' | 'least' }[] = [
  { pattern: new RegExp(`(?:最多|最高|最大)的?(?:前)?${number}(?:名|位|个|家)`, 'g'), direction: 'most' },
  { pattern: new RegExp(`(?:最少|最低|最小)的?(?:前)?${number}(?:名|位|个|家)`, 'g'), direction: 'least' },
  { pattern: new RegExp(`(?:倒数|后|末|最后)${number}(?:名|位|个|家)`, 'g'), direction: 'least' },
  {
    pattern: new RegExp(`(?:垫底|最?靠后|最末|末尾|吊车尾)的?${number}(?:名|位|个|家)`, 'g'),
    direction: 'least',
  },
  { pattern: new RegExp(`(?:最?靠前|居前|领先|冒尖)的?${number}(?:名|位|个|家)`, 'g'), direction: 'most' },
  { pattern: new RegExp(`倒数${number}`, 'g'), direction: 'least' },
  { pattern: new RegExp(`(?:排名|排在|名列)?前${number}${unit}(?!年)`, 'g'), direction: 'most' },
  { pattern: new RegExp(`(?:排名?)?第${number}(?:多|高|大|名|位)(?!是?多少)`, 'g'), direction: 'most' },
  { pattern: new RegExp(`(?:排名?)?第${number}(?:少|低|小)`, 'g'), direction: 'least' },
  { pattern: new RegExp(`排名?第${number}(?![名位多高少低])`, 'g'), direction: 'most' },
  { pattern: new RegExp(`第${number}的?(?:是|为)(?=[谁哪啥])`, 'g'), direction: 'most' },
  { pattern: new RegExp(`top ?${number}`, 'g'), direction: 'most' },
  { pattern: new RegExp(`bottom ?${number}`, 'g'), direction: 'least' },
];

const kindsBehind: { pattern: RegExp; kinds: AgencyKind[] }[] = [
  { pattern: /^(?:局|部门|委办局|委)/, kinds: ['bureau'] },
  { pattern: /^(?:乡镇|镇|乡)/, kinds: ['town'] },
  { pattern: /^街道/, kinds: ['subdistrict'] },
  { pattern: /^(?:中心|事业单位)/, kinds: ['centre'] },
  { pattern: /^(?:县区|区县|县|区|政府)/, kinds: ['government'] },
];

const all =
  '(?:哪一?[个家]|哪些个?|哪几[个家]|各个?|每一?个|所有的?|全部的?|几个|多少个?|其[他它余]的?|别的)';
const said: { pattern: RegExp; kinds: AgencyKind[] }[] = [
  { noun: '(?:委办局|局委|委局|科局|直属部门|工作部门|部门|局)', kinds: ['bureau' as const] },
  { noun: '(?:乡镇政府|镇政府|乡政府|乡镇|镇|乡)', kinds: ['town' as const] },
  { noun: '(?:街道办事处|街道办|街道|办事处)', kinds: ['subdistrict' as const] },
  { noun: '(?:事业单位|中心)', kinds: ['centre' as const] },
  { noun: '(?:县政府|区政府|市政府|县区|区县|政府)', kinds: ['government' as const] },
].map(({ noun, kinds }) => ({
  pattern: new RegExp(
    `${all}(?:[省市县区]直)?${noun}|(?<=的)${noun}(?=$|[,，。？?\\s]|有|是|都|共|一共|里面|当中|呢)`,
    'g',
  ),
  kinds,
}));

/** 哪些县政府, 不足20件的局: a kind of agency with a word for some or all of them. */
export function recogniseKinds(text: string): Span[] {
  return said.flatMap(({ pattern, kinds }) =>
    matches(text, pattern).map((match) => span(match, { role: 'kind', kinds })),
  );
}

/** 最多的三个局: what is counted says which kind of agency is meant. */
export function recogniseCountedKinds(text: string, orders: readonly Span[]): Span[] {
  return orders.flatMap((order) =>
    kindsBehind.flatMap(({ pattern, kinds }) => {
      const match = pattern.exec(text.slice(order.end));
      if (!match) return [];
      const end = order.end + match[0].length;
      return [{ start: order.end, end, text: match[0], senses: [{ role: 'kind' as const, kinds }] }];
    }),
  );
}

/** 前三, 最多的5个, 倒数三名, top 5. */
export function recogniseOrders(text: string): Span[] {
  return orders.flatMap(({ pattern, direction }) =>
    matches(text, pattern).flatMap((match) => {
      const limit = numeralValue(match[1] ?? '');
      return limit && limit <= 1000 ? [span(match, { role: 'order', direction, limit })] : [];
    }),
  );
}

const measured = new RegExp(`${numeralClass}*[0-9.]*${numeralClass}`, 'g');

/** Plain numbers, for conditions: 10, 一百, 1.5; what stands after 第 is a choice. */
export function recogniseNumbers(text: string): Span[] {
  return matches(text, measured).flatMap((match) => {
    const value = numeralValue(match[0]);
    return value === undefined ? [] : [span(match, { role: 'number', value })];
  });
}

const choice = new RegExp(
  `(?:^|(?<=[^名排列位]))(?:选|选择|要)?第${number}(?:个|项|种|家|条|位|名)?(?:单位|机关)?`,
  'g',
);
const bare = /^\s*(?:选|选择|要|就)?\s*([0-9]{1,2}|[一二三四五六七八九十])\s*(?:号|吧|。|\.|个)?\s*$/;

const ordinals = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
const english =
  /\b(first|second|third|fourth|fifth|sixth) one\b|^(?:and )?(?:the )?(first|second|third|fourth|fifth|sixth)[\s?.]*$/g;
const numbered = /^(?:(?:number|no\.?|option|choice)\s*|#)(\d{1,2})[\s?.]*$/g;

/** The second one, number 2. */
function englishChoices(text: string): Span[] {
  return [...matches(text, english), ...matches(text, numbered)].flatMap((match) => {
    const said = match[1] ?? match[2] ?? '';
    const ordinal = /^\d/.test(said) ? Number(said) : ordinals.indexOf(said);
    return ordinal > 0 ? [span(match, { role: 'choice', ordinal })] : [];
  });
}

/** 第二个, 选3, 2 alone. */
export function recogniseChoices(text: string): Span[] {
  const alone = bare.exec(text);
  if (alone) {
    const ordinal = numeralValue(alone[1] ?? '');
    return ordinal ? [span(alone, { role: 'choice', ordinal })] : [];
  }
  const chinese = matches(text, choice).flatMap((match) => {
    const ordinal = numeralValue(match[1] ?? '');
    return ordinal ? [span(match, { role: 'choice', ordinal })] : [];
  });
  return [...chinese, ...englishChoices(text)];
}

function matches(text: string, pattern: RegExp): RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}

function span(match: RegExpExecArray, sense: Span['senses'][number]): Span {
  return { start: match.index, end: match.index + match[0].length, text: match[0], senses: [sense] };
}

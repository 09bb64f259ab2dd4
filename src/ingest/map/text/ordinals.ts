import { hanNumber } from '../../../naming/numerals.ts';

/** How an item is numbered: 一、 （一） 1. （1） ① 一是 首先. */
export type OrdinalStyle = 'han' | 'hanParen' | 'digit' | 'digitParen' | 'circled' | 'is' | 'first';

export interface Ordinal {
  style: OrdinalStyle;
  number: number;
  /** Characters that belong to the numbering. */
  length: number;
}

const HAN = '[一二三四五六七八九十]{1,3}';
const FORMS: readonly [OrdinalStyle, RegExp][] = [
  ['hanParen', new RegExp(`^[（(〔]\\s*(${HAN})\\s*[）)〕][、.．:：]?\\s*`)],
  ['digitParen', /^[（(]\s*(\d{1,2})\s*[）)][、.．]?\s*|^(\d{1,2})[）)][、.．]?\s*/],
  ['circled', /^([①-⑳⑴-⒇])[、.．]?\s*/],
  [
    'is',
    new RegExp(
      `^第?(${HAN})(?:是(?!否|不)|则(?=[\\u3400-\\u9fff]))[:：，,]?\\s*|^其(一|二|三|四|五|六)[，,、是]\\s*|^(一|另一)方面[，,]?(?:是|在)?\\s*`,
    ),
  ],
  ['han', new RegExp(`^第?(${HAN})(?:部分)?(?:[、.．:：]|(?<=部分)\\s*)\\s*`)],
  ['digit', /^(\d{1,2})\s*(?:[、．]|\.(?!\d))\s*/],
  ['first', /^(首先|其次|再次|再者|第[一二三四五六七八九])(?:[，,、:：])\s*/],
];
const FIRST: Record<string, number> = { 另一: 2, 首先: 1, 其次: 2, 再次: 3, 再者: 4 };

/** The numbering at the start of a text, if any. */
export function ordinalAt(text: string): Ordinal | undefined {
  for (const [style, form] of FORMS) {
    const match = form.exec(text);
    if (!match) continue;
    const mark = match[1] ?? match[2] ?? match[3] ?? '';
    return { style, number: numberOf(mark), length: match[0].length };
  }
  return undefined;
}

function numberOf(mark: string): number {
  const first = FIRST[mark];
  if (first) return first;
  const circled = mark.codePointAt(0) ?? 0;
  if (circled >= 0x2460 && circled <= 0x2473) return circled - 0x245f;
  if (circled >= 0x2474 && circled <= 0x2487) return circled - 0x2473;
  return /^\d/.test(mark) ? Number(mark) : hanNumber(mark.replace('第', ''));
}

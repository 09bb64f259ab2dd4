const digits = new Map([...'零一二三四五六七八九'].map((character, i) => [character, i]));
digits.set('〇', 0).set('○', 0).set('两', 2).set('俩', 2);
const units = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** A character that numerals are made of, as a piece of a regular expression. */
export const numeralClass = '[0-9零〇○一二两三四五六七八九十百千万]';

/** 12, 1.5, 十二, 一百二十, 3万, 两千 → number; undefined for what is none. */
export function numeralValue(text: string): number | undefined {
  const plain = /^(\d+(?:\.\d+)?)(万)?$/.exec(text);
  if (plain) return Number(plain[1]) * (plain[2] ? 10_000 : 1);
  if (text === '' || text === '万') return undefined;
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of text) {
    const value = digits.get(character);
    const unit = units.get(character);
    if (value !== undefined) digit = (digit ?? 0) * (digit === undefined ? 1 : 10) + value;
    else if (unit !== undefined) {
      section += (digit ?? 1) * unit;
      digit = undefined;
    } else if (character === '万') {
      total += (section + (digit ?? 0)) * 10_000;
      section = 0;
      digit = undefined;
    } else return undefined;
  }
  return total + section + (digit ?? 0);
}

/** 二〇二三, 二零二三 → 2023; digit by digit, no units. */
export function digitByDigit(text: string): number | undefined {
  let value = 0;
  for (const character of text) {
    const digit = digits.get(character) ?? (/\d/.test(character) ? Number(character) : undefined);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return text === '' ? undefined : value;
}

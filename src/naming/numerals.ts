const DIGITS = '零一二三四五六七八九';

/** 一 … 九十九 */
export function hanNumber(text: string): number {
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0;
  return ten + (ones ? DIGITS.indexOf(ones) : 0);
}

/** 二十一, 两百零三; undefined for what is no number. */
export function hanValue(text: string): number | undefined {
  const plain = text.replace(/两/g, '二').replace(/[〇零]/g, '零');
  if (plain === '零') return 0;
  if (!/[百千]/.test(plain))
    return /^[二三四五六七八九]?十[一二三四五六七八九]?$|^[一二三四五六七八九]$/.test(plain)
      ? hanNumber(plain)
      : undefined;
  const match =
    /^(?:([一二三四五六七八九])千)?零?(?:([一二三四五六七八九])百)?零?([一二三四五六七八九]?十)?([一二三四五六七八九])?$/.exec(
      plain,
    );
  if (!match) return undefined;
  const [, thousands, hundreds, tens, ones] = match;
  const digit = (c: string | undefined) => (c ? hanNumber(c) : 0);
  return digit(thousands) * 1000 + digit(hundreds) * 100 + (tens ? hanNumber(tens) : 0) + digit(ones);
}

/** Numerals before what is counted, but not 一次, 每一件, 第一件. */
const COUNTED =
  /(?<![第每进统唯某任同逐某这那哪单])([一二两三四五六七八九十百千〇零]{1,6})(?=[件起宗](?!套|事情|事))/g;

/** 四十件 as 40件: what compares figures need not know both spellings. */
export function withDigits(text: string): string {
  return text.replace(COUNTED, (numeral) => String(hanValue(numeral) ?? numeral));
}

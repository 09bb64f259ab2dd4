import { hanValue } from '../../../naming/numerals.ts';

/** A number with its unit, as it stands in a sentence. */
export interface Figure {
  start: number;
  end: number;
  value: number;
  unit: string;
}

const UNITS = '件次|场次|批次|人次|亿元|万元|万件|万条|万次|件|条|次|篇|份|期|项|起|宗|例|元|%|％|场';
const DIGITS = `(?<![\\d.]|第[\\d、和至-]{0,8})(\\d[\\d,，]{0,20}(?:\\.\\d+)?)\\s*(万(?!元)|亿(?!元))?(?=(余|多)?)(?:余|多)?\\s*(?:个|多)?(${UNITS})`;
/** Chinese numerals only before units that are counted, and never as 一次, 每一条, 第一件. */
const HAN = `(?<![第每进统唯某任同逐某这那哪单])([一二两三四五六七八九十百千〇零]{1,6})(件|起|宗|万元|元)(?!套|事情|事)`;
const FIGURE = new RegExp(`${DIGITS}|${HAN}`, 'g');

/** The first `most` figures of a sentence. */
export function figuresIn(sentence: string, most: number): Figure[] {
  const text = sentence.replace(/[０-９．％]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const figures: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    if (figures.length >= most) break;
    const value = match[1] ? digits(match[1], match[2]) : hanValue(match[5] ?? '');
    const unit = (match[4] ?? match[6] ?? '').replace('％', '%');
    if (value === undefined) continue;
    const scaled = /^万[件条次]$/.test(unit)
      ? { value: value * 10000, unit: unit.slice(1) }
      : { value, unit };
    figures.push({ start: match.index, end: match.index + match[0].length, ...scaled });
  }
  return figures;
}

function digits(text: string, scale: string | undefined): number | undefined {
  const plain = text.replace(/[,，]/g, '');
  // 3,12件 is a list, not a number.
  if (/[,，]/.test(text) && !/^\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$/.test(text)) return undefined;
  const value = Number(plain) * (scale === '万' ? 10_000 : scale === '亿' ? 100_000_000 : 1);
  return Number(value.toPrecision(12));
}

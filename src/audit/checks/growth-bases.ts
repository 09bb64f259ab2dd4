import { numberIn } from '../percent.ts';

const number = '(\\d[\\d,，]*(?:\\.\\d+)?)';
const unit = '(万?(?:件|条|次|篇|期|场|份|个|项|宗|起|人次|元))';
export const lastYear = '(?:20\\d{2}年|上年|去年|上一年)(?:度)?(?:同期)?';
export const rise = '(?:增长|上升|增加|提高|增幅)';
export const drop = '(?:下降|减少|降低|降幅|减幅)';
const aside = '[^。；\\d]{0,16}?';

/** How a sentence gives this year's figure and what it is compared with; the groups are `now`, `before`, `change`. */
const bases: readonly RegExp[] = [
  // 95件，比上年94件 · 95件，较2022年的94件 · 95件，与上年（94件）相比
  new RegExp(
    `(?<now>${number})\\s*(?<u>${unit})[^。；\\d]{0,12}?(?:较|比|与|同)${lastYear}(?:的|为)?[（(]?(?<before>${number})\\s*\\k<u>${aside}$`,
  ),
  // 由上年的94件增加到95件
  new RegExp(
    `(?:从|由)${lastYear}(?:的)?(?<before>${number})\\s*(?<u>${unit})${aside}(?:至|到|为)(?:今年|本年|20\\d{2}年)?(?:的)?(?<now>${number})\\s*\\k<u>${aside}$`,
  ),
  // 95件，较上年增加1件
  new RegExp(
    `(?<now>${number})\\s*(?<u>${unit})[^。；\\d]{0,12}?(?:(?:较|比|与|同)${lastYear}(?:相比)?|同比)[，,]?(?<way>增加|增长|上升|多|减少|下降|降低|少)(?:了)?(?<change>${number})\\s*\\k<u>${aside}$`,
  ),
  // 31件（2020年29件）
  new RegExp(
    `(?<![\\d.,]|${rise}了?|${drop}了?|[多少]了?)(?<now>${number})\\s*(?<u>${unit})[^。；\\d]{0,16}[（(]${lastYear}(?:的|为|是|共|收到|申请)*(?<before>${number})\\s*\\k<u>[）)]${aside}$`,
  ),
];
/** 减少4件（2024年为16件），下降33.3%: what is bracketed stands between the figures and the percentage. */
const bracketed = /[（(][^（）()]*[)）]/g;
/** 同比上升6.9%（2020年29件）: the year before is told behind the percentage. */
const behind = new RegExp(
  `^[，,]?[（(]${lastYear}(?:的|为|是|共|收到|申请)*(?<before>${number})\\s*(?<u>${unit})[）)]`,
);
const last = new RegExp(`(?<now>${number})\\s*(?<u>${unit})[^。；\\d]{0,16}$`);

export const falling = new RegExp(`^(?:${drop}|少)$`);

/** What a percentage compares. */
export interface Base {
  now: number;
  before: number;
  readings: string[];
  /** How far each of them may be off: 5.2万条 is rounded to 1000. */
  step?: number;
}

/** From the words before a percentage, with or without what they put in brackets. */
export function fromSentence(words: string): Base | undefined {
  return fromWords(words) ?? fromWords(words.replace(bracketed, ''));
}

export function fromBehind(words: string, after: string): Base | undefined {
  const [now, then] = [last.exec(words)?.groups, behind.exec(after)?.groups];
  if (!now?.now || !then?.before || now.u !== then.u) return undefined;
  return {
    now: numberIn(now.now),
    before: numberIn(then.before),
    readings: [],
    ...stepOf(now.u, now.now, then.before),
  };
}

function fromWords(words: string): Base | undefined {
  for (const pattern of bases) {
    const groups = pattern.exec(words)?.groups;
    if (!groups?.now) continue;
    const now = numberIn(groups.now);
    const other = groups.before ?? groups.change ?? '0';
    const sign = falling.test(groups.way ?? '') ? -1 : 1;
    const before = groups.before ? numberIn(other) : now - numberIn(other) * sign;
    return { now, before, readings: [], ...stepOf(groups.u, groups.now, other) };
  }
  return undefined;
}

/** Figures in 万 are rounded to the places they print; others are exact. */
function stepOf(unitName: string | undefined, ...texts: string[]): { step?: number } {
  if (!unitName?.startsWith('万') || unitName === '万元') return {};
  return { step: Math.max(...texts.map((text) => 10 ** -(text.split('.')[1]?.length ?? 0))) };
}

/** The least and the greatest growth in per cent that the rounded figures leave room for. */
export function growthRange({ now, before, step = 0 }: Base): [number, number] {
  const growth = (a: number, b: number) => ((a - b) / b) * 100;
  const half = Math.min(step / 2, before / 2);
  return [growth(now - half, before + half), growth(now + half, before - half)];
}

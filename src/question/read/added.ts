import { catalogue } from '../../catalogue/catalogue.ts';
import type { Metrics, Wanted } from './metrics.ts';
import { anyIntent, type Sentence } from './sentence.ts';

const together = /加起来|加在一起|加到一起|加一块|加在一块|相加|加总|之和|总和|合起来|合在一起|合计/;

/**
 * 上年结转和新收一共, 予以公开加部分公开共几件: several figures are to be added up. 一共 counts only behind figures that
 * are joined by nothing but 和: 一共收到几件，不予公开几件 asks for two.
 */
export function addsUp(sentence: Sentence, { wanted, spans }: Metrics): boolean {
  if (wanted.length < 2 || spans.length < 2) return false;
  if (together.test(sentence.text)) return true;
  const first = Math.min(...spans.map((span) => span.start));
  const last = Math.max(...spans.map((span) => span.end));
  const between = sentence.spans.filter((span) => span.start >= first && span.end <= last);
  if (/[,，。;；]/.test(sentence.text.slice(first, last))) return false;
  if (between.some((span) => anyIntent(span, 'howMany', 'each'))) return false;
  return sentence.spans.some((span) => span.start >= last && anyIntent(span, 'sum'));
}

/** The derived sum of the catalogue that has just these parts: 新收 and 上年结转 are 收办. */
export function sumNamed(wanted: readonly Wanted[]): string | undefined {
  const ids = wanted.flatMap(([id]) => id ?? []);
  for (const [id, { sumOf }] of catalogue().sums)
    if (sumOf.length === ids.length && sumOf.every((one) => ids.includes(one))) return id;
  return undefined;
}

import { catalogue } from '../../catalogue/catalogue.ts';
import { readMetrics, type Wanted } from './metrics.ts';
import { anyIntent, type Sentence } from './sentence.ts';

export interface ShareRead {
  wanted: Wanted[];
  of: string;
}

/** A 占 B 的比例: what stands behind 占 is the whole; without it the usual whole of A. */
export function readShare(sentence: Sentence, wanted: readonly Wanted[]): ShareRead | undefined {
  if (!sentence.has('share') && !sentence.has('of')) return undefined;
  // 增加百分之几 asks for the change.
  if (sentence.has('change') && !sentence.has('of') && !/占比|比例|比重|率/.test(sentence.text))
    return undefined;
  const at = sentence.spans.find((span) => anyIntent(span, 'of', 'share') && span.text.startsWith('占'));
  if (at) {
    const side = (before: boolean) =>
      readMetrics(
        sentence,
        new Set(sentence.spans.filter((span) => (before ? span.start >= at.start : span.end <= at.end))),
      );
    const whole = side(false).wanted[0]?.[0];
    const part = side(true).wanted;
    if (whole && part.length > 0 && part[0]?.[0] !== whole) return { wanted: part, of: whole };
  }
  const first = wanted[0]?.[0];
  const of = first && wholeOf(first);
  return of && first !== of
    ? { wanted: wanted.filter((ids) => wholeOf(ids[0] ?? '') === of), of }
    : undefined;
}

/** What a figure is usually a part of; undefined where it is none. */
export function wholeOf(id: string): string | undefined {
  const [table, ...rest] = id.split('.');
  const column = rest.at(-1) ?? '';
  const row = rest.slice(0, -1).join('.');
  if (table === 'reviews') return `reviews.${row}.total`;
  if (table !== 'applications') return undefined;
  if (column !== 'total') return `applications.${row}.total`;
  if (['carriedIn', 'carriedForward', 'handledTotal', 'newReceived'].includes(row))
    return 'applications.received.total';
  return row === 'received' ? undefined : 'applications.handledTotal.total';
}

/** Whether an id is a printed cell, a derived sum or a rate. */
export function isKnown(id: string): boolean {
  return catalogue().describe(id) !== undefined;
}

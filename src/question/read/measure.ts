import { catalogue } from '../../catalogue/catalogue.ts';
import { type Span, sense } from '../span.ts';
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
    if (whole && !catalogue().rates.has(whole) && part.length > 0 && part[0]?.[0] !== whole)
      return { wanted: part, of: whole };
  }
  const within = wholeNamed(sentence, wanted);
  if (within) return within;
  const first = wanted[0]?.[0];
  const of = first && wholeOf(first);
  return of && first !== of
    ? { wanted: wanted.filter((ids) => wholeOf(ids[0] ?? '') === of), of }
    : undefined;
}

const inside = /^(?:里面|里头|当中|之中|其中|里|中)/;

/** 不掌握在无法提供里占多少: the row before 里 is the whole of the other one that is asked for. */
function wholeNamed(sentence: Sentence, wanted: readonly Wanted[]): ShareRead | undefined {
  const holder = sentence.spans.find((span) => isRow(span) && inside.test(sentence.text.slice(span.end)));
  if (!holder) return undefined;
  const others = sentence.spans.filter((span) => isRow(span) && span !== holder);
  const whole = readMetrics(sentence, new Set(others)).wanted[0]?.[0];
  const read = readMetrics(sentence, new Set([holder])).wanted;
  // 无法提供里不存在占多少: a part that is no word of the tables was read from what comes nearest to it.
  const stem = whole?.replace(/\.total$/, '.') ?? '';
  const part = read.length > 0 ? read : wanted.filter(([id]) => id !== whole && id?.startsWith(stem));
  const asked = new Set(wanted.map(([id]) => id));
  const isPart = part.length > 0 && part.every(([id]) => asked.has(id) && id !== whole);
  return whole && isPart ? { wanted: part, of: whole } : undefined;
}

const isRow = (span: Span) => sense(span, 'row') !== undefined && sense(span, 'row')?.weak !== true;

/** 公开率, or 予以公开和部分公开之和占比: a rate of the catalogue is told as it is, never as the whole of its parts. */
export function rateNamed(sentence: Sentence, wanted: readonly Wanted[]): string | undefined {
  const ids = wanted.flatMap(([id]) => id ?? []);
  const { rates } = catalogue();
  const sums = sentence.has('sum') && sentence.has('share');
  for (const [id, { numerator }] of rates) {
    const parts = ids.filter((one) => one !== id);
    const same = parts.length === numerator.length && numerator.every((one) => parts.includes(one));
    if (same && parts.length > 1 && (sums || ids.includes(id))) return id;
  }
  return undefined;
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

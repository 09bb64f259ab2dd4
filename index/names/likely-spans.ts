import type { Likeness } from './resemblance.ts';

/** A place in the folded text with the names it may mean. */
export interface Span {
  start: number;
  end: number;
  /** `how` undefined: as it is. */
  names: { name: number; quality: number; how?: 'part' | 'slip' | 'pinyin' }[];
}

const LEAST_QUALITY_OVER_EXACT = 0.6;
/** Likenesses within this of the best are told as well. */
const AS_GOOD = 0.04;

/**
 * Chooses among likenesses: the likeliest first, none over another; names that fit the same place as well are
 * told with it. One that overlaps a whole name must hold it and more.
 */
export function likelySpans(
  likenesses: readonly Likeness[],
  exact: readonly Span[],
  weightOf: (name: number) => number,
): Span[] {
  const found = likenesses
    .filter((hit) => exact.filter((span) => overlaps(span, hit)).every((span) => isMore(hit, span)))
    .map((hit) => ({ ...hit, score: hit.quality * weightOf(hit.name) }))
    .sort((a, b) => b.score - a.score || b.end - b.start - (a.end - a.start));
  const spans: (Span & { score: number })[] = [];
  for (const { start, end, score, name, quality, how } of found) {
    const clash = spans.find((span) => overlaps(span, { start, end }));
    if (!clash) spans.push({ start, end, score, names: [{ name, quality, how }] });
    else if (clash.start === start && clash.end === end && score >= clash.score - AS_GOOD) {
      clash.names.push({ name, quality, how });
    }
  }
  return spans;
}

export function overlaps(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}

function isMore(hit: Likeness, span: Span): boolean {
  const holds = hit.start <= span.start && hit.end >= span.end && hit.end - hit.start > span.end - span.start;
  return holds && hit.quality >= LEAST_QUALITY_OVER_EXACT;
}

import type { Region } from '../../../model/report.ts';
import { type Division, regionOf, upperDivisions, within } from '../../../naming/divisions.ts';
import { findDivisions, narrow } from '../../../naming/regions.ts';

const DOCUMENT_NUMBER = /([\u3400-\u9fff]{2,4})政(?:办|政办|府办)?(?:发|函|字|规|文)?[〔[（(]\d{4}/g;
/** Shortest support that counts: a single certain mention. */
const LEAST = 1;

/** How often a text names each place that may be meant; a name that several bear counts for each in part. */
export function regionSupport(whole: string): Map<Division, number> {
  const text = whole.slice(0, 30_000);
  const support = new Map<Division, number>();
  const count = (divisions: readonly Division[], weight: number) => {
    for (const d of divisions) support.set(d, (support.get(d) ?? 0) + weight / divisions.length);
  };
  for (const span of narrow(findDivisions(text))) count(span.divisions, 1);
  for (const match of text.matchAll(DOCUMENT_NUMBER)) {
    for (let length = 2; length <= 4; length++) {
      const divisions = upperDivisions().bare.get((match[1] ?? '').slice(-length)) ?? [];
      if (divisions.length > 0) count(divisions, 2);
    }
  }
  return support;
}

/**
 * Of the places that a name may mean, the one that the rest of the text speaks for: the place itself with its
 * upper levels, or those alone. Undefined when nothing or more than one speaks.
 */
export function likeliest(
  candidates: readonly Division[],
  support: ReadonlyMap<Division, number>,
): Division | undefined {
  const scored = candidates.map((candidate) => {
    let score = 0;
    for (const [d, weight] of support)
      if (d !== candidate && d.level !== 'town' && within(candidate, d)) score += weight;
    return { candidate, score };
  });
  scored.sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > 0 && first.score > (second?.score ?? 0) ? first.candidate : undefined;
}

/** The county (or city) a text is plainly about, for an agency whose name holds no place. */
export function mainRegion(support: ReadonlyMap<Division, number>): Region | undefined {
  const scored = [...support]
    .filter(([d, weight]) => d.level !== 'town' && d.level !== 'province' && weight >= LEAST)
    .map(([d, weight]) => ({ d, score: weight + (d.level === 'county' ? 0.4 : 0) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first) return undefined;
  const rival = second && !within(first.d, second.d) && !within(second.d, first.d) ? second.score : 0;
  return first.score >= rival * 2 ? regionOf(first.d) : undefined;
}

import type { Library, PassageHit } from '../model/library.ts';
import type { Query } from '../model/query.ts';
import type { SectionNumber } from '../model/report.ts';

/** Hits fetched before those that say the same are laid together. */
const fetched = 80;
/** A passage whose best sentence holds less of what was looked for does not speak of it. */
const leastCover = 0.35;
/** Nor does one that holds much less than another. */
const besideBest = 0.5;

/** Where the passages of an answer come from. */
export interface Within {
  /** Empty: all. */
  years: readonly number[];
  /** When given, only these. */
  reportIds?: ReadonlySet<string>;
}

/** The passages that answer, best first; none when nothing held speaks of it. */
export function lookFor(library: Library, query: Query, question: string, within: Within): PassageHit[] {
  const hits = library.searchPassages(query.text ?? question, {
    limit: fetched,
    ranked: question,
    ...(within.years.length ? { years: within.years } : {}),
    ...(query.agencies.length ? { agencyIds: query.agencies } : {}),
    ...(query.sections?.length ? { sections: query.sections.filter(isSection) } : {}),
    ...(within.reportIds ? { reportIds: within.reportIds } : {}),
  });
  return relevant(hits);
}

function relevant(hits: readonly PassageHit[]): PassageHit[] {
  const fullest = hits.reduce((most, { cover = 0 }) => Math.max(most, cover), 0);
  return hits.filter(({ cover = 0 }) => cover >= leastCover && cover >= fullest * besideBest);
}

function isSection(number: number): number is SectionNumber {
  return number >= 0 && number <= 6;
}

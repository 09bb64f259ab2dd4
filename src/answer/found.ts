import type { Library, PassageHit } from '../model/library.ts';
import type { Query } from '../model/query.ts';
import type { SectionNumber } from '../model/report.ts';

/** Hits fetched before those that say the same are laid together. */
const fetched = 80;

/** Where the passages of an answer come from. */
export interface Within {
  years: readonly number[];
  /** When given, only these. */
  reportIds?: ReadonlySet<string>;
}

/** The passages that answer, best first. */
export function lookFor(library: Library, query: Query, text: string, within: Within): PassageHit[] {
  return library.searchPassages(text, {
    limit: fetched,
    ranked: true,
    ...(within.years.length ? { years: within.years } : {}),
    ...(query.agencies.length ? { agencyIds: query.agencies } : {}),
    ...(query.sections?.length ? { sections: query.sections.filter(isSection) } : {}),
    ...(within.reportIds ? { reportIds: within.reportIds } : {}),
  });
}

function isSection(number: number): number is SectionNumber {
  return number >= 0 && number <= 6;
}

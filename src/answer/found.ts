import type { Library, PassageHit } from '../model/library.ts';
import type { Query } from '../model/query.ts';
import type { SectionNumber } from '../model/report.ts';

/** Hits fetched before those that say the same are laid together. */
const fetched = 80;
/** A passage whose best sentence holds less of what was looked for does not speak of it. */
const leastCover = 0.35;
/** Nor does one that holds much less than another. */
const besideBest = 0.5;

/** 2023年, and not the first digits of 12345. */
const years = /(?<!\d)(?:19|20)\d{2}(?!\d)年?度?/gu;

/** From so many on there may be more than were looked at. */
export const notAll = 50;

/** Where the passages of an answer come from. */
export interface Within {
  /** Empty: all. */
  years: readonly number[];
  /** When given, only these. */
  reportIds?: ReadonlySet<string>;
}

/** The passages that answer, best first; none when nothing held speaks of it. */
export function lookFor(library: Library, query: Query, question: string, within: Within): PassageHit[] {
  const hits = library.searchPassages(wordsOf(library, query, question), {
    limit: fetched,
    ranked: question,
    ...(within.years.length ? { years: within.years } : {}),
    ...(query.agencies.length ? { agencyIds: query.agencies } : {}),
    ...(query.sections?.length ? { sections: query.sections.filter(isSection) } : {}),
    ...(within.reportIds ? { reportIds: within.reportIds } : {}),
  });
  return relevant(hits);
}

/**
 * What to look for: the question's own words. Those that `question` picked out are taken where the talk before told
 * them, and where the question also says in which region or kind of agency to look.
 */
function wordsOf(library: Library, query: Query, question: string): string {
  const { text } = query;
  const isOfQuestion = text?.split(' ').every((word) => question.includes(word));
  if (text && (isNarrowed(query) || !isOfQuestion)) return text;
  return withoutAgencies(library, query, question).replace(years, ' ');
}

/** Whether the question says in which region or kind of agency to look, or under which conditions. */
export function isNarrowed({ filter }: Query): boolean {
  const { region, kinds, conditions, except } = filter;
  return Boolean(region || kinds?.length || conditions?.length || except?.length);
}

/** The names of the agencies whose reports are searched anyway say nothing more. */
export function withoutAgencies(library: Library, { agencies }: Query, question: string): string {
  if (agencies.length === 0) return question;
  const named = library
    .findAgencies(question)
    .filter(({ candidates }) => candidates.some(({ agencyId }) => agencies.includes(agencyId)));
  return named.reduceRight((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, question);
}

function relevant(hits: readonly PassageHit[]): PassageHit[] {
  const fullest = hits.reduce((most, { cover = 0 }) => Math.max(most, cover), 0);
  const about = hits.filter(({ cover = 0 }) => cover >= leastCover && cover >= fullest * besideBest);
  const answering = about.filter(({ opposite }) => opposite !== 'affirmed');
  // Asked who does not, those who do are told only where nobody else is.
  return answering.length > 0 ? answering : about;
}

function isSection(number: number): number is SectionNumber {
  return number >= 0 && number <= 6;
}

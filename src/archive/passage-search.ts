import type { PassageIndex, PassageMatch, PassageSearchOptions } from '../../index/passage-index.ts';
import type { Holding, Library, PassageHit, PassageSearch } from '../model/library.ts';
import type { Report } from '../model/report.ts';
import { type Passage, passagesOf } from './passages.ts';
import { type Ranked, rankedSearch } from './ranking/ranked-search.ts';

const DEFAULT_LIMIT = 10;
/** More are looked at than are wanted, so that equals at the end of the list are put in order too. */
const SPARE = 50;
/** The passages of the report held under an id, in order; none if there is none. */
type PassagesOf = (reportId: string) => readonly Passage[];

/** A report that stays in memory is cut once. */
const cutReports = new WeakMap<Report, Passage[]>();

/** Finds passages and fills in their words from the reports, which are read only for what was found. */
export function searchPassages(
  index: PassageIndex,
  library: Library,
  text: string,
  options: PassageSearch,
  passages = passagesIn(library),
): PassageHit[] {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const found = index.search(text, { limit: limit + SPARE, ...restriction(library, options) });
  return ordered(found, library)
    .slice(0, limit)
    .flatMap((hit) => {
      const holding = library.holding(hit.owner);
      const passage = holding && passages(hit.owner)[hit.ordinal];
      if (!passage) return [];
      const { context: _, ...found } = passage;
      const { reportId, agencyId, agency, year } = holding;
      return [{ reportId, agencyId, agency, year, score: hit.score, terms: hit.terms, ...found }];
    });
}

/** As answers need them; see `PassageSearch.ranked`. */
export function searchRanked(
  index: PassageIndex,
  library: Library,
  text: string,
  options: PassageSearch,
  passages = passagesIn(library),
): PassageHit[] {
  const textOf = ({ owner, ordinal }: PassageMatch) => {
    const text = passages(owner)[ordinal]?.text;
    return text === undefined || isTableRow(text) ? undefined : text;
  };
  const found = rankedSearch(index, text, options.ranked ?? text, restriction(library, options), textOf)
    .filter(({ judgement }) => judgement.cover > 0)
    .map((match) => ({ ...newest(match, library), score: judgedScore(match) }));
  return ordered(found, library)
    .slice(0, options.limit ?? DEFAULT_LIMIT)
    .flatMap((match) => hitOf(match, library, passages));
}

/** A row that was not taken for one of the tables says nothing without its header. */
function isTableRow(text: string): boolean {
  return /\t.*\t|(?:(?<![\d.])\d+[\s/|—-]+){4}/u.test(text);
}

/** Of reports that print the same passage, the newest speaks for all. */
function newest(match: Ranked, library: Library): Ranked {
  const { owner, ordinal, tag, copies = [] } = match;
  const places = [{ owner, ordinal, tag }, ...copies].map((place) => ({ ...place, score: 0, terms: [] }));
  const [first, ...others] = ordered(places, library);
  return first ? { ...match, owner: first.owner, ordinal: first.ordinal, copies: others } : match;
}

/** Rounded: what differs by less is equal, and goes by its year. */
function judgedScore({ judgement }: Ranked): number {
  return Math.round(judgement.score * 1000) / 1000;
}

function hitOf(
  { owner, ordinal, score, copies = [], judgement }: Ranked,
  library: Library,
  passages: PassagesOf,
): PassageHit[] {
  const holding = library.holding(owner);
  const passage = holding && passages(owner)[ordinal];
  if (!passage) return [];
  const { context: _, ...found } = passage;
  const { cover, related, opposite, rarest, missed, terms } = judgement;
  const others = copies.flatMap((copy) => library.holding(copy.owner) ?? []).map(printedIn);
  const judged = { score, terms, cover, related, rarest, missed, ...(opposite ? { opposite } : {}) };
  return [{ ...printedIn(holding), ...judged, ...found, ...(others.length > 0 ? { copies: others } : {}) }];
}

function printedIn({ reportId, agencyId, agency, year }: Holding) {
  return { reportId, agencyId, agency, year };
}

/**
 * Equal scores (the same sentence in many reports) in a fixed order, the newest year first: what is shown must not
 * depend on the order in which reports came in.
 */
function ordered<M extends PassageMatch>(matches: M[], library: Library): M[] {
  const year = (match: M) => library.holding(match.owner)?.year ?? 0;
  return matches.sort(
    (a, b) =>
      b.score - a.score ||
      year(b) - year(a) ||
      (a.owner < b.owner ? -1 : Number(a.owner > b.owner)) ||
      a.ordinal - b.ordinal,
  );
}

/** The passages of a library that keeps none cut. */
function passagesIn(library: Library): PassagesOf {
  return (reportId) => {
    const report = library.report(reportId);
    if (!report) return [];
    const cut = cutReports.get(report) ?? passagesOf(report);
    cutReports.set(report, cut);
    return cut;
  };
}

function restriction(library: Library, options: PassageSearch): Omit<PassageSearchOptions, 'limit'> {
  const owners = allowedOwners(library, options);
  const tags = options.sections && new Set<number>(options.sections);
  return {
    ...(owners ? { owners } : {}),
    ...(tags ? { accept: (_owner: string, _ordinal: number, tag: number) => tags.has(tag) } : {}),
  };
}

/** Undefined: all. */
function allowedOwners(library: Library, options: PassageSearch): ReadonlySet<string> | undefined {
  const { agencyIds, years, reportIds } = options;
  if (!agencyIds && !years) return reportIds;
  const wanted = years && new Set(years);
  const owners = new Set<string>();
  const take = (year: number, id: string) => {
    if ((!wanted || wanted.has(year)) && (!reportIds || reportIds.has(id))) owners.add(id);
  };
  if (!agencyIds) for (const { year, reportId } of library.holdings) take(year, reportId);
  for (const agencyId of agencyIds ?? []) {
    for (const [year, id] of library.agency(agencyId)?.reports ?? []) take(year, id);
  }
  return owners;
}

import type { Holding, Library } from '../model/library.ts';

export interface Selection {
  /** A report id, or an agency in any words. */
  agency?: string | undefined;
  year?: number | undefined;
  /** Any level, full or short: 河南省, 河南, 武陟. */
  region?: string | undefined;
}

export type Selected =
  | { holdings: Holding[] }
  /** The words fit several agencies equally well; these are their names. */
  | { ambiguous: string[] };

/** Below this a likeness of names is no more than a hint. */
const SURE = 0.6;
/** Candidates nearer than this to the best fit as well as it does. */
const NEAR = 0.05;

/** The holdings that filters leave, by agency and year. */
export function selectHoldings(library: Library, selection: Selection): Selected {
  const { year, region } = selection;
  const found = selection.agency === undefined ? undefined : agencyIds(library, selection.agency.trim());
  if (found && 'ambiguous' in found) return found;
  const holdings = library.holdings.filter(
    (holding) =>
      (!found || found.ids.has(holding.agencyId) || holding.reportId === found.reportId) &&
      (year === undefined || holding.year === year) &&
      (region === undefined || lies(holding, region)),
  );
  return { holdings: holdings.sort(byAgencyAndYear) };
}

type Found = { ids: ReadonlySet<string>; reportId?: string } | { ambiguous: string[] };

function agencyIds(library: Library, words: string): Found {
  if (library.holding(words)) return { ids: new Set(), reportId: words };
  const exact = library.agencies.filter((agency) => agency.name === words);
  if (exact.length > 0) return { ids: new Set(exact.map((agency) => agency.id)) };
  const candidates = library
    .findAgencies(words)
    .flatMap((mention) => mention.candidates)
    .filter((candidate) => candidate.score >= SURE);
  const best = Math.max(0, ...candidates.map((candidate) => candidate.score));
  const ids = new Set(candidates.filter(({ score }) => score > best - NEAR).map(({ agencyId }) => agencyId));
  if (ids.size <= 1) return { ids };
  return { ambiguous: [...ids].map((id) => library.agency(id)?.name ?? id) };
}

function lies(holding: Holding, region: string): boolean {
  return Object.values(holding.region).some((name) => name.startsWith(region));
}

function byAgencyAndYear(a: Holding, b: Holding): number {
  return a.agency === b.agency ? a.year - b.year : a.agency < b.agency ? -1 : 1;
}

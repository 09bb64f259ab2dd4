import type { PassageIndex, PassageSearchOptions } from '../../index/passage-index.ts';
import type { Library, PassageHit, PassageSearch } from '../model/library.ts';
import type { Report } from '../model/report.ts';
import { type Passage, passagesOf } from './passages.ts';

const DEFAULT_LIMIT = 10;
/** A report that stays in memory is cut once. */
const cutReports = new WeakMap<Report, Passage[]>();

/** Finds passages and fills in their words from the reports, which are read only for what was found. */
export function searchPassages(
  index: PassageIndex,
  library: Library,
  text: string,
  options: PassageSearch,
): PassageHit[] {
  const limit = options.limit ?? DEFAULT_LIMIT;
  return index.search(text, { limit, ...restriction(library, options) }).flatMap((hit) => {
    const holding = library.holding(hit.owner);
    const passage = holding && passages(library, hit.owner)[hit.ordinal];
    if (!passage) return [];
    const { context: _, ...found } = passage;
    const { reportId, agencyId, agency, year } = holding;
    return [{ reportId, agencyId, agency, year, score: hit.score, terms: hit.terms, ...found }];
  });
}

function passages(library: Library, reportId: string): Passage[] {
  const report = library.report(reportId);
  if (!report) return [];
  const cut = cutReports.get(report) ?? passagesOf(report);
  cutReports.set(report, cut);
  return cut;
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
  const rows = agencyIds
    ? agencyIds.flatMap((id) => [...(library.agency(id)?.reports ?? [])])
    : library.holdings.map((holding): [number, string] => [holding.year, holding.reportId]);
  const wanted = years && new Set(years);
  return new Set(
    rows
      .filter(([year, id]) => (!wanted || wanted.has(year)) && (!reportIds || reportIds.has(id)))
      .map(([, id]) => id),
  );
}

import type { Place } from './document.ts';
import type { Agency, AgencyKind, Edition, Region, Report, SectionNumber } from './report.ts';

/**
 * What is held, as the features see it. The archive implements it; question, answer, audit and subscriptions
 * only read it, so that none of them knows how things are stored. All calls are synchronous.
 */
export interface Library {
  /** Every report held, one row each, in a fixed order; a row number is valid until the next change. */
  readonly holdings: readonly Holding[];
  /** Counts up at every change; a cache may rely on it. */
  readonly revision: number;
  holding(reportId: string): Holding | undefined;
  report(reportId: string): Report | undefined;
  readonly agencies: readonly HeldAgency[];
  agency(agencyId: string): HeldAgency | undefined;
  /**
   * One reading over all holdings, or what is counted of the words of reports (`src/catalogue/points.ts`). An id nobody
   * reports gives a column that is `absent` everywhere.
   */
  column(readingId: string): Column;
  /** Agencies named in a text, by full or short name, alias, part, slip, pinyin or region; best first by span. */
  findAgencies(text: string): AgencyMention[];
  searchPassages(text: string, options?: PassageSearch): PassageHit[];
  /** The same as `holdings` in numbers, for passes over all rows; a library of a few reports may do without. */
  readonly rows?: LibraryRows;
}

/** What filters and groups ask of every row; row numbers as in `holdings`, valid until the next change. */
export interface LibraryRows {
  readonly years: Uint32Array;
  /** A number for each agency, below `agencyCount`. */
  readonly agencies: Uint32Array;
  readonly agencyCount: number;
  rowOf(reportId: string): number | undefined;
  /** Whether a row passes; to be called with many. */
  test(filter: RowFilter): (row: number) => boolean;
}

export interface RowFilter {
  region?: { level: 'province' | 'city' | 'county' | 'town'; name: string };
  kinds?: readonly AgencyKind[];
}

export interface Holding {
  reportId: string;
  agencyId: string;
  /** The name this report prints. */
  agency: string;
  region: Region;
  kind: AgencyKind;
  year: number;
  edition: Edition;
  publishedAt: string | null;
  file: string;
  sha256: string;
  ingestedAt: string;
  warnings: number;
  /** Findings of severity `error` / all findings of the checks on this report alone. */
  errors: number;
  /** Readings whose printed figure other cells of the report contradict; not told by records of an older program. */
  contradicted?: string[];
  findings: number;
}

export interface HeldAgency extends Agency {
  /** Year → report id, ascending. */
  reports: ReadonlyMap<number, string>;
}

export interface ColumnCell {
  value: number | null;
  status: 'reported' | 'blank' | 'absent';
}

export interface Column {
  /** `row` is the index into `Library.holdings`. */
  at(row: number): ColumnCell;
}

export interface AgencyMention {
  /** Offsets into the text that was asked about, in UTF-16 units; `end` is exclusive. */
  start: number;
  end: number;
  text: string;
  /** Several when the words fit several agencies equally well. Best first. */
  candidates: AgencyCandidate[];
}

export interface AgencyCandidate {
  agencyId: string;
  /** 1 is the full name; below 0.6 it is no more than a hint. */
  score: number;
  how: 'name' | 'alias' | 'short' | 'part' | 'region' | 'slip' | 'pinyin';
}

export interface PassageSearch {
  agencyIds?: readonly string[];
  years?: readonly number[];
  sections?: readonly SectionNumber[];
  /** Report ids; when given, only these. */
  reportIds?: ReadonlySet<string>;
  limit?: number;
  /**
   * As answers need them: passages that say it in other words are found too, the same passage of several reports
   * is told once (`copies`), the order heeds sentences and parts, and `cover` says how much of what was looked for
   * is there. Given is the whole question, which tells in which part to look first, and whether it asks who does
   * or who does not. Without it: the words alone, each place by itself.
   */
  ranked?: string;
}

export interface PassageHit extends Place {
  reportId: string;
  agencyId: string;
  agency: string;
  year: number;
  section: SectionNumber;
  text: string;
  score: number;
  /** Query terms found, for highlighting. */
  terms: string[];
  /** With `ranked`: how much of what was looked for the best sentence holds, 0–1, rare words counting more. */
  cover?: number;
  /** With `ranked`: it says that what was asked for is not so, or, asked who does not, that it is. */
  opposite?: 'denied' | 'affirmed';
  /** With `ranked`: the rarity of the rarest thing found, 0–1. */
  rarest?: number;
  /** With `ranked`: the rarity of the rarest thing that it lacks and other passages have, 0–1. */
  missed?: number;
  /** With `ranked`: some of it only in words of like meaning. */
  related?: boolean;
  /** With `ranked`: other reports that print the same passage. */
  copies?: { reportId: string; agencyId: string; agency: string; year: number }[];
}

import type { AgencyKind } from './report.ts';

export type AnswerKind =
  | 'value'
  | 'comparison'
  | 'ranking'
  | 'aggregate'
  | 'trend'
  | 'summary'
  | 'problems'
  | 'improvements'
  | 'passages'
  | 'audit'
  | 'contact'
  | 'list'
  | 'clarify'
  | 'not-held'
  | 'not-understood'
  | 'help';

/**
 * A question, resolved: everything an answer needs and nothing about how it was said.
 * Ids of readings are reading ids, derived sums (`applications.refused.total`, `reviews.litigation.total`) or
 * rates (`rates.disclosure`).
 *
 * What `question` fills by kind (fields not named are empty):
 * - value: one agency, one year, one or several readings. No readings never happens.
 * - comparison: two or more agencies in one year, or one agency (or none: all) in two years; readings empty means
 *   the main figures, with two years: what changed.
 * - ranking: one reading, `order`; the agencies are the rivals (empty: all), `positionOf` is not among them.
 * - aggregate: readings, `aggregate`; count counts the reports that pass `filter` (its conditions included).
 * - trend: `years` lists every year to show, ascending; one agency, several, or none (sum over all).
 * - list: `filter`, `years`, `missing`; agencies given: their years.
 * - passages: `text`, the words to look for, without agency, year and question words.
 * - not-held: `wanted`; `agencies` holds the agency when only its year (or the matter) is missing.
 * - clarify: `options`. help: `topic`.
 */
export interface Query {
  kind: AnswerKind;
  /** Agency ids; empty means all that are held and pass the filter. */
  agencies: string[];
  /** Ascending. Empty means: the newest held (one agency) or the newest year held (several). */
  years: number[];
  /** Asked for beside `years` and held by none of those asked about. */
  lackingYears?: number[];
  /** audit: how far the figures of `readings` can be relied on; value: where they stand. */
  tell?: 'doubt' | 'place';
  /** Where the years came from: the question, the talk before, or the default. */
  yearsFrom: 'question' | 'context' | 'default';
  agenciesFrom: 'question' | 'context' | 'all';
  /** What is asked of them was said in the talk before, not in the question. */
  matterFrom?: 'context';
  readings: string[];
  filter: Filter;
  /** value: how the figure is asked for. */
  measure: Measure;
  /** value: the figures are also to be added up. */
  added?: boolean;
  /** value: what part of the sum over all that are held (and lie in the filter's region). */
  ofAll?: boolean;
  /** ranking: 'most' or 'least', how many, or whose position. */
  order?: { direction: 'most' | 'least'; limit: number; positionOf?: string };
  /** ranking: each year by itself; otherwise several years are added up. */
  eachYear?: boolean;
  /** comparison: regions whose agencies are added up and set against each other. */
  groups?: NonNullable<Filter['region']>[];
  /** aggregate */
  aggregate?: 'sum' | 'mean' | 'median' | 'max' | 'min' | 'count';
  /** problems/improvements over many agencies: group by theme and count. */
  grouped?: boolean;
  /** passages, problems, improvements: the words that are looked for. */
  text?: string;
  sections?: number[];
  /** passages, list: so many were shown before; what comes behind them. */
  skip?: number;
  /** passages: asked in passing about the figures of the talk, which goes on about those. */
  aside?: boolean;
  /** list: what is missing rather than what is held. */
  missing?: boolean;
  /** What the question assumed wrongly, with the nearest that exists; told before the answer. */
  correction?: string;
  /** clarify: the choices, each a complete query of its own. */
  options?: { label: string; query: Query }[];
  /** not-held: what was asked for and is not here. */
  wanted?: { agency?: string; year?: number; what?: string };
  /** Names that were typed with a slip, and the name they were taken for. */
  readAs?: { typed: string; name: string }[];
  /** help: the topic asked about. */
  topic?: string;
  language: 'zh' | 'en';
}

export type Measure =
  | { kind: 'plain' }
  /** Part of the whole; `of` is the id of the whole. */
  | { kind: 'share'; of: string }
  /** Against the year before. */
  | { kind: 'change' };

export interface Filter {
  region?: { level: 'province' | 'city' | 'county' | 'town'; name: string };
  kinds?: AgencyKind[];
  conditions?: Condition[];
  /** One of the conditions is enough. */
  any?: boolean;
  /** Ids of agencies that are left out: 除了秀岭区. */
  except?: string[];
}

export interface Condition {
  reading: string;
  operator: '>' | '>=' | '=' | '<=' | '<' | '!=' | 'blank';
  /** Ignored for 'blank'. */
  value: number;
  /** Id of an agency: instead of `value` its figure of the same year counts. */
  than?: string;
}

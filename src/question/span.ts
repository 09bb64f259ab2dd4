import type { AgencyCandidate } from '../model/library.ts';
import type { AgencyKind } from '../model/report.ts';
import type { Intent, Premise } from './lexicon-schema.ts';

export type RegionLevel = 'province' | 'city' | 'county' | 'town';

export type YearWord =
  | { kind: 'years'; years: number[] }
  /** The newest `count` years held. */
  | { kind: 'last'; count: number }
  | { kind: 'since'; year: number }
  | { kind: 'all' }
  | { kind: 'newest' }
  /** The year before the one talked about. */
  | { kind: 'before' };

/** One thing that a piece of the question can mean. */
export type Sense =
  /** A row, an item of table 二, a block of table 四, a rate or a whole reading. */
  | { role: 'row'; id: string; weak: boolean }
  | { role: 'applicant'; keys: readonly string[] }
  | { role: 'result'; key: string; block?: string }
  | { role: 'document'; keys: readonly string[]; alone?: string }
  | { role: 'other' }
  | { role: 'kind'; kinds: readonly AgencyKind[] }
  | { role: 'intent'; intent: Intent }
  | { role: 'premise'; premise: Premise }
  | { role: 'theme'; key: string }
  | { role: 'topic'; figure: boolean }
  | { role: 'offTopic' }
  | { role: 'padding' }
  | { role: 'joiner' }
  | { role: 'year'; year: YearWord }
  | { role: 'number'; value: number }
  | { role: 'order'; direction: 'most' | 'least'; limit: number }
  | { role: 'choice'; ordinal: number }
  | { role: 'region'; regions: readonly { level: RegionLevel; name: string }[] }
  | { role: 'agency'; candidates: readonly AgencyCandidate[] }
  /** A place or an organ of which nothing is held. */
  | { role: 'stranger'; name: string; place: boolean };

export type Role = Sense['role'];

export interface Span {
  start: number;
  end: number;
  text: string;
  senses: Sense[];
}

/** The sense of a span in one role, if it has it. */
export function sense<R extends Role>(span: Span, role: R): Extract<Sense, { role: R }> | undefined {
  return span.senses.find((s): s is Extract<Sense, { role: R }> => s.role === role);
}

export function hasIntent(span: Span, intent: Intent): boolean {
  return span.senses.some((s) => s.role === 'intent' && s.intent === intent);
}

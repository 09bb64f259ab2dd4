import type { AnswerKind, Query } from '../../model/query.ts';

/** A query of a kind that nothing is said about yet. */
export function emptyQuery(kind: AnswerKind, language: Query['language']): Query {
  return {
    kind,
    agencies: [],
    years: [],
    yearsFrom: 'default',
    agenciesFrom: 'all',
    readings: [],
    filter: {},
    measure: { kind: 'plain' },
    language,
  };
}

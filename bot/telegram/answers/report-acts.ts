import type { Answer } from '../../../src/model/answer.ts';
import type { Holding } from '../../../src/model/library.ts';
import type { AnswerKind, Query } from '../../../src/model/query.ts';
import type { Desk } from '../desk.ts';
import { type Language, sayIn } from '../texts/say.ts';
import type { ReportAct } from './report-buttons.ts';
import { reportTables } from './report-tables.ts';

/** A question about one report, as if it had been asked in words. */
export function reportQuery(kind: AnswerKind, { agencyId, year }: Holding, more: Partial<Query> = {}): Query {
  return {
    kind,
    agencies: [agencyId],
    years: [year],
    yearsFrom: 'question',
    agenciesFrom: 'question',
    readings: [],
    filter: {},
    measure: { kind: 'plain' },
    language: 'zh',
    ...more,
  };
}

/** Years of the same agency that are held, ascending. */
export function yearsOf({ app }: Pick<Desk, 'app'>, { agencyId }: Holding): [number, string][] {
  return [...(app.library.agency(agencyId)?.reports ?? [])];
}

/** The year before that is held, if any. */
export function yearBefore(desk: Pick<Desk, 'app'>, holding: Holding): number | undefined {
  return yearsOf(desk, holding)
    .map(([year]) => year)
    .filter((year) => year < holding.year)
    .at(-1);
}

export function queryFor(
  desk: Pick<Desk, 'app'>,
  holding: Holding,
  act: ReportAct,
  language: Language,
): Query {
  const before = yearBefore(desk, holding);
  if (act === 'compare' && before !== undefined)
    return reportQuery('comparison', holding, { years: [before, holding.year], language });
  if (act === 'audit') return reportQuery('audit', holding, { language });
  if (act === 'chart')
    return reportQuery('trend', holding, {
      years: yearsOf(desk, holding).map(([year]) => year),
      readings: ['applications.newReceived.total'],
      language,
    });
  return reportQuery('summary', holding, { language });
}

/** What a report's button shows, as blocks. */
export async function blocksFor(
  desk: Desk,
  holding: Holding,
  act: ReportAct,
  language: Language,
): Promise<Pick<Answer, 'blocks'>> {
  const say = sayIn(language);
  const { agency, year } = holding;
  if (act === 'tables') {
    const report = desk.app.library.report(holding.reportId);
    if (report) return { blocks: reportTables(report, say) };
  }
  if (act === 'compare' && yearBefore(desk, holding) === undefined)
    return { blocks: [{ kind: 'text', text: say('answers.nothingBefore', { agency, year }) }] };
  if (act === 'years') return { blocks: [{ kind: 'text', text: say('answers.chooseYear', { agency }) }] };
  return (await desk.app.answer(queryFor(desk, holding, act, language), agency)).answer;
}

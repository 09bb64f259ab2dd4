import type { Answer } from '../../../src/model/answer.ts';
import type { Holding } from '../../../src/model/library.ts';
import type { AnswerKind, Query } from '../../../src/model/query.ts';
import type { Desk } from '../desk.ts';
import type { Keyboard } from '../port/port.ts';
import { turning } from './buttons.ts';
import { type ReportAct, reportButton } from './report-buttons.ts';
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
export function yearsOf({ app }: Desk, { agencyId }: Holding): [number, string][] {
  return [...(app.library.agency(agencyId)?.reports ?? [])];
}

/** The year before that is held, if any. */
export function yearBefore(desk: Desk, holding: Holding): number | undefined {
  return yearsOf(desk, holding)
    .map(([year]) => year)
    .filter((year) => year < holding.year)
    .at(-1);
}

export function queryFor(desk: Desk, holding: Holding, act: ReportAct): Query {
  const before = yearBefore(desk, holding);
  if (act === 'compare' && before !== undefined)
    return reportQuery('comparison', holding, { years: [before, holding.year] });
  if (act === 'audit') return reportQuery('audit', holding);
  if (act === 'chart')
    return reportQuery('trend', holding, {
      years: yearsOf(desk, holding).map(([year]) => year),
      readings: ['applications.newReceived.total'],
    });
  return reportQuery('summary', holding);
}

/** What a report's button shows, as blocks. */
export async function blocksFor(
  desk: Desk,
  holding: Holding,
  act: ReportAct,
): Promise<Pick<Answer, 'blocks'>> {
  if (act === 'tables') {
    const report = desk.app.library.report(holding.reportId);
    if (report) return { blocks: reportTables(report) };
  }
  if (act === 'compare' && yearBefore(desk, holding) === undefined)
    return {
      blocks: [{ kind: 'text', text: `没有收录${holding.agency}${holding.year}年以前的年报，无从对比。` }],
    };
  if (act === 'years') return { blocks: [{ kind: 'text', text: `${holding.agency}：请选择年份` }] };
  return (await desk.app.answer(queryFor(desk, holding, act), holding.agency)).answer;
}

export function cardKeyboard(
  desk: Desk,
  holding: Holding,
  act: ReportAct,
  owner: number,
  page: number,
  pages: number,
): Keyboard {
  const { reportId } = holding;
  const button = (text: string, what: ReportAct, to = 0) => ({
    text,
    callback_data: reportButton('r', reportId, what, owner, to),
  });
  const rows: Keyboard =
    pages > 1 ? [turning(page, pages, (to) => reportButton('r', reportId, act, owner, to))] : [];
  if (act === 'years') rows.push(...yearButtons(desk, holding, owner));
  if (act !== 'summary') return [...rows, [button('« 年报概况', 'summary')]];
  const years = yearsOf(desk, holding).length > 1;
  return [
    ...rows,
    [
      button('全部数据', 'tables'),
      button('核查结果', 'audit'),
      ...(years ? [button('其他年份', 'years')] : []),
    ],
    [
      ...(years ? [button('📊 历年图', 'chart')] : []),
      ...(yearBefore(desk, holding) === undefined ? [] : [button('与上年对比', 'compare')]),
    ],
    [button('📄 原文件', 'source'), button('🔔 订阅该单位', 'subscribe')],
  ].filter((row) => row.length > 0);
}

function yearButtons(desk: Desk, holding: Holding, owner: number): Keyboard {
  const buttons = yearsOf(desk, holding)
    .reverse()
    .map(([year, id]) => ({ text: `${year}年`, callback_data: reportButton('r', id, 'summary', owner) }));
  const rows: Keyboard = [];
  for (let at = 0; at < buttons.length; at += 4) rows.push(buttons.slice(at, at + 4));
  return rows;
}

import type { Holding } from '../../../src/model/library.ts';
import type { Desk } from '../desk.ts';
import type { Button, Keyboard } from '../port/port.ts';
import { sayIn, type TextKey } from '../texts/say.ts';
import { turning } from './pages.ts';
import { yearBefore, yearsOf } from './report-acts.ts';
import { type ReportAct, type ReportPress, reportButton } from './report-buttons.ts';

/** The buttons under a card about one report. @param shown what the card shows now */
export function cardKeyboard(desk: Desk, holding: Holding, shown: ReportPress, pages: number): Keyboard {
  const say = sayIn(shown.language);
  const button = (key: TextKey, act: ReportAct): Button => ({
    text: say(key),
    callback_data: reportButton('r', { ...shown, act, page: 0 }),
  });
  const rows: Keyboard =
    pages > 1 ? [turning(shown.page, pages, say, (page) => reportButton('r', { ...shown, page }))] : [];
  if (shown.act === 'years') rows.push(...yearButtons(desk, holding, shown));
  if (shown.act !== 'summary') return [...rows, [button('answers.backToSummary', 'summary')]];
  const years = yearsOf(desk, holding).length > 1;
  const before = yearBefore(desk, holding) !== undefined;
  return [
    ...rows,
    [
      button('answers.allData', 'tables'),
      button('answers.checks', 'audit'),
      ...(years ? [button('answers.otherYears', 'years')] : []),
    ],
    [
      ...(years ? [button('answers.chartOverYears', 'chart')] : []),
      ...(before ? [button('answers.yearBefore', 'compare')] : []),
    ],
    [button('answers.sourceFile', 'source'), button('answers.follow', 'subscribe')],
  ].filter((row) => row.length > 0);
}

function yearButtons(desk: Desk, holding: Holding, { owner, language }: ReportPress): Keyboard {
  const say = sayIn(language);
  const buttons = yearsOf(desk, holding)
    .reverse()
    .map(([year, reportId]) => ({
      text: say('answers.year', { year }),
      callback_data: reportButton('r', { reportId, act: 'summary', owner, language }),
    }));
  const rows: Keyboard = [];
  for (let at = 0; at < buttons.length; at += 4) rows.push(buttons.slice(at, at + 4));
  return rows;
}

import type { Holding } from '../../../src/model/library.ts';
import { yearBefore } from '../answers/report-acts.ts';
import { type ReportAct, reportButton } from '../answers/report-buttons.ts';
import type { Desk } from '../desk.ts';
import type { Button, Keyboard } from '../port/port.ts';
import { type Language, sayIn, type TextKey } from '../texts/say.ts';

/** A digest names more reports than a phone has room for buttons. */
const MOST_BUTTONS = 5;
const LONGEST_BUTTON = 40;

export function alertKeyboard(desk: Desk, holding: Holding, language: Language): Keyboard {
  const say = sayIn(language);
  const button = (key: TextKey, act: ReportAct): Button => ({
    text: say(key),
    callback_data: reportButton('R', { reportId: holding.reportId, act, language }),
  });
  const compare = yearBefore(desk, holding) === undefined ? [] : [button('answers.yearBefore', 'compare')];
  return [
    [button('alerts.askAboutThis', 'talk'), ...compare],
    [
      button('answers.checks', 'audit'),
      button('alerts.overview', 'summary'),
      button('alerts.muteAgency', 'mute'),
    ],
  ];
}

export function digestKeyboard(holdings: readonly Holding[], language: Language): Keyboard {
  const say = sayIn(language);
  return holdings.slice(0, MOST_BUTTONS).map(({ agency, year, reportId }) => [
    {
      text: say('alerts.digestItem', { agency, year }).slice(0, LONGEST_BUTTON),
      callback_data: reportButton('R', { reportId, act: 'summary', language }),
    },
  ]);
}

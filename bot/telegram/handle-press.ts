import { parseData, type Verb } from './answers/buttons.ts';
import { type Press, sendChart, sendTable, takeOption, turnPage } from './answers/presses.ts';
import { pressReport } from './answers/report-presses.ts';
import type { Desk } from './desk.ts';
import type { CallbackQuery } from './port/types.ts';
import { presserOf } from './speaker.ts';
import { pressSetting } from './subscribing/preferences.ts';
import { pressScope, pressSubscription } from './subscribing/presses.ts';
import { sayFor } from './texts/say.ts';

const presses: Record<Verb, (desk: Desk, press: Press) => Promise<void>> = {
  p: turnPage,
  o: takeOption,
  g: sendChart,
  x: sendTable,
  r: pressReport(false),
  R: pressReport(true),
  s: pressSubscription,
  w: pressScope,
  f: pressSetting,
};

/** A button. Telegram is always answered: else the button would seem to be at work for ever. */
export async function handlePress(desk: Desk, query: CallbackQuery): Promise<void> {
  const speaker = presserOf(query);
  const { verb, args } = parseData(query.data ?? '');
  const handler = verb in presses ? presses[verb as Verb] : undefined;
  const say = sayFor(desk, speaker?.place.chat ?? query.from.id);
  desk.metrics.count('presses_total', 'Buttons pressed.');
  if (!speaker || !handler || !desk.access.mayAsk(speaker.place.chat, speaker.user))
    return desk.port.answerCallback(query.id, say('talking.deadButton'), true);
  if (desk.perPress.admit(speaker.user) !== 'ok')
    return desk.port.answerCallback(query.id, say('talking.pressTooFast'), true);
  try {
    await handler(desk, { query, speaker, args });
  } catch (error) {
    await desk.port.answerCallback(query.id, say('talking.pressFailed'), true).catch((cause: unknown) => {
      desk.log.debug({ err: cause }, 'a button could not be answered');
    });
    throw error;
  }
}

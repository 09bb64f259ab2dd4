import type { Holding } from '../../../src/model/library.ts';
import { renderChart } from '../../render/chart.ts';
import { renderTelegram } from '../../render/telegram.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import { chatKey, type Speaker, talkOf } from '../speaker.ts';
import { mayChange, subscribedWords, subscriptionKeyboard } from '../subscribing/changing.ts';
import { type Language, sayFor, sayIn } from '../texts/say.ts';
import { whileActing } from './acting.ts';
import { cardKeyboard } from './card-keyboard.ts';
import { pageOf } from './pages.ts';
import { mayPress, type Press } from './presses.ts';
import { reply } from './replying.ts';
import { blocksFor, queryFor } from './report-acts.ts';
import { parseReportButton, type ReportAct, type ReportPress } from './report-buttons.ts';
import { sourceFile } from './source-file.ts';

/** A card about one report, as a message of its own. */
export async function sendCard(
  desk: Desk,
  speaker: Speaker,
  holding: Holding,
  act: ReportAct,
  language: Language,
): Promise<void> {
  await whileActing(desk, speaker.place, 'typing', async () => {
    const pages = renderTelegram(await blocksFor(desk, holding, act, language));
    const shown = { reportId: holding.reportId, act, owner: speaker.user, page: 0, language };
    const keyboard = cardKeyboard(desk, holding, shown, pages.length);
    const message = await reply(desk, speaker, pageOf(pages, 0, sayIn(language)), keyboard);
    await remember(desk, speaker, holding, message);
  });
}

/** Buttons about a report: under cards they turn the card, under alerts and answers they give a card. */
export function pressReport(newMessage: boolean): (desk: Desk, press: Press) => Promise<void> {
  return async (desk, press) => {
    const { query, speaker } = press;
    const wanted = parseReportButton(press.args);
    const holding = wanted && desk.app.library.holding(wanted.reportId);
    const say = sayIn(wanted?.language ?? 'zh');
    const refuse = (text: string) => desk.port.answerCallback(query.id, text, true);
    if (!wanted || !holding) return refuse(say('answers.reportGone'));
    if (!(await mayPress(desk, speaker, wanted.owner))) return refuse(say('answers.notYours'));
    const special = acts[wanted.act];
    if (special) return special(desk, press, holding, wanted.language);
    if (!newMessage) return turnCard(desk, press, holding, wanted);
    if (desk.perPerson.admit(speaker.user) !== 'ok') return refuse(say('talking.pressSoon'));
    await desk.port.answerCallback(query.id);
    return sendCard(desk, speaker, holding, wanted.act, wanted.language);
  };
}

async function turnCard(
  desk: Desk,
  { query, speaker }: Press,
  holding: Holding,
  wanted: ReportPress,
): Promise<void> {
  const pages = renderTelegram(await blocksFor(desk, holding, wanted.act, wanted.language));
  const page = Math.min(wanted.page, pages.length - 1);
  const keyboard = cardKeyboard(desk, holding, { ...wanted, page }, pages.length);
  const words = pageOf(pages, page, sayIn(wanted.language));
  await desk.port.edit(speaker.place.chat, speaker.message, words, keyboard);
  await desk.port.answerCallback(query.id);
  await remember(desk, speaker, holding, speaker.message);
}

type Act = (desk: Desk, press: Press, holding: Holding, language: Language) => Promise<void>;

const acts: Partial<Record<ReportAct, Act>> = {
  chart: async (desk, { query, speaker }, holding, language) => {
    const { answer } = await desk.app.answer(queryFor(desk, holding, 'chart', language), holding.agency);
    const { chart } = answer;
    if (!chart) return desk.port.answerCallback(query.id, sayIn(language)('answers.oneYearOnly'), true);
    await desk.port.answerCallback(query.id);
    await whileActing(desk, speaker.place, 'upload_photo', async () => {
      const image = { name: 'chart.png', bytes: await renderChart(chart) };
      await desk.port.photo(speaker.place, image, plainWords(chart.title), { replyTo: speaker.message });
    });
  },
  source: async (desk, { query, speaker }, holding, language) => {
    const report = desk.app.library.report(holding.reportId);
    await desk.port.answerCallback(query.id);
    if (!report) return;
    await whileActing(desk, speaker.place, 'upload_document', async () => {
      const { file, caption } = sourceFile(desk, report, sayIn(language));
      await desk.port.document(speaker.place, file, caption, { replyTo: speaker.message });
    });
  },
  subscribe: async (desk, { query, speaker }, holding) => {
    const say = sayFor(desk, speaker.place.chat);
    if (!(await mayChange(desk, speaker)))
      return desk.port.answerCallback(query.id, say('subscriptions.onlyAdminsPress'), true);
    const scope = { kind: 'agency' as const, agencyId: holding.agencyId, name: holding.agency };
    const subscription = desk.subscriptions.subscribe(speaker.place, { scope }, speaker.user);
    await desk.port.answerCallback(query.id, say('subscriptions.subscribedShort'));
    await desk.port.send(speaker.place, subscribedWords(desk, speaker.place.chat, subscription), {
      replyTo: speaker.message,
      keyboard: subscriptionKeyboard(subscription, say, false),
    });
  },
  mute: async (desk, { query, speaker }, { agency, agencyId }) => {
    const say = sayFor(desk, speaker.place.chat);
    if (!(await mayChange(desk, speaker)))
      return desk.port.answerCallback(query.id, say('subscriptions.onlyAdminsPress'), true);
    desk.subscriptions.setMuted(speaker.place.chat, agencyId, true);
    await desk.port.answerCallback(query.id, say('alerts.muted', { agency }), true);
  },
  talk: async (desk, { query, speaker }, holding, language) => {
    await remember(desk, speaker, holding, speaker.message);
    const key = speaker.chat.type === 'private' ? 'answers.askAboutPrivate' : 'answers.askAboutGroup';
    const { agency, year } = holding;
    await desk.port.answerCallback(query.id, sayIn(language)(key, { agency, year }), true);
  },
};

/** What is asked next is about this report. */
async function remember(desk: Desk, speaker: Speaker, holding: Holding, message: number): Promise<void> {
  const { talk } = await desk.app.answer(queryFor(desk, holding, 'summary', 'zh'), holding.agency);
  desk.conversation.keep(talkOf(speaker), talk);
  desk.answered.set(chatKey(speaker.place, message), talk);
}

import type { Holding } from '../../../src/model/library.ts';
import { renderChart } from '../../render/chart.ts';
import { renderTelegram } from '../../render/telegram.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import { type Speaker, talkOf } from '../speaker.ts';
import { mayChange, subscribedWords, subscriptionKeyboard } from '../subscribing/changing.ts';
import { whileActing } from './acting.ts';
import { answerKey, pageOf, replying } from './answering.ts';
import { mayPress, notYours, type Press } from './presses.ts';
import { blocksFor, cardKeyboard, queryFor } from './report-acts.ts';
import { parseReportButton, type ReportAct, type ReportPress } from './report-buttons.ts';
import { sourceFile } from './source-file.ts';

/** A card about one report, as a message of its own. */
export async function sendCard(
  desk: Desk,
  speaker: Speaker,
  holding: Holding,
  act: ReportAct,
): Promise<void> {
  await whileActing(desk, speaker.place, 'typing', async () => {
    const pages = renderTelegram(await blocksFor(desk, holding, act));
    const keyboard = cardKeyboard(desk, holding, act, speaker.user, 0, pages.length);
    const sent = await desk.port.send(speaker.place, pageOf(pages, 0), { ...replying(speaker), keyboard });
    await remember(desk, speaker, holding, sent.message_id);
  });
}

/** Buttons about a report: under cards they turn the card, under alerts and answers they give a card. */
export function pressReport(newMessage: boolean): (desk: Desk, press: Press) => Promise<void> {
  return async (desk, press) => {
    const { query, speaker } = press;
    const wanted = parseReportButton(press.args);
    const holding = wanted && desk.app.library.holding(wanted.reportId);
    if (!wanted || !holding) return desk.port.answerCallback(query.id, '这份年报已经不在收录之列', true);
    if (!(await mayPress(desk, speaker, wanted.owner)))
      return desk.port.answerCallback(query.id, notYours, true);
    const special = acts[wanted.act];
    if (special) return special(desk, press, holding);
    if (newMessage) {
      if (desk.perPerson.admit(speaker.user) !== 'ok')
        return desk.port.answerCallback(query.id, '请稍等一会儿再按', true);
      await desk.port.answerCallback(query.id);
      return sendCard(desk, speaker, holding, wanted.act);
    }
    return turnCard(desk, press, holding, wanted);
  };
}

async function turnCard(
  desk: Desk,
  { query, speaker }: Press,
  holding: Holding,
  wanted: ReportPress,
): Promise<void> {
  const { act, owner } = wanted;
  const pages = renderTelegram(await blocksFor(desk, holding, act));
  const page = Math.min(wanted.page, pages.length - 1);
  const keyboard = cardKeyboard(desk, holding, act, owner, page, pages.length);
  await desk.port.edit(speaker.place.chat, speaker.message, pageOf(pages, page), keyboard);
  await desk.port.answerCallback(query.id);
  await remember(desk, speaker, holding, speaker.message);
}

const acts: Partial<Record<ReportAct, (desk: Desk, press: Press, holding: Holding) => Promise<void>>> = {
  chart: async (desk, { query, speaker }, holding) => {
    const { answer } = await desk.app.answer(queryFor(desk, holding, 'chart'), holding.agency);
    const { chart } = answer;
    if (!chart) return desk.port.answerCallback(query.id, '只有一年的数据，画不成图', true);
    await desk.port.answerCallback(query.id);
    await whileActing(desk, speaker.place, 'upload_photo', async () => {
      const image = { name: 'chart.png', bytes: await renderChart(chart) };
      await desk.port.photo(speaker.place, image, plainWords(chart.title), { replyTo: speaker.message });
    });
  },
  source: async (desk, { query, speaker }, holding) => {
    const report = desk.app.library.report(holding.reportId);
    await desk.port.answerCallback(query.id);
    if (!report) return;
    await whileActing(desk, speaker.place, 'upload_document', async () => {
      const { file, caption } = sourceFile(desk, report);
      await desk.port.document(speaker.place, file, caption, { replyTo: speaker.message });
    });
  },
  subscribe: async (desk, { query, speaker }, holding) => {
    if (!(await mayChange(desk, speaker)))
      return desk.port.answerCallback(query.id, '只有群管理员可以改动订阅', true);
    const scope = { kind: 'agency' as const, agencyId: holding.agencyId, name: holding.agency };
    const subscription = desk.subscriptions.subscribe(speaker.place, { scope }, speaker.user);
    await desk.port.answerCallback(query.id, '已订阅');
    await desk.port.send(speaker.place, subscribedWords(desk, speaker.place.chat, subscription), {
      replyTo: speaker.message,
      keyboard: subscriptionKeyboard(subscription, false),
    });
  },
  mute: async (desk, { query, speaker }, holding) => {
    if (!(await mayChange(desk, speaker)))
      return desk.port.answerCallback(query.id, '只有群管理员可以改动订阅', true);
    desk.subscriptions.setMuted(speaker.place.chat, holding.agencyId, true);
    await desk.port.answerCallback(
      query.id,
      `不再提醒${holding.agency}的年报。用 /subscriptions 可以恢复`,
      true,
    );
  },
  talk: async (desk, { query, speaker }, holding) => {
    await remember(desk, speaker, holding, speaker.message);
    const how = speaker.chat.type === 'private' ? '请直接打字提问' : '请回复这条消息提问';
    await desk.port.answerCallback(
      query.id,
      `${how}，例如“收到多少件申请”，说的就是${holding.agency}${holding.year}年的年报`.slice(0, 200),
      true,
    );
  },
};

/** What is asked next is about this report. */
async function remember(desk: Desk, speaker: Speaker, holding: Holding, message: number): Promise<void> {
  const { talk } = await desk.app.answer(queryFor(desk, holding, 'summary'), holding.agency);
  desk.conversation.keep(talkOf(speaker), talk);
  desk.answered.set(answerKey(speaker.place, message), talk);
}

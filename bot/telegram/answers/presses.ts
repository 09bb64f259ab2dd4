import { readingsTable } from '../../../src/export/readings.ts';
import { renderChart } from '../../render/chart.ts';
import { renderTelegram } from '../../render/telegram.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import type { CallbackQuery } from '../port/types.ts';
import { chatKey, type Speaker } from '../speaker.ts';
import { sayFor, sayIn } from '../texts/say.ts';
import { whileActing } from './acting.ts';
import { faceOf } from './answering.ts';
import { answerKeyboard } from './buttons.ts';
import { pageOf } from './pages.ts';
import { tableFile } from './table-file.ts';
import type { View } from './views.ts';

export interface Press {
  query: CallbackQuery;
  speaker: Speaker;
  args: readonly string[];
}

type ViewHandler = (desk: Desk, press: Press, view: View) => Promise<void>;

/** Buttons under answers: they serve whoever asked. */
export function withView(handler: ViewHandler): (desk: Desk, press: Press) => Promise<void> {
  return async (desk, press) => {
    const view = await desk.views.get(press.args[0] ?? '');
    const say = view ? sayIn(view.query.language) : sayFor(desk, press.speaker.place.chat);
    if (!view) return desk.port.answerCallback(press.query.id, say('answers.expired'), true);
    if (!(await mayPress(desk, press.speaker, view.owner)))
      return desk.port.answerCallback(press.query.id, say('answers.notYours'), true);
    return handler(desk, press, view);
  };
}

/** What an anonymous administrator asked, every administrator may press. */
export async function mayPress(desk: Desk, speaker: Speaker, owner: number): Promise<boolean> {
  if (owner === 0 || owner === speaker.user) return true;
  return owner === speaker.chat.id && desk.members.isAdmin(speaker);
}

/** Turns the page in place. */
export const turnPage = withView(async (desk, { query, speaker, args }, view) => {
  const { answer } = await desk.app.answer(view.query, view.question);
  const pages = desk.views.pages.get(view.id) ?? renderTelegram(answer);
  desk.views.pages.set(view.id, pages);
  const page = Math.min(Math.max(0, Number(args[1]) || 0), pages.length - 1);
  const { language } = view.query;
  const keyboard = answerKeyboard(answer, view, { page, pages: pages.length, language });
  await desk.port.edit(speaker.place.chat, speaker.message, pageOf(pages, page, sayIn(language)), keyboard);
  await desk.port.answerCallback(query.id);
});

/** One of the meanings a question could have: the answer takes the place of the choice. */
export const takeOption = withView(async (desk, { query, speaker, args }, view) => {
  const option = view.query.options?.[Number(args[1])];
  if (!option) return desk.port.answerCallback(query.id, sayIn(view.query.language)('answers.expired'), true);
  const asked = await desk.app.answer(option.query, view.question, desk.conversation.context(view.talk));
  desk.conversation.keep(view.talk, asked.talk);
  desk.answered.set(chatKey(speaker.place, speaker.message), asked.talk);
  const face = await faceOf(desk, asked, { owner: view.owner, question: view.question, talk: view.talk });
  await desk.port.edit(speaker.place.chat, speaker.message, face.words, face.keyboard);
  await desk.port.answerCallback(query.id);
});

export const sendChart = withView(async (desk, { query, speaker }, view) => {
  const { answer } = await desk.app.answer(view.query, view.question);
  const { chart } = answer;
  if (!chart) return desk.port.answerCallback(query.id, sayIn(view.query.language)('answers.noChart'), true);
  await desk.port.answerCallback(query.id);
  await whileActing(desk, speaker.place, 'upload_photo', async () => {
    const image = { name: 'chart.png', bytes: await renderChart(chart) };
    await desk.port.photo(
      speaker.place,
      image,
      plainWords(`${chart.title}\n${chart.source}`.trim().slice(0, 1000)),
      {
        replyTo: speaker.message,
      },
    );
  });
});

/** The readings of the reports that an answer rests on. */
export const sendTable = withView(async (desk, { query, speaker, args }, view) => {
  const say = sayIn(view.query.language);
  const format = args[1] === 'csv' ? 'csv' : 'xlsx';
  const { answer } = await desk.app.answer(view.query, view.question);
  await desk.port.answerCallback(query.id);
  await whileActing(desk, speaker.place, 'upload_document', async () => {
    const reports = answer.reports
      .map((id) => desk.app.library.report(id))
      .filter((report) => report !== undefined);
    const file = await tableFile(readingsTable(reports), format, say('answers.tableName'));
    const caption = plainWords(say('answers.tableCaption', { count: reports.length }));
    await desk.port.document(speaker.place, file, caption, { replyTo: speaker.message });
  });
});

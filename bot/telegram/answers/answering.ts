import type { Asked } from '../../../src/app.ts';
import type { Query } from '../../../src/model/query.ts';
import type { Region } from '../../../src/model/report.ts';
import { findRegions } from '../../../src/naming/regions.ts';
import { renderTelegram, type TelegramMessage } from '../../render/telegram.ts';
import type { Desk } from '../desk.ts';
import type { Keyboard } from '../port/port.ts';
import { chatKey, type Speaker, talkOf } from '../speaker.ts';
import { languageOf, sayIn } from '../texts/say.ts';
import { whileActing } from './acting.ts';
import { answerKeyboard, needsView } from './buttons.ts';
import { pageOf } from './pages.ts';
import { reply } from './replying.ts';
import type { View } from './views.ts';

/** Longer is no question. */
const LONGEST_QUESTION = 1000;

/** Answers a question with one message. */
export async function answerQuestion(desk: Desk, speaker: Speaker, question: string): Promise<void> {
  const { conversation, metrics } = desk;
  const started = performance.now();
  const text = question.slice(0, LONGEST_QUESTION);
  const talk = talkOf(speaker);
  await whileActing(desk, speaker.place, 'typing', async () => {
    const asked = await understood(desk, speaker, text);
    const face = await faceOf(desk, asked, { owner: speaker.user, question: text, talk });
    const message = await reply(desk, speaker, face.words, face.keyboard);
    // Not before: should the process end while it is sent, the question is asked again of the same talk.
    conversation.keep(talk, asked.talk);
    desk.answered.set(chatKey(speaker.place, message), asked.talk);
    metrics.count('answers_total', 'Answers sent, by kind.', `kind="${asked.answer.kind}"`);
  });
  metrics.time(
    'answer_seconds',
    'From a question being handled to its answer being sent.',
    performance.now() - started,
  );
}

/** English questions are answered in English; all are where the chat has chosen English. */
async function understood(desk: Desk, speaker: Speaker, text: string): Promise<Asked> {
  const { chat } = speaker.place;
  const talk = talkOf(speaker);
  const home = homeOf(desk, chat);
  const asked = await desk.conversation.ask({ talk, text, ...(home ? { home } : {}) });
  const { query } = asked.understanding;
  if (query.language === 'en' || languageOf(desk, chat) !== 'en') return asked;
  return desk.app.answer(inEnglish(query), text, desk.conversation.context(talk));
}

function inEnglish(query: Query): Query {
  const options = query.options?.map((option) => ({ ...option, query: inEnglish(option.query) }));
  return { ...query, language: 'en', ...(options ? { options } : {}) };
}

export interface Face {
  words: TelegramMessage;
  keyboard: Keyboard;
}

/** An answer's first page with its buttons; what they need is on the disk. */
export async function faceOf(
  desk: Desk,
  { answer, understanding: { query } }: Asked,
  about: Pick<View, 'owner' | 'question' | 'talk'>,
): Promise<Face> {
  const pages = renderTelegram(answer);
  const say = sayIn(query.language);
  const view = needsView(answer, pages.length) ? await desk.views.keep({ ...about, query }) : undefined;
  if (view && pages.length > 1) desk.views.pages.set(view.id, pages);
  return {
    words: pageOf(pages, 0, say),
    keyboard: answerKeyboard(answer, view, { page: 0, pages: pages.length, language: query.language }),
  };
}

/** The region that a chat means when it names none. */
export function homeOf({ subscriptions }: Desk, chat: number): Region | undefined {
  const { home } = subscriptions.store.get(chat).preferences;
  if (home === null) return undefined;
  const found = findRegions(home)[0]?.candidates[0];
  if (!found) return undefined;
  const { code: _code, level: _level, ...region } = found;
  return region;
}

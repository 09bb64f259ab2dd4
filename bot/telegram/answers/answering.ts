import type { Asked } from '../../../src/app.ts';
import type { Region } from '../../../src/model/report.ts';
import { findRegions } from '../../../src/naming/regions.ts';
import { renderTelegram, type TelegramMessage } from '../../render/telegram.ts';
import type { Desk } from '../desk.ts';
import type { Keyboard, Place } from '../port/port.ts';
import { type Speaker, talkOf } from '../speaker.ts';
import { whileActing } from './acting.ts';
import { answerKeyboard, needsView } from './buttons.ts';
import type { View } from './views.ts';

/** Longer is no question. */
const LONGEST_QUESTION = 1000;

/** Answers a question with one message. */
export async function answerQuestion(desk: Desk, speaker: Speaker, question: string): Promise<void> {
  const { conversation, port, metrics } = desk;
  const started = performance.now();
  const text = question.slice(0, LONGEST_QUESTION);
  const talk = talkOf(speaker);
  const home = homeOf(desk, speaker.place.chat);
  await whileActing(desk, speaker.place, 'typing', async () => {
    const asked = await conversation.reply({ talk, text, ...(home ? { home } : {}) });
    const face = await faceOf(desk, asked, { owner: speaker.user, question: text, talk });
    const sent = await port.send(speaker.place, face.words, {
      ...replying(speaker),
      keyboard: face.keyboard,
    });
    desk.answered.set(answerKey(speaker.place, sent.message_id), asked.talk);
    metrics.count('answers_total', 'Answers sent, by kind.', `kind="${asked.answer.kind}"`);
  });
  metrics.time(
    'answer_seconds',
    'From a question being handled to its answer being sent.',
    performance.now() - started,
  );
}

/** In groups an answer hangs on the question; alone with the bot it need not. */
export function replying({ chat, message }: Speaker): { replyTo?: number } {
  return chat.type === 'private' ? {} : { replyTo: message };
}

export function answerKey({ chat }: Place, message: number): string {
  return `${chat}:${message}`;
}

export interface Face {
  words: TelegramMessage;
  keyboard: Keyboard;
}

/** An answer's first page with its buttons; what they need is on the disk. */
export async function faceOf(
  desk: Desk,
  asked: Asked,
  about: Pick<View, 'owner' | 'question' | 'talk'>,
): Promise<Face> {
  const pages = renderTelegram(asked.answer);
  const view = needsView(asked.answer, pages.length)
    ? await desk.views.keep({ ...about, query: asked.understanding.query })
    : undefined;
  if (view && pages.length > 1) desk.views.pages.set(view.id, pages);
  return { words: pageOf(pages, 0), keyboard: answerKeyboard(asked.answer, view, 0, pages.length) };
}

export function pageOf(pages: readonly TelegramMessage[], page: number): TelegramMessage {
  return pages[page] ?? pages[0] ?? { html: '（没有内容）', plain: '（没有内容）' };
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

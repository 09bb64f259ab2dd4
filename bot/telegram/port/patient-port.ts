import { setTimeout as sleep } from 'node:timers/promises';
import type { TelegramPort } from './port.ts';
import { FloodTrouble, LostTrouble, MigratedTrouble, TopicClosedTrouble } from './trouble.ts';

/** Someone waits for the answer: longer floods are given up. */
const LONGEST_WAIT_S = 30;
const TRIES = 4;

/**
 * For answers to people: floods are waited out, a chat that moved is followed, and a call that surely never arrived is
 * made again. A call that may have arrived is made again only where that does no harm: an answer is never doubled.
 */
export function patientPort(port: TelegramPort): TelegramPort {
  return {
    ...port,
    send: (place, words, options) => patiently(place, false, (at) => port.send(at, words, options)),
    photo: (place, image, caption, options) =>
      patiently(place, false, (at) => port.photo(at, image, caption, options)),
    document: (place, file, caption, options) =>
      patiently(place, false, (at) => port.document(at, file, caption, options)),
    edit: (chat, message, words, keyboard) =>
      patiently({ chat }, true, (at) => port.edit(at.chat, message, words, keyboard)),
    answerCallback: (id, text, alert) =>
      patiently({ chat: 0 }, true, () => port.answerCallback(id, text, alert)),
  };
}

interface At {
  chat: number;
  topic?: number;
}

async function patiently<T>(place: At, harmless: boolean, attempt: (at: At) => Promise<T>): Promise<T> {
  let at = place;
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt(at);
    } catch (error) {
      if (tried >= TRIES) throw error;
      if (error instanceof MigratedTrouble) at = { ...at, chat: error.to };
      else if (error instanceof TopicClosedTrouble && at.topic !== undefined) at = { chat: at.chat };
      else if (error instanceof FloodTrouble && error.retryAfter <= LONGEST_WAIT_S)
        await sleep(error.retryAfter * 1000);
      else if (error instanceof LostTrouble && (error.unsent || harmless)) await sleep(300 * 2 ** tried);
      else throw error;
    }
  }
}

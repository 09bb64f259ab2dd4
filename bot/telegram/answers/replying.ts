import { createHash } from 'node:crypto';
import type { Desk } from '../desk.ts';
import type { Keyboard, Words } from '../port/port.ts';
import { RefusedTrouble } from '../port/trouble.ts';
import { chatKey, type Speaker } from '../speaker.ts';

/** In groups an answer hangs on the question; alone with the bot it need not. */
export function replying({ chat, message }: Speaker): { replyTo?: number } {
  return chat.type === 'private' ? {} : { replyTo: message };
}

/**
 * Answers a message with one message: a new one, or the earlier answer turned into the new one where the message was
 * edited. @returns the message that answers
 */
export async function reply(
  desk: Desk,
  speaker: Speaker,
  words: Words,
  keyboard: Keyboard = [],
): Promise<number> {
  const message =
    (await turned(desk, speaker, words, keyboard)) ??
    (await desk.port.send(speaker.place, words, { ...replying(speaker), keyboard })).message_id;
  const { written, before } = speaker;
  if (written !== undefined)
    desk.replies.set(chatKey(speaker.place, speaker.message), {
      message,
      digest: digestOf(written),
      ...(before ? { before } : {}),
    });
  return message;
}

/** Undefined where there is no earlier answer, or it is not there any more. */
async function turned(
  { port }: Desk,
  { place, answered }: Speaker,
  words: Words,
  keyboard: Keyboard,
): Promise<number | undefined> {
  if (answered === undefined) return undefined;
  try {
    await port.edit(place.chat, answered, words, keyboard);
    return answered;
  } catch (error) {
    if (error instanceof RefusedTrouble) return undefined;
    throw error;
  }
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

import type { TalkContext } from '../../src/question/understanding.ts';
import type { Place } from './port/port.ts';
import type { CallbackQuery, Chat, Message } from './port/types.ts';

/** Who says something where. */
export interface Speaker {
  /** A person, or the chat in whose name an anonymous administrator or a channel speaks. */
  user: number;
  /** Speaks in the chat's own name, which only its administrators can. */
  anonymous: boolean;
  chat: Chat;
  place: Place;
  /** The message that is answered. */
  message: number;
  /** What it says; undefined when a button was pressed. */
  written?: string;
  /** What the talk was about before it. */
  before?: TalkContext;
  /** When it was edited: the answer there is already. */
  answered?: number;
}

/** Undefined for whom the bot does not listen to: other bots, posts forwarded from a linked channel. */
export function speakerOf(message: Message): Speaker | undefined {
  const { chat, from, sender_chat: as, via_bot: via } = message;
  if (via || message.is_automatic_forward) return undefined;
  const anonymous = as !== undefined && as.id === chat.id;
  if (from?.is_bot && !as) return undefined;
  const user = as?.id ?? from?.id;
  if (user === undefined) return undefined;
  const written = message.text ?? message.caption ?? '';
  return { user, anonymous, chat, place: placeOf(message), message: message.message_id, written };
}

export function placeOf({ chat, is_topic_message: inTopic, message_thread_id: topic }: Message): Place {
  return { chat: chat.id, ...(inTopic && topic !== undefined ? { topic } : {}) };
}

/** Who presses a button, and where its message stands. */
export function presserOf({ from, message }: CallbackQuery): Speaker | undefined {
  if (!message) return undefined;
  return {
    user: from.id,
    // Buttons are pressed under one's own name even by anonymous administrators.
    anonymous: false,
    chat: message.chat,
    place: placeOf(message),
    message: message.message_id,
  };
}

/** Names a message over all chats. */
export function chatKey({ chat }: Place, message: number): string {
  return `${chat}:${message}`;
}

/** A person has one talk in each chat and topic. */
export function talkOf({ place, user }: Pick<Speaker, 'place' | 'user'>): string {
  return `${place.chat}:${place.topic ?? ''}:${user}`;
}

import { ApiError, bad, type Chat, type Message, type Params } from './types.ts';
import type { Room, World } from './world.ts';

export function text(params: Params, name: string): string | undefined {
  const value = params[name];
  return value === undefined || value === null ? undefined : String(value);
}

export function number(params: Params, name: string): number | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === '') return undefined;
  const n = Number(value);
  return Number.isFinite(n) ? n : undefined;
}

export function flag(params: Params, name: string): boolean {
  return params[name] === true || params[name] === 'true';
}

/** Objects come as objects in JSON bodies and as JSON text in forms. */
export function object<T>(params: Params, name: string): T | undefined {
  const value = params[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value as T;
  try {
    return JSON.parse(value) as T;
  } catch {
    throw bad(`can't parse ${name} JSON object`);
  }
}

/** The chat a call is about, with every reason for which the bot may not speak there. */
export function roomOf(world: World, params: Params): Room {
  const id = number(params, 'chat_id');
  const room = id === undefined ? undefined : world.rooms.get(id);
  if (!room) throw bad('chat not found');
  if (room.migratedTo) {
    throw new ApiError(400, 'Bad Request: group chat was upgraded to a supergroup chat', {
      migrate_to_chat_id: room.migratedTo,
    });
  }
  if (room.deleted) throw new ApiError(403, 'Forbidden: the group chat was deleted');
  const status = room.members.get(world.bot.id)?.status;
  if (status === 'kicked' || status === 'left' || status === undefined) {
    const kind =
      room.chat.type === 'private'
        ? 'bot was blocked by the user'
        : `bot was kicked from the ${room.chat.type} chat`;
    throw new ApiError(403, `Forbidden: ${kind}`);
  }
  if (room.chat.type === 'channel' && !world.isAdmin(room, world.bot.id)) {
    throw bad('need administrator rights in the channel chat');
  }
  return room;
}

export function messageOf(room: Room, id: number | undefined, what: string): Message {
  const message = id === undefined ? undefined : room.messages.get(id);
  if (!message) throw bad(`message to ${what} not found`);
  return message;
}

/** The topic a message goes to; refuses one that is closed or not there. */
export function topicOf(room: Room, params: Params): number | undefined {
  const id = number(params, 'message_thread_id');
  if (id === undefined || id === 1) return undefined;
  const topic = room.topics.get(id);
  if (!topic) throw bad('message thread not found');
  if (!topic.open) throw bad('TOPIC_CLOSED');
  return id;
}

export function checkMarkup(params: Params): Message['reply_markup'] {
  const markup = object<NonNullable<Message['reply_markup']>>(params, 'reply_markup');
  for (const button of markup?.inline_keyboard?.flat() ?? []) {
    if (!button.text) throw bad('text buttons are unallowed in the inline keyboard');
    if (
      button.callback_data !== undefined &&
      (button.callback_data === '' || Buffer.byteLength(button.callback_data) > 64)
    ) {
      throw bad('BUTTON_DATA_INVALID');
    }
    const kinds = [
      button.callback_data,
      button.url,
      button.switch_inline_query,
      button.switch_inline_query_current_chat,
    ];
    if (kinds.every((kind) => kind === undefined))
      throw bad('text buttons are unallowed in the inline keyboard');
  }
  return markup;
}

/** Puts a message into a room. */
export function post(room: Room, fields: Omit<Message, 'message_id' | 'date' | 'chat'>): Message {
  const message: Message = {
    message_id: room.nextMessage,
    date: Math.floor(Date.now() / 1000),
    chat: room.chat,
    ...fields,
  };
  room.nextMessage += 1;
  room.messages.set(message.message_id, message);
  return message;
}

/** Without the chain of earlier replies, as Telegram gives it. */
export function shallow(message: Message): Message {
  const { reply_to_message: _, ...rest } = message;
  return rest;
}

export function isGroup(chat: Chat): boolean {
  return chat.type === 'group' || chat.type === 'supergroup';
}

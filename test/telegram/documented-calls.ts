import { expect } from 'vitest';
import type { CallRecord } from '../telegram-stand-in/stand-in.ts';

const place = ['chat_id', 'message_thread_id', 'reply_parameters', 'reply_markup', 'disable_notification'];
const words = ['text', 'parse_mode', 'link_preview_options'];
const caption = ['caption', 'parse_mode'];
/** The client names the method in forms too; Telegram does not mind. */
const form = ['method'];

/** Parameters of the Bot API's methods that the bot uses, as documented; those it need not name are left out. */
const documented: Record<string, { may: string[]; must: string[] }> = {
  getMe: { may: [], must: [] },
  getUpdates: { may: ['offset', 'timeout', 'limit', 'allowed_updates'], must: [] },
  setWebhook: { may: ['url', 'secret_token', 'allowed_updates'], must: ['url', 'secret_token'] },
  deleteWebhook: { may: [], must: [] },
  sendMessage: { may: [...place, ...words], must: ['chat_id', 'text'] },
  sendPhoto: { may: [...place, ...caption, ...form], must: ['chat_id'] },
  sendDocument: { may: [...place, ...caption, ...form], must: ['chat_id'] },
  editMessageText: {
    may: ['chat_id', 'message_id', 'reply_markup', ...words],
    must: ['chat_id', 'message_id', 'text'],
  },
  sendChatAction: { may: ['chat_id', 'message_thread_id', 'action'], must: ['chat_id', 'action'] },
  answerCallbackQuery: { may: ['callback_query_id', 'text', 'show_alert'], must: ['callback_query_id'] },
  answerInlineQuery: {
    may: ['inline_query_id', 'results', 'cache_time', 'is_personal'],
    must: ['inline_query_id', 'results'],
  },
  getChat: { may: ['chat_id'], must: ['chat_id'] },
  getChatMember: { may: ['chat_id', 'user_id'], must: ['chat_id', 'user_id'] },
  getChatAdministrators: { may: ['chat_id'], must: ['chat_id'] },
  setMyCommands: { may: ['commands', 'scope', 'language_code'], must: ['commands'] },
  getFile: { may: ['file_id'], must: ['file_id'] },
};
const updateKinds = new Set([
  'message',
  'edited_message',
  'channel_post',
  'edited_channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
]);
const jsonIn = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);

/** Every call is one that the documentation knows, with the parameters it has there, in the shapes it gives them. */
export function expectDocumented(calls: readonly CallRecord[]): void {
  for (const { method, params } of calls) {
    const known = documented[method];
    expect(known, method).toBeDefined();
    expect(known?.may, method).toEqual(expect.arrayContaining(Object.keys(params)));
    expect(Object.keys(params), method).toEqual(expect.arrayContaining(known?.must ?? []));
    if (params.reply_parameters !== undefined)
      expect(jsonIn(params.reply_parameters)).toMatchObject({ message_id: expect.any(Number) });
    if (params.message_thread_id !== undefined) expect(Number(params.message_thread_id)).toBeGreaterThan(0);
    for (const kind of (jsonIn(params.allowed_updates) ?? []) as string[])
      expect(updateKinds.has(kind), kind).toBe(true);
    const markup = jsonIn(params.reply_markup) as {
      inline_keyboard: { text: string; callback_data: string }[][];
    };
    for (const { text, callback_data: data } of markup?.inline_keyboard.flat() ?? []) {
      expect(text.trim()).not.toBe('');
      expect(Buffer.byteLength(data)).toBeGreaterThan(0);
      expect(Buffer.byteLength(data), data).toBeLessThanOrEqual(64);
    }
  }
}

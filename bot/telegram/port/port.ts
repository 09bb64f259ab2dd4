import type { Chat, ChatMember, Message, Update, User } from './types.ts';

export interface Button {
  text: string;
  /** At most 64 bytes. */
  callback_data?: string;
  url?: string;
  switch_inline_query_current_chat?: string;
}
export type Keyboard = Button[][];

/** A text with its markup and the same without, for when the markup is refused. */
export interface Words {
  html: string;
  plain: string;
}

export interface Place {
  chat: number;
  topic?: number;
}

export interface SendOptions {
  replyTo?: number;
  keyboard?: Keyboard;
  silent?: boolean;
}

export interface Attachment {
  name: string;
  bytes: Uint8Array;
}

export interface InlineResult {
  id: string;
  title: string;
  description: string;
  words: Words;
}

export interface BotCommand {
  command: string;
  description: string;
}
export type CommandScope = 'default' | 'all_private_chats' | 'all_group_chats' | 'all_chat_administrators';

/** The few calls that the bot makes. All of them throw `TelegramTrouble` and nothing else. */
export interface TelegramPort {
  me(): Promise<User & { can_read_all_group_messages?: boolean; supports_inline_queries?: boolean }>;
  /** Waits up to `seconds` for updates from `offset` on, which confirms those before it. */
  updates(offset: number, seconds: number, signal: AbortSignal): Promise<Update[]>;
  setWebhook(url: string, secret: string): Promise<void>;
  deleteWebhook(): Promise<void>;
  send(place: Place, words: Words, options?: SendOptions): Promise<Message>;
  edit(chat: number, message: number, words: Words, keyboard?: Keyboard): Promise<void>;
  photo(place: Place, image: Attachment, caption: Words, options?: SendOptions): Promise<Message>;
  document(place: Place, file: Attachment, caption: Words, options?: SendOptions): Promise<Message>;
  acting(place: Place, action: 'typing' | 'upload_photo' | 'upload_document'): Promise<void>;
  answerCallback(id: string, text?: string, alert?: boolean): Promise<void>;
  answerInline(id: string, results: readonly InlineResult[], cacheSeconds: number): Promise<void>;
  chat(chat: number): Promise<Chat>;
  member(chat: number, user: number): Promise<ChatMember>;
  administrators(chat: number): Promise<ChatMember[]>;
  setCommands(commands: readonly BotCommand[], scope: CommandScope, language?: string): Promise<void>;
  /** @throws {TelegramTrouble} also when the file is larger than `limit` bytes */
  download(fileId: string, limit: number): Promise<Uint8Array>;
}

/** Words without any markup. */
export function plainWords(text: string): Words {
  return {
    plain: text,
    html: text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  };
}

/** The parts of the Bot API's objects that the bot reads. Names are Telegram's own. */

export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
}

export interface Chat {
  id: number;
  type: 'private' | 'group' | 'supergroup' | 'channel';
  title?: string;
  first_name?: string;
  is_forum?: boolean;
}

export interface Entity {
  type: string;
  offset: number;
  length: number;
  user?: User;
}

export interface FileInfo {
  file_id: string;
  file_unique_id: string;
  file_size?: number;
  file_name?: string;
  mime_type?: string;
}

export interface Message {
  message_id: number;
  /** Seconds since 1970. */
  date?: number;
  edit_date?: number;
  chat: Chat;
  from?: User;
  sender_chat?: Chat;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  document?: FileInfo;
  reply_to_message?: Message;
  message_thread_id?: number;
  is_topic_message?: boolean;
  is_automatic_forward?: boolean;
  media_group_id?: string;
  via_bot?: User;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  forum_topic_reopened?: object;
  reply_markup?: { inline_keyboard?: { callback_data?: string }[][] };
}

export interface CallbackQuery {
  id: string;
  from: User;
  message?: Message;
  data?: string;
}

export interface InlineQuery {
  id: string;
  from: User;
  query: string;
  offset: string;
}

export interface ChatMember {
  user: User;
  status: 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';
}

export interface MemberUpdate {
  chat: Chat;
  from: User;
  old_chat_member: ChatMember;
  new_chat_member: ChatMember;
}

export interface Update {
  update_id: number;
  message?: Message;
  channel_post?: Message;
  edited_message?: Message;
  edited_channel_post?: Message;
  callback_query?: CallbackQuery;
  inline_query?: InlineQuery;
  my_chat_member?: MemberUpdate;
}

/** What the bot asks to be told of. */
export const updateKinds = [
  'message',
  'channel_post',
  'edited_message',
  'edited_channel_post',
  'callback_query',
  'inline_query',
  'my_chat_member',
] as const;

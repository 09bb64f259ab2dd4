/** The parts of the Bot API's objects that the stand-in gives and takes. Names are Telegram's own. */

export interface User {
  id: number;
  is_bot: boolean;
  first_name: string;
  username?: string;
  language_code?: string;
}

export type ChatType = 'private' | 'group' | 'supergroup' | 'channel';

export interface Chat {
  id: number;
  type: ChatType;
  title?: string;
  username?: string;
  first_name?: string;
  is_forum?: true;
}

export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: User;
}

export interface FileInfo {
  file_id: string;
  file_unique_id: string;
  file_size: number;
  file_name?: string;
  mime_type?: string;
  width?: number;
  height?: number;
}

export interface Button {
  text: string;
  callback_data?: string;
  url?: string;
  switch_inline_query?: string;
  switch_inline_query_current_chat?: string;
}

export interface Markup {
  inline_keyboard?: Button[][];
}

export interface Message {
  message_id: number;
  date: number;
  chat: Chat;
  from?: User;
  sender_chat?: Chat;
  text?: string;
  entities?: Entity[];
  caption?: string;
  caption_entities?: Entity[];
  photo?: FileInfo[];
  document?: FileInfo;
  reply_to_message?: Message;
  message_thread_id?: number;
  is_topic_message?: true;
  reply_markup?: Markup;
  edit_date?: number;
  media_group_id?: string;
  migrate_to_chat_id?: number;
  migrate_from_chat_id?: number;
  forum_topic_closed?: Record<string, never>;
  forum_topic_reopened?: Record<string, never>;
  new_chat_members?: User[];
  left_chat_member?: User;
  disable_notification?: boolean;
  via_bot?: User;
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked';

export interface Member {
  user: User;
  status: MemberStatus;
  is_anonymous?: boolean;
}

export interface Update {
  update_id: number;
  [kind: string]: unknown;
}

export type Params = Record<string, unknown>;

/** What the Bot API answers to a call that fails. `code` is also the HTTP status. */
export class ApiError extends Error {
  constructor(
    readonly code: number,
    readonly description: string,
    readonly parameters?: { retry_after?: number; migrate_to_chat_id?: number },
  ) {
    super(description);
    this.name = 'ApiError';
  }
}

/** 400 with Telegram's own words. */
export function bad(description: string): ApiError {
  return new ApiError(400, `Bad Request: ${description}`);
}

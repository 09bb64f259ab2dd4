import { number, object, roomOf, text } from '../call.ts';
import { parseText } from '../entities.ts';
import { ApiError, bad } from '../types.ts';
import type { Method } from './messages.ts';

export const getMe: Method = (server) => ({
  ...server.world.bot,
  can_join_groups: true,
  can_read_all_group_messages: !server.privacy,
  supports_inline_queries: true,
});

export const getChat: Method = (server, params) => ({
  ...roomOf(server.world, params).chat,
  accent_color_id: 0,
  max_reaction_count: 11,
});

export const getChatMember: Method = (server, params) => {
  const room = roomOf(server.world, params);
  const member = room.members.get(number(params, 'user_id') ?? 0);
  if (!member) throw bad('user not found');
  return member;
};

export const getChatAdministrators: Method = (server, params) => {
  const room = roomOf(server.world, params);
  if (room.chat.type === 'private') throw bad('there are no administrators in the private chat');
  return [...room.members.values()].filter(
    (member) => member.status === 'creator' || member.status === 'administrator',
  );
};

export const leaveChat: Method = (server, params) => {
  const room = roomOf(server.world, params);
  server.world.join(room, server.world.bot, 'left');
  return true;
};

interface Command {
  command: string;
  description: string;
}

/** Commands are kept for each scope and language, as the clients look them up. */
function commandKey(params: Parameters<Method>[1]): string {
  return `${JSON.stringify(object(params, 'scope') ?? { type: 'default' })}:${text(params, 'language_code') ?? ''}`;
}

export const setMyCommands: Method = (server, params) => {
  const commands = object<Command[]>(params, 'commands') ?? [];
  if (commands.length > 100) throw bad('too many commands');
  for (const { command, description } of commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw bad('BOT_COMMAND_INVALID');
    if (!description || description.length > 256) throw bad('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  server.commands.set(commandKey(params), commands);
  return true;
};

export const getMyCommands: Method = (server, params) => server.commands.get(commandKey(params)) ?? [];

export const deleteMyCommands: Method = (server, params) => {
  server.commands.delete(commandKey(params));
  return true;
};

export const accept: Method = () => true;

export const getFile: Method = (server, params) => {
  const id = text(params, 'file_id') ?? '';
  const file = server.world.files.get(id);
  if (!file) throw bad('wrong file_id or the file is temporarily unavailable');
  if (file.info.file_size > 20 * 1024 * 1024) throw bad('file is too big');
  const { file_id, file_unique_id, file_size } = file.info;
  return { file_id, file_unique_id, file_size, file_path: `documents/${id}` };
};

export const answerCallbackQuery: Method = (server, params) => {
  const query = server.callbacks.get(text(params, 'callback_query_id') ?? '');
  if (!query) throw bad('query is too old and response timeout expired or query ID is invalid');
  const said = text(params, 'text') ?? '';
  if (said.length > 200) throw bad('MESSAGE_TOO_LONG');
  query.answer({ text: said, alert: params.show_alert === true || params.show_alert === 'true' });
  return true;
};

interface InlineArticle {
  id: string;
  type?: string;
  title?: string;
  input_message_content?: { message_text?: string; parse_mode?: string };
}

export const answerInlineQuery: Method = (server, params) => {
  const query = server.inlineQueries.get(text(params, 'inline_query_id') ?? '');
  if (!query) throw bad('query is too old and response timeout expired or query ID is invalid');
  const results = object<InlineArticle[]>(params, 'results') ?? [];
  if (results.length > 50) throw bad('RESULTS_TOO_MUCH');
  if (new Set(results.map((result) => result.id)).size !== results.length) throw bad('RESULT_ID_DUPLICATE');
  for (const { id, type, title, input_message_content: content } of results) {
    if (!id || Buffer.byteLength(id) > 64) throw bad('RESULT_ID_INVALID');
    if (type !== 'article') throw bad('RESULT_TYPE_INVALID');
    if (!title) throw bad('ARTICLE_TITLE_EMPTY');
    const message = content?.message_text ?? '';
    if (message.length > 4096) throw bad('MESSAGE_TOO_LONG');
    if (parseText(message, content?.parse_mode).text.trim() === '') throw bad('MESSAGE_EMPTY');
  }
  query.answer(results);
  return true;
};

export const setWebhook: Method = (server, params) => {
  const url = text(params, 'url') ?? '';
  if (url && !/^https?:\/\//.test(url)) throw bad('bad webhook: invalid URL');
  const secret = text(params, 'secret_token');
  if (secret !== undefined && !/^[\w-]{1,256}$/.test(secret))
    throw bad('secret token contains unallowed characters');
  if (params.drop_pending_updates === true || params.drop_pending_updates === 'true') server.updates.drop();
  server.updates.allow(object<string[]>(params, 'allowed_updates'));
  server.webhook.set(url, secret);
  return true;
};

export const deleteWebhook: Method = (server, params) => {
  if (params.drop_pending_updates === true || params.drop_pending_updates === 'true') server.updates.drop();
  server.webhook.set('', undefined);
  return true;
};

export const getWebhookInfo: Method = (server) => ({
  url: server.webhook.url,
  has_custom_certificate: false,
  pending_update_count: server.updates.pending + server.webhook.pending,
});

export const unknownMethod: Method = () => {
  throw new ApiError(404, 'Not Found');
};

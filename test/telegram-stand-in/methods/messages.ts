import {
  checkMarkup,
  flag,
  messageOf,
  number,
  object,
  post,
  roomOf,
  shallow,
  text,
  topicOf,
} from '../call.ts';
import { captionLimit, parseText, type Styled, textLimit, withCommands } from '../entities.ts';
import type { StandIn } from '../stand-in.ts';
import { bad, type Entity, type FileInfo, type Message, type Params } from '../types.ts';
import type { Room } from '../world.ts';

export type Upload = { content: Uint8Array; name: string; type: string };
export type Uploads = ReadonlyMap<string, Upload>;
export type Method = (server: StandIn, params: Params, uploads: Uploads) => unknown;

function styled(params: Params, field: 'text' | 'caption'): Styled {
  const source = text(params, field) ?? '';
  const entities = object<Entity[]>(params, field === 'text' ? 'entities' : 'caption_entities');
  const result = entities ? withCommands({ text: source, entities }) : parseText(source, params.parse_mode);
  if (field === 'text' && result.text.trim() === '') throw bad('message text is empty');
  if (result.text.length > (field === 'text' ? textLimit : captionLimit)) {
    throw bad(field === 'text' ? 'message is too long' : 'message caption is too long');
  }
  return result;
}

function replyTarget(room: Room, params: Params): Message | undefined {
  const reply = object<{ message_id: number; allow_sending_without_reply?: boolean }>(
    params,
    'reply_parameters',
  );
  const id = reply?.message_id ?? number(params, 'reply_to_message_id');
  if (id === undefined) return undefined;
  const target = room.messages.get(id);
  if (!target && !(reply?.allow_sending_without_reply ?? flag(params, 'allow_sending_without_reply'))) {
    throw bad('message to be replied not found');
  }
  return target ? shallow(target) : undefined;
}

function envelope(server: StandIn, room: Room, params: Params): Partial<Message> {
  const topic = topicOf(room, params);
  const target = replyTarget(room, params);
  const markup = checkMarkup(params);
  return {
    ...(room.chat.type === 'channel' ? { sender_chat: room.chat } : { from: server.world.bot }),
    ...(topic === undefined ? {} : { message_thread_id: topic, is_topic_message: true as const }),
    ...(target ? { reply_to_message: target } : {}),
    ...(markup ? { reply_markup: markup } : {}),
    ...(flag(params, 'disable_notification') ? { disable_notification: true } : {}),
  };
}

export const sendMessage: Method = (server, params) => {
  const room = roomOf(server.world, params);
  const { text: plain, entities } = styled(params, 'text');
  const rest = envelope(server, room, params);
  server.admit(room);
  return server.posted(room, post(room, { ...rest, text: plain, ...(entities.length ? { entities } : {}) }));
};

function fileFrom(server: StandIn, params: Params, uploads: Uploads, field: string): FileInfo {
  const given = text(params, field);
  const upload = uploads.get(given?.startsWith('attach://') ? given.slice(9) : field);
  if (upload) return server.world.keepFile(upload.content, upload.name, upload.type);
  const known = given ? server.world.files.get(given) : undefined;
  if (known) return known.info;
  if (!given) throw bad(`there is no ${field} in the request`);
  throw bad('wrong file identifier/HTTP URL specified');
}

function sendFile(kind: 'photo' | 'document'): Method {
  return (server, params, uploads) => {
    const room = roomOf(server.world, params);
    const file = fileFrom(server, params, uploads, kind);
    const { text: caption, entities } = styled(params, 'caption');
    const rest = envelope(server, room, params);
    server.admit(room);
    const media = kind === 'photo' ? { photo: [{ ...file, width: 1080, height: 720 }] } : { document: file };
    const words = caption ? { caption, ...(entities.length ? { caption_entities: entities } : {}) } : {};
    return server.posted(room, post(room, { ...rest, ...media, ...words }));
  };
}

export const sendPhoto = sendFile('photo');
export const sendDocument = sendFile('document');

function editable(server: StandIn, params: Params): { room: Room; message: Message } {
  const room = roomOf(server.world, params);
  const message = messageOf(room, number(params, 'message_id'), 'edit');
  if (message.from?.id !== server.world.bot.id && message.sender_chat === undefined)
    throw bad("message can't be edited");
  return { room, message };
}

/** What a reader would see of a message. */
function face({ text: words, entities = [], caption, reply_markup: markup }: Message): string {
  return JSON.stringify([words, entities, caption, markup]);
}

function edited(server: StandIn, room: Room, message: Message, changes: Partial<Message>): Message {
  const { reply_markup: _, ...rest } = message;
  if (face({ ...rest, ...changes }) === face(message)) {
    throw bad(
      'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
    );
  }
  // An edit that names no keyboard takes the old one away.
  if (changes.reply_markup === undefined) delete message.reply_markup;
  Object.assign(message, changes, { edit_date: Math.floor(Date.now() / 1000) });
  server.changed(room, message);
  return message;
}

export const editMessageText: Method = (server, params) => {
  const { room, message } = editable(server, params);
  if (message.text === undefined) throw bad('there is no text in the message to edit');
  const { text: plain, entities } = styled(params, 'text');
  const markup = checkMarkup(params);
  return edited(server, room, message, {
    text: plain,
    entities,
    ...(markup ? { reply_markup: markup } : {}),
  });
};

export const editMessageCaption: Method = (server, params) => {
  const { room, message } = editable(server, params);
  const { text: caption, entities } = styled(params, 'caption');
  const markup = checkMarkup(params);
  return edited(server, room, message, {
    caption,
    caption_entities: entities,
    ...(markup ? { reply_markup: markup } : {}),
  });
};

export const editMessageReplyMarkup: Method = (server, params) => {
  const { room, message } = editable(server, params);
  const markup = checkMarkup(params);
  return edited(server, room, message, markup ? { reply_markup: markup } : {});
};

export const deleteMessage: Method = (server, params) => {
  const room = roomOf(server.world, params);
  const message = messageOf(room, number(params, 'message_id'), 'delete');
  room.messages.delete(message.message_id);
  return true;
};

const actions = new Set([
  'typing',
  'upload_photo',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_voice',
  'upload_voice',
]);

export const sendChatAction: Method = (server, params) => {
  const room = roomOf(server.world, params);
  const action = text(params, 'action') ?? '';
  if (!actions.has(action)) throw bad('wrong parameter action in request');
  server.actions.push({ chat: room.chat.id, action, topic: number(params, 'message_thread_id') });
  return true;
};

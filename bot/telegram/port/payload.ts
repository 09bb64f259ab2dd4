import type { InlineResult, Keyboard, Place, SendOptions } from './port.ts';

// The parts of a call's parameters, as Telegram wants them.

/** A message that somebody sends inline holds so many, markup included. */
const inlineLimit = 4096;
/** A caption holds so many characters. */
const captionLimit = 1024;

export function asText({ text, html }: { text: string; html: boolean }) {
  return { text, ...(html ? { parse_mode: 'HTML' } : {}), link_preview_options: { is_disabled: true } };
}

export function asCaption({ text, html }: { text: string; html: boolean }) {
  if (text === '') return {};
  return html ? { caption: text, parse_mode: 'HTML' } : { caption: text.slice(0, captionLimit) };
}

export function asArticle({ id, title, description, words: { html, plain } }: InlineResult) {
  const content =
    html.length <= inlineLimit
      ? { message_text: html, parse_mode: 'HTML' }
      : { message_text: plain.slice(0, inlineLimit) };
  const quiet = { link_preview_options: { is_disabled: true } };
  return { type: 'article', id, title, description, input_message_content: { ...content, ...quiet } };
}

export function source({ name, bytes }: { name: string; bytes: Uint8Array }) {
  return { source: Buffer.from(bytes), filename: name };
}

/** @param form files go as a form, in which objects are written as JSON; other calls are JSON altogether */
export function where(
  { chat, topic }: Place,
  { replyTo, keyboard, silent }: SendOptions = {},
  form: 'form' | 'json' = 'json',
) {
  const reply = { message_id: replyTo, allow_sending_without_reply: true };
  return {
    chat_id: chat,
    ...thread(topic),
    ...(replyTo === undefined ? {} : { reply_parameters: form === 'form' ? JSON.stringify(reply) : reply }),
    ...markup(keyboard),
    ...(silent ? { disable_notification: true } : {}),
  };
}

export function thread(topic: number | undefined) {
  return topic === undefined ? {} : { message_thread_id: topic };
}

export function markup(keyboard: Keyboard | undefined) {
  return keyboard && keyboard.length > 0 ? { reply_markup: { inline_keyboard: keyboard } } : {};
}

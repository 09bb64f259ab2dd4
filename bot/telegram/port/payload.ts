import type { Keyboard, Place, SendOptions } from './port.ts';

// The parts of a call's parameters, as Telegram wants them.

/** A caption holds so many characters. */
const captionLimit = 1024;

export function asText({ text, html }: { text: string; html: boolean }) {
  return { text, ...(html ? { parse_mode: 'HTML' } : {}), link_preview_options: { is_disabled: true } };
}

export function asCaption({ text, html }: { text: string; html: boolean }) {
  if (text === '') return {};
  return html ? { caption: text, parse_mode: 'HTML' } : { caption: text.slice(0, captionLimit) };
}

export function source({ name, bytes }: { name: string; bytes: Uint8Array }) {
  return { source: Buffer.from(bytes), filename: name };
}

export function where({ chat, topic }: Place, { replyTo, keyboard, silent }: SendOptions = {}) {
  return {
    chat_id: chat,
    ...thread(topic),
    ...(replyTo === undefined
      ? {}
      : { reply_parameters: JSON.stringify({ message_id: replyTo, allow_sending_without_reply: true }) }),
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

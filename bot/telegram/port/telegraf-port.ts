import { type Agent, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { Telegram, TelegramError } from 'telegraf';
import { download } from './download.ts';
import { asArticle, asCaption, asText, markup, source, thread, where } from './payload.ts';
import type { TelegramPort, Words } from './port.ts';
import { lostBy, MarkupTrouble, RefusedTrouble, TelegramTrouble, troubleOf } from './trouble.ts';
import { type Chat, type ChatMember, type Message, type Update, updateKinds } from './types.ts';

export interface TelegrafPortOptions {
  token: string;
  apiRoot: string;
  agent?: Agent | undefined;
  /** Milliseconds after which a call counts as lost. */
  patience: number;
  /** Told of every call and how it ended; `ok` or the trouble's code. */
  onCall?(method: string, outcome: string, milliseconds: number): void;
}

/** Telegram on the other side of a call or a poll longer than this is not there. */
const POLL_GRACE_MS = 15_000;
/** Telegram through telegraf's client; nothing else of telegraf is used, and nobody else knows of it. */
export function telegrafPort(options: TelegrafPortOptions): TelegramPort {
  const call = caller(options);
  return {
    me: () => call('getMe', {}),
    updates: (offset, seconds, signal) =>
      call<Update[]>(
        'getUpdates',
        { offset, timeout: seconds, limit: 100, allowed_updates: updateKinds },
        { patience: seconds * 1000 + POLL_GRACE_MS, signal },
      ),
    setWebhook: async (url, secret) => {
      await call('setWebhook', { url, secret_token: secret, allowed_updates: updateKinds });
    },
    deleteWebhook: async () => {
      await call('deleteWebhook', {});
    },
    send: (place, words, sendOptions) =>
      withoutMarkup(words, (body) =>
        call<Message>('sendMessage', { ...where(place, sendOptions), ...asText(body) }),
      ),
    edit: async (chat, message, words, keyboard) => {
      const target = { chat_id: chat, message_id: message, ...markup(keyboard) };
      await withoutMarkup(words, (body) => call('editMessageText', { ...target, ...asText(body) })).catch(
        unchanged,
      );
    },
    photo: (place, image, caption, sendOptions) =>
      withoutMarkup(caption, (body) =>
        call<Message>('sendPhoto', {
          ...where(place, sendOptions, 'form'),
          ...asCaption(body),
          photo: source(image),
        }),
      ),
    document: (place, file, caption, sendOptions) =>
      withoutMarkup(caption, (body) =>
        call<Message>('sendDocument', {
          ...where(place, sendOptions, 'form'),
          ...asCaption(body),
          document: source(file),
        }),
      ),
    acting: async ({ chat, topic }, action) => {
      await call('sendChatAction', { chat_id: chat, ...thread(topic), action });
    },
    answerCallback: async (id, text, alert) => {
      await call('answerCallbackQuery', {
        callback_query_id: id,
        ...(text ? { text: text.slice(0, 200), show_alert: alert ?? false } : {}),
      }).catch(tooLate);
    },
    answerInline: async (id, results, cacheSeconds) => {
      const payload = { inline_query_id: id, results: results.map(asArticle), cache_time: cacheSeconds };
      // What one person is offered need not be for another: access and language differ.
      await call('answerInlineQuery', { ...payload, is_personal: true }).catch(tooLate);
    },
    chat: (chat) => call<Chat>('getChat', { chat_id: chat }),
    member: (chat, user) => call<ChatMember>('getChatMember', { chat_id: chat, user_id: user }),
    administrators: (chat) => call<ChatMember[]>('getChatAdministrators', { chat_id: chat }),
    setCommands: async (commands, scope, language) => {
      await call('setMyCommands', {
        commands,
        scope: { type: scope },
        ...(language ? { language_code: language } : {}),
      });
    },
    download: async (fileId, limit) => {
      const { file_path: path, file_size: size } = await call<{ file_path?: string; file_size?: number }>(
        'getFile',
        {
          file_id: fileId,
        },
      );
      if (!path || (size ?? 0) > limit) throw new RefusedTrouble('getFile', 'file is too big', 400);
      const url = new URL(`./file/bot${options.token}/${path}`, rootOf(options.apiRoot));
      return download(url, limit, options.agent);
    },
  };
}

interface CallOptions {
  patience?: number;
  signal?: AbortSignal;
}

function caller({ token, apiRoot, agent, patience: usual, onCall }: TelegrafPortOptions) {
  const telegram = new Telegram(token, { apiRoot: rootOf(apiRoot), webhookReply: false });
  // telegraf drops the agent of a root that is plain http; a proxy and living connections are wanted there too.
  telegram.options.agent = agent ?? livingConnections(apiRoot);
  const callApi = telegram.callApi.bind(telegram) as unknown as (
    method: string,
    payload: object,
    options: { signal: AbortSignal },
  ) => Promise<unknown>;
  return async <T>(
    method: string,
    payload: object,
    { patience = usual, signal }: CallOptions = {},
  ): Promise<T> => {
    const started = performance.now();
    const told = (outcome: string) => onCall?.(method, outcome, performance.now() - started);
    const ending = new AbortController();
    const end = () => ending.abort();
    const timer = setTimeout(end, patience);
    signal?.addEventListener('abort', end);
    // A signal that came before is not told again.
    if (signal?.aborted) end();
    try {
      const result = await callApi(method, payload, { signal: ending.signal });
      told('ok');
      return result as T;
    } catch (error) {
      const trouble = asTrouble(method, error);
      told(trouble.code);
      throw trouble;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
    }
  };
}

/** A root may have a path, which addresses below it keep only behind a slash. */
function rootOf(apiRoot: string): string {
  return apiRoot.endsWith('/') ? apiRoot : `${apiRoot}/`;
}

function livingConnections(apiRoot: string): Agent {
  return apiRoot.startsWith('https:')
    ? new HttpsAgent({ keepAlive: true })
    : new HttpAgent({ keepAlive: true });
}

function asTrouble(method: string, error: unknown): TelegramTrouble {
  if (error instanceof TelegramTrouble) return error;
  if (error instanceof TelegramError) return troubleOf(method, error.response);
  return lostBy(method, error);
}

/** Tries the words with markup, and where that is refused without. */
async function withoutMarkup<T>(
  words: Words,
  attempt: (body: { text: string; html: boolean }) => Promise<T>,
): Promise<T> {
  try {
    return await attempt({ text: words.html, html: true });
  } catch (error) {
    if (!(error instanceof MarkupTrouble)) throw error;
    return attempt({ text: words.plain, html: false });
  }
}

/** Whoever pressed or typed has been waiting too long and is not waiting any more. */
function tooLate(error: unknown): void {
  if (error instanceof RefusedTrouble && /query is too old|query ID is invalid/i.test(error.message)) return;
  throw error;
}

/** An edit that changes nothing has reached what it wanted. */
function unchanged(error: unknown): void {
  if (error instanceof RefusedTrouble && error.message.includes('message is not modified')) return;
  throw error;
}

import { join } from 'node:path';
import type { DiskRecords } from '../../src/app/record-files.ts';
import type { App } from '../../src/app.ts';
import { Subscriptions } from '../../src/subscriptions/subscriptions.ts';
import { Conversation, MOST_TALKS, TALK_EXPIRES_MS } from '../conversation.ts';
import type { Settings } from '../settings.ts';
import { Access } from './access/access.ts';
import { Members } from './access/members.ts';
import { RateLimit } from './access/rate-limit.ts';
import { ViewStore } from './answers/views.ts';
import type { Desk } from './desk.ts';
import { Journal } from './operation/journal.ts';
import { KeptLru } from './operation/kept-lru.ts';
import type { Log } from './operation/log.ts';
import { Lru } from './operation/lru.ts';
import type { Metrics } from './operation/metrics.ts';
import type { TelegramPort } from './port/port.ts';

export interface DeskOptions {
  app: App;
  port: TelegramPort;
  direct: TelegramPort;
  settings: Settings;
  log: Log;
  metrics: Metrics;
  /** The bot's own records, beside the archive. */
  records: DiskRecords;
}

/** Answers whose talk a reply may take up. */
const ANSWERS_REMEMBERED = 5000;
const ANSWERS_EXPIRE_MS = 30 * 24 * 3600_000;
/** An answer follows the edits of its question for so long. */
const EDITS_FOLLOWED_MS = 24 * 3600_000;
const SHEETS_REMEMBERED = 100;

/**
 * ```
 * <data>/bot/chats/<id>.json   subscriptions, preferences, alerts to be sent
 * <data>/bot/announced/<n>.json alerts for many chats, until each chat's own file holds them
 * <data>/bot/seen/<xx>.json    which version of each report subscribers know
 * <data>/bot/views/<id>.json   answers with buttons
 * <data>/bot/updates.json      taken in and not yet handled; updates.log says how far each has come since
 * <data>/bot/talks.log         what each talk is about, for half an hour (.old: the lines before)
 * <data>/bot/answers.log       what each answer was about, replies.log which question it answers
 * <data>/bot/claimed.json      who claimed the bot
 * ```
 * @throws {TelegramTrouble} when Telegram does not say who the bot is
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { app, port, direct, settings, log, metrics, records } = options;
  const kept = <Value>(name: string, size: number, expires: number) =>
    new KeptLru<Value>(journalFor(app, name, log), { size, expires });
  return {
    ...{ app, port, direct, settings, log, metrics },
    me: await port.me(),
    conversation: new Conversation(app, kept('talks', MOST_TALKS, TALK_EXPIRES_MS)),
    subscriptions: new Subscriptions(records),
    access: new Access({
      admins: settings.admins,
      allowed: settings.allowed,
      claimed: records.open('claimed'),
    }),
    members: new Members(port),
    perPerson: new RateLimit(settings.personPerMinute),
    perChat: new RateLimit(settings.chatPerMinute),
    perPress: new RateLimit(settings.pressesPerMinute),
    views: new ViewStore(join(botFolder(app), 'views')),
    answered: kept('answers', ANSWERS_REMEMBERED, ANSWERS_EXPIRE_MS),
    replies: kept('replies', ANSWERS_REMEMBERED, EDITS_FOLLOWED_MS),
    sheets: new Lru(SHEETS_REMEMBERED),
    letIn: new Lru(ANSWERS_REMEMBERED),
  };
}

export function botFolder(app: App): string {
  return join(app.library.folder, 'bot');
}

/** Lines beside the bot's records. What the disk refuses is told and done without. */
export function journalFor(app: App, name: string, log: Log): Journal {
  return new Journal(join(botFolder(app), `${name}.log`), (error) =>
    log.error({ err: error, journal: name }, 'a line could not be written'),
  );
}

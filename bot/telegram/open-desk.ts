import { join } from 'node:path';
import type { DiskRecords } from '../../src/app/record-files.ts';
import type { App } from '../../src/app.ts';
import { Subscriptions } from '../../src/subscriptions/subscriptions.ts';
import { Conversation } from '../conversation.ts';
import type { Settings } from '../settings.ts';
import { Access } from './access/access.ts';
import { Members } from './access/members.ts';
import { RateLimit } from './access/rate-limit.ts';
import { ViewStore } from './answers/views.ts';
import type { Desk } from './desk.ts';
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

/**
 * ```
 * <data>/bot/chats/<id>.json   subscriptions, preferences, alerts to be sent
 * <data>/bot/seen/<xx>.json    which version of each report subscribers know
 * <data>/bot/views/<id>.json   answers with buttons
 * <data>/bot/updates.json      taken in and not yet handled
 * <data>/bot/claimed.json      who claimed the bot
 * ```
 * @throws {TelegramTrouble} when Telegram does not say who the bot is
 */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { app, port, direct, settings, log, metrics, records } = options;
  return {
    ...{ app, port, direct, settings, log, metrics },
    me: await port.me(),
    conversation: new Conversation(app),
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
    answered: new Lru(ANSWERS_REMEMBERED),
    letIn: new Lru(ANSWERS_REMEMBERED),
  };
}

export function botFolder(app: App): string {
  return join(app.library.folder, 'bot');
}

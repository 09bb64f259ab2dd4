import { randomBytes } from 'node:crypto';
import { DiskRecords } from '../../src/app/record-files.ts';
import type { App } from '../../src/app.ts';
import type { Settings } from '../settings.ts';
import { setMenus } from './commands/menus.ts';
import { Deliverer } from './delivery/deliverer.ts';
import { watchArchive } from './delivery/news.ts';
import type { Desk } from './desk.ts';
import { handleUpdate } from './handle-update.ts';
import { chatOf, Dispatcher } from './intake/dispatcher.ts';
import { PendingUpdates } from './intake/pending-updates.ts';
import { poll } from './intake/polling.ts';
import { receive } from './intake/webhook.ts';
import { botFolder, journalFor, openDesk } from './open-desk.ts';
import { connect } from './operation/connect.ts';
import { type Health, serveHealth } from './operation/health.ts';
import type { Log } from './operation/log.ts';
import { Metrics } from './operation/metrics.ts';
import { portFor } from './operation/port-for.ts';
import { warmUp } from './operation/warm-up.ts';
import { markingPort } from './port/marking-port.ts';
import { patientPort } from './port/patient-port.ts';
import { RefusedTrouble, TelegramTrouble } from './port/trouble.ts';
import type { Update } from './port/types.ts';
import { languageOf, sayIn } from './texts/say.ts';

export interface BotOptions {
  app: App;
  settings: Settings;
  log: Log;
  /** Ends the bot: nothing new is taken in, what is in hand is finished. */
  signal: AbortSignal;
  /** Told what people at the terminal should know. */
  tell(text: string): void;
}

/** Telegram does not know the token. */
export class TokenError extends Error {
  readonly code = 'token';
  constructor(cause: unknown) {
    super('Telegram 不认 BOT_TOKEN：请核对令牌是否完整、是否已被 @BotFather 吊销', { cause });
  }
}

/** Unhandled updates beyond which no more are taken in. */
const MOST_PENDING = 2000;
/** A file may take much longer than a question. */
const FILE_PATIENCE = 20;
const DRAIN_MS = 20_000;

/**
 * The Telegram bot, until the signal.
 * @throws {TokenError}
 */
export async function runBot(options: BotOptions): Promise<void> {
  const { app, settings, log, signal } = options;
  const metrics = new Metrics();
  const health: Health = { polledAt: Date.now(), sentAt: 0, failingSince: undefined };
  const direct = portFor(settings, metrics, health);
  const port = patientPort(direct);
  const records = new DiskRecords(botFolder(app));
  const desk = await connect(log, signal, () =>
    openDesk({ app, port, direct, settings, log, metrics, records }),
  ).catch(explainToken);
  if (!desk) return;
  introduce(desk, options);
  await warmUp(desk);
  const pending = new PendingUpdates(records.open('updates'), journalFor(app, 'updates', log));
  const dispatcher = dispatcherFor(desk, pending);
  const deliverer = new Deliverer(desk);
  const stopWatching = watchArchive(desk, () => deliverer.wake());
  const stopHealth = await serveHealth({ desk, health, pending, webhook: settings.webhookUrl !== '' });
  for (const update of pending.left) dispatcher.dispatch(update);
  const take = async (updates: readonly Update[]) => {
    for (const update of pending.take(updates)) dispatcher.dispatch(update);
    while (pending.size > MOST_PENDING && !signal.aborted)
      await new Promise((resolve) => setTimeout(resolve, 50));
  };
  const menus = setMenus(port).catch((error: unknown) =>
    log.warn({ err: error }, 'the menus could not be set'),
  );
  const delivering = deliverer.run(signal);
  try {
    await takeIn(desk, take, health, signal);
  } finally {
    await Promise.race([Promise.all([dispatcher.drain(), menus, delivering]), patience(DRAIN_MS)]);
    stopWatching();
    await stopHealth();
    pending.close();
    log.info('stopped');
  }
}

function dispatcherFor(desk: Desk, pending: PendingUpdates): Dispatcher {
  const usual = desk.settings.answerSeconds * 1000;
  return new Dispatcher({
    handle: (update) => handleUpdate(deskFor(desk, pending, update), update),
    done: (update) => pending.handled(update),
    failed: (update, error) => {
      desk.metrics.count('failures_total', 'Updates that could not be handled.');
      const about = { update: update.update_id };
      // A chat that cannot be written to is no fault of the program's: its code says all.
      if (error instanceof TelegramTrouble)
        desk.log.warn({ ...about, code: error.code, reason: error.message }, 'an answer did not get through');
      else desk.log.error({ ...about, err: error }, 'an update could not be handled');
    },
    deadline: (update) => (update.message?.document ? usual * FILE_PATIENCE : usual),
  });
}

/** What is said for an update is told to those who keep it; what may have been said by an earlier process is marked. */
function deskFor(desk: Desk, pending: PendingUpdates, update: Update): Desk {
  const say = sayIn(languageOf(desk, chatOf(update)));
  const begin = () => pending.begin(update);
  const mark = pending.isDoubtful(update) ? say('talking.maybeRepeated') : undefined;
  return { ...desk, port: markingPort(desk.port, { begin, mark }) };
}

async function takeIn(
  { port, settings, log, metrics }: Desk,
  take: (updates: readonly Update[]) => Promise<void>,
  health: Health,
  signal: AbortSignal,
): Promise<void> {
  if (settings.webhookUrl === '') {
    await port
      .deleteWebhook()
      .catch((error: unknown) => log.warn({ err: error }, 'a webhook could not be taken away'));
    const polled = () => {
      health.polledAt = Date.now();
      metrics.count('polls_total', 'Polls that Telegram answered.');
    };
    return poll({ port, log, seconds: settings.pollSeconds, take, polled, signal });
  }
  const secret = settings.webhookSecret || randomBytes(24).toString('base64url');
  const failed = (error: unknown) => log.error({ err: error }, 'an update could not be taken in');
  const { webhookHost: host, webhookPort } = settings;
  const receiver = await receive({ host, port: webhookPort, secret, take, failed });
  await connect(log, signal, () => port.setWebhook(settings.webhookUrl, secret));
  log.info({ port: receiver.port }, 'waiting for updates by webhook');
  await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
  await receiver.close();
}

/** @throws {TokenError} */
function explainToken(error: unknown): never {
  if (error instanceof RefusedTrouble && (error.status === 401 || error.status === 404))
    throw new TokenError(error);
  throw error;
}

function introduce({ me, access, log }: Desk, { tell }: BotOptions): void {
  log.info({ bot: me.username, seesAll: me.can_read_all_group_messages ?? false }, 'started');
  tell(`机器人 @${me.username} 已启动。`);
  tell(
    me.can_read_all_group_messages
      ? '隐私模式已关闭：机器人能看到群里的所有消息，但只理会命令、@ 和对它的回复。'
      : '隐私模式已开启：在群里只看得到命令、@ 和对机器人的回复（推荐）。',
  );
  if (access.claimCode) tell(`还没有管理员。请私聊机器人发送：/claim ${access.claimCode}`);
}

function patience(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../operation/log.ts';
import type { TelegramPort } from '../port/port.ts';
import { ConflictTrouble, FloodTrouble, RefusedTrouble, TelegramTrouble } from '../port/trouble.ts';
import type { Update } from '../port/types.ts';

export interface PollingOptions {
  port: TelegramPort;
  log: Log;
  seconds: number;
  /** Persists the updates; when it returns Telegram may forget them. Waits while too many are unhandled. */
  take(updates: readonly Update[]): Promise<void>;
  /** Told of every poll that was answered. */
  polled(): void;
  signal: AbortSignal;
}

const BREATH_MS = 20;
const SHORTEST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * Polls until the signal. Loss of the network, floods and a second poller are waited out.
 * @throws {RefusedTrouble} when the token is refused: nothing will help
 */
export async function poll(options: PollingOptions): Promise<void> {
  const { port, seconds, signal } = options;
  let offset = 0;
  let pause = SHORTEST_MS;
  let tookIn = 0;
  while (!signal.aborted) {
    try {
      // When it is busy, a breath between polls brings several updates at once: one write to the disk for all.
      if (performance.now() - tookIn < BREATH_MS) await sleep(BREATH_MS);
      const updates = await port.updates(offset, seconds, signal);
      options.polled();
      pause = SHORTEST_MS;
      if (updates.length > 0) tookIn = performance.now();
      await options.take(updates);
      offset = Math.max(offset, ...updates.map((update) => update.update_id + 1));
    } catch (error) {
      if (signal.aborted) break;
      if (error instanceof TelegramTrouble && isHopeless(error)) throw error;
      if (error instanceof ConflictTrouble && error.byWebhook) await takeWebhookAway(options);
      tell(options.log, error, pause);
      await sleep(waitFor(error, pause), undefined, { signal }).catch(() => undefined);
      pause = Math.min(pause * 2, LONGEST_MS);
    }
  }
  // What was taken in is confirmed, so that the next process does not see it again.
  if (offset > 0) await port.updates(offset, 0, AbortSignal.timeout(2000)).catch(() => undefined);
}

/** It was not taken away at start, or set since: while it stands nothing can be polled. */
async function takeWebhookAway({ port, log }: PollingOptions): Promise<void> {
  await port
    .deleteWebhook()
    .catch((error: unknown) => log.warn({ err: error }, 'a webhook could not be taken away'));
}

function isHopeless(error: TelegramTrouble): boolean {
  return error instanceof RefusedTrouble && (error.status === 401 || error.status === 404);
}

function waitFor(error: unknown, pause: number): number {
  return error instanceof FloodTrouble ? error.retryAfter * 1000 : pause;
}

function tell(log: Log, error: unknown, pause: number): void {
  const waitMs = waitFor(error, pause);
  if (!(error instanceof TelegramTrouble)) {
    // The disk may be full: nothing was confirmed, so that Telegram gives it again.
    log.error({ err: error, waitMs }, 'updates could not be taken in; trying again');
    return;
  }
  const what =
    error instanceof ConflictTrouble
      ? 'another process polls with this token, or a webhook is set; trying again'
      : 'polling failed; trying again';
  log.warn({ code: error.code, reason: error.message, waitMs }, what);
}

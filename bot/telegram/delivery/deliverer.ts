import type { Batch } from '../../../src/subscriptions/ledger.ts';
import type { Desk } from '../desk.ts';
import { tellAdministrators } from '../membership.ts';
import {
  FloodTrouble,
  ForbiddenTrouble,
  LostTrouble,
  MigratedTrouble,
  RefusedTrouble,
  TelegramTrouble,
  TopicClosedTrouble,
} from '../port/trouble.ts';
import { alertMessage } from './alert-message.ts';
import { Pacer } from './pacer.ts';

const TICK_MS = 1000;
/** What is in flight when the process is killed is sent again: enough for Telegram's pace, and no more. */
const MOST_IN_FLIGHT = 8;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 10 * 60_000;
/** What Telegram refuses for the message's own sake is tried again, seldom: it may be the bot that is mended. */
const REFUSED_RETRY_MS = 60 * 60_000;
const noRights =
  /not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|need administrator rights/i;

/** Sends what the ledger says is due, each step on the disk before the next. */
export class Deliverer {
  readonly #busy = new Set<number>();
  readonly #pacer: Pacer;
  #rouse: (() => void) | undefined;

  constructor(private readonly desk: Desk) {
    const { alertsPerSecond, alertsPerChatMinute, alertGapMs } = desk.settings;
    this.#pacer = new Pacer({
      perSecond: alertsPerSecond,
      perGroupMinute: alertsPerChatMinute,
      gap: alertGapMs,
    });
  }

  /** There may be something to send. */
  wake(): void {
    this.#rouse?.();
  }

  /** Until the signal; then what is being sent is finished. */
  async run(signal: AbortSignal): Promise<void> {
    const end = () => this.wake();
    signal.addEventListener('abort', end);
    const sending = new Set<Promise<void>>();
    while (!signal.aborted) {
      const wait = this.#start(sending);
      await this.#rest(wait);
    }
    signal.removeEventListener('abort', end);
    await Promise.all(sending);
  }

  /** Starts all that may go now. @returns milliseconds until more may */
  #start(sending: Set<Promise<void>>): number {
    let wait = TICK_MS;
    for (const batch of this.desk.subscriptions.ledger.due(new Date(), this.#busy)) {
      if (sending.size >= MOST_IN_FLIGHT) break;
      const now = Date.now();
      const pause = this.#pacer.wait(batch.chat, now);
      if (pause > 0) {
        wait = Math.min(wait, pause);
        continue;
      }
      this.#pacer.note(batch.chat, now);
      this.#busy.add(batch.chat);
      const work: Promise<void> = this.#deliver(batch).finally(() => {
        this.#busy.delete(batch.chat);
        sending.delete(work);
        this.wake();
      });
      sending.add(work);
    }
    return wait;
  }

  #rest(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, milliseconds);
      const rouse = done;
      this.#rouse = rouse;
      function done(): void {
        clearTimeout(timer);
        resolve();
      }
    });
  }

  async #deliver(batch: Batch): Promise<void> {
    const { subscriptions, log, metrics } = this.desk;
    const begun = Date.now();
    try {
      subscriptions.ledger.sending(batch);
      await this.#send(batch);
      subscriptions.ledger.sent(batch);
      metrics.count('alerts_total', 'Alerts that Telegram acknowledged.', '', batch.alerts.length);
    } catch (error) {
      const trouble = error instanceof TelegramTrouble ? error.code : 'internal';
      metrics.count('alert_troubles_total', 'Alerts that did not get through at once.', `code="${trouble}"`);
      try {
        await this.#recover(batch, error, begun);
      } catch (again) {
        log.error({ err: again, chat: batch.chat }, 'the ledger could not be written');
        // The disk may be full: do not spin.
        await new Promise((resolve) => setTimeout(resolve, TICK_MS).unref());
      }
    }
  }

  async #send(batch: Batch): Promise<void> {
    const place = { chat: batch.chat, ...(batch.topic === undefined ? {} : { topic: batch.topic }) };
    const message = alertMessage(this.desk, batch);
    // Taken out since: nothing to tell.
    if (!message) return;
    const { direct } = this.desk;
    const options = { keyboard: message.keyboard, silent: batch.silent };
    try {
      await direct.send(place, message.words, options);
    } catch (error) {
      if (!(error instanceof TopicClosedTrouble) || batch.topic === undefined) throw error;
      const elsewhere = alertMessage(this.desk, batch, true);
      if (elsewhere) await direct.send({ chat: batch.chat }, elsewhere.words, options);
    }
  }

  async #recover(batch: Batch, error: unknown, begun: number): Promise<void> {
    const { subscriptions, log } = this.desk;
    const { ledger } = subscriptions;
    const { chat } = batch;
    const retry = (milliseconds: number, lost: boolean) =>
      ledger.failed(batch, new Date(Date.now() + milliseconds), lost);
    if (error instanceof FloodTrouble) {
      this.#pacer.flooded(chat, error.retryAfter, Date.now());
      retry(error.retryAfter * 1000, false);
    } else if (error instanceof LostTrouble) retry(backoff(batch), !error.unsent);
    else if (error instanceof MigratedTrouble) {
      subscriptions.store.move(chat, error.to);
      ledger.failed({ ...batch, chat: error.to }, new Date(), false);
    } else if (error instanceof TopicClosedTrouble) await this.#pauseTopic(batch);
    else if (error instanceof ForbiddenTrouble && (this.desk.letIn.get(chat) ?? 0) >= begun)
      retry(FIRST_RETRY_MS, false);
    else if (error instanceof ForbiddenTrouble) ledger.pause({ chat }, error.reason);
    else if (error instanceof RefusedTrouble && noRights.test(error.message))
      ledger.pause({ chat }, 'blocked');
    else {
      log.error({ err: error, chat }, 'an alert is refused; it is tried again in an hour');
      retry(REFUSED_RETRY_MS, false);
    }
  }

  async #pauseTopic({ chat, topic }: Batch): Promise<void> {
    this.desk.subscriptions.ledger.pause({ chat, ...(topic === undefined ? {} : { topic }) }, 'topic-closed');
    await tellAdministrators(this.desk, chat, 'alerts.topicClosed');
  }
}

function backoff({ alerts }: Batch): number {
  const attempts = Math.max(...alerts.map((alert) => alert.attempts));
  return Math.min(FIRST_RETRY_MS * 2 ** Math.min(attempts, 10), LONGEST_RETRY_MS);
}

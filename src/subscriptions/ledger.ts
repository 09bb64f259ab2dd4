import { alertKey, type ChatStore } from './chat-store.ts';
import type { Alert, ChatPlace, PauseReason } from './model.ts';
import { never } from './timing.ts';

/** Alerts that go out as one message: one at once, or all of a digest. */
export interface Batch extends ChatPlace {
  alerts: Alert[];
  digest: boolean;
  silent: boolean;
  /** True when an earlier try may have arrived: the message says so. */
  maybeSent: boolean;
}

/** One message can name so many; the next digest names the rest. */
const MOST_IN_DIGEST = 40;
/** More than so many that waited out a pause are told of together. */
const MOST_AT_ONCE = 10;

/** The durable queue: what is to be told to whom, and how far it has come. Every step is on the disk when it returns. */
export class Ledger {
  readonly #store: ChatStore;

  constructor(store: ChatStore) {
    this.#store = store;
    for (const chat of store.chats) this.#recover(chat);
  }

  /** What was being sent when the process ended may have arrived: it is sent once more, marked. */
  #recover(chat: number): void {
    this.#store.update(chat, (record) => {
      if (!record.alerts.some((alert) => alert.state === 'sending')) return record;
      const alerts = record.alerts.map((a) =>
        a.state === 'sending' ? { ...a, state: 'waiting' as const, maybeSent: true } : a,
      );
      return { ...record, alerts };
    });
  }

  /** @param busy chats that are being served already */
  due(now: Date, busy: ReadonlySet<number> = new Set()): Batch[] {
    const time = now.toISOString();
    return this.#store.chats.flatMap((chat) => {
      if (busy.has(chat)) return [];
      const ready = this.#store.get(chat).alerts.filter((a) => a.state === 'waiting' && a.notBefore <= time);
      const first = ready[0];
      if (!first) return [];
      const together =
        first.delivery === 'now'
          ? [first]
          : ready
              .filter((a) => a.delivery === first.delivery && a.topic === first.topic)
              .slice(0, MOST_IN_DIGEST);
      return [batchOf(chat, together)];
    });
  }

  /** When the next alert that is not due yet will be. */
  next(): Date | undefined {
    const times = this.#store.chats
      .flatMap((chat) => this.#store.get(chat).alerts.map((a) => a.notBefore))
      .sort();
    return times[0] === undefined ? undefined : new Date(times[0]);
  }

  get waiting(): number {
    return this.#store.chats.reduce((sum, chat) => sum + this.#store.get(chat).alerts.length, 0);
  }

  /** Before the call goes out. */
  sending(batch: Batch): void {
    this.#change(batch, (alert) => ({ ...alert, state: 'sending', attempts: alert.attempts + 1 }));
  }

  /** The platform has acknowledged it. */
  sent(batch: Batch): void {
    this.#change(batch, () => undefined);
  }

  /** @param lost the answer was lost: it may have arrived */
  failed(batch: Batch, retryAt: Date, lost: boolean): void {
    const notBefore = retryAt.toISOString();
    this.#change(batch, (alert) => ({
      ...alert,
      state: 'waiting',
      notBefore,
      maybeSent: alert.maybeSent || lost,
    }));
  }

  /** The report is gone: nobody is told of it any more. */
  withdraw(reportId: string): void {
    for (const chat of this.#store.chats) {
      this.#store.update(chat, (record) => {
        const alerts = record.alerts.filter((alert) => alert.reportId !== reportId);
        return alerts.length === record.alerts.length ? record : { ...record, alerts };
      });
    }
  }

  /** Nothing more can be said there for now. Alerts wait with the subscriptions. */
  pause(place: ChatPlace, reason: Exclude<PauseReason, 'asked'>): void {
    const here = (topic: number | undefined) => reason !== 'topic-closed' || topic === place.topic;
    this.#store.update(place.chat, (record) => ({
      ...record,
      subscriptions: record.subscriptions.map((s) =>
        here(s.topic) && !s.paused ? { ...s, paused: reason } : s,
      ),
      alerts: record.alerts.map((a) => (here(a.topic) ? { ...a, state: 'waiting', notBefore: never } : a)),
    }));
  }

  /**
   * The bot may speak again: what was paused for that reason goes on, and what waited is due; when that is much, as
   * one digest.
   */
  resume(place: ChatPlace, reasons: readonly PauseReason[], now: Date): void {
    const due = (alert: Alert) =>
      alert.notBefore === never && (place.topic === undefined || alert.topic === place.topic);
    this.#store.update(place.chat, (record) => {
      const together = record.alerts.filter(due).length > MOST_AT_ONCE;
      return {
        ...record,
        subscriptions: record.subscriptions.map((s) => {
          const { paused, ...rest } = s;
          return paused && reasons.includes(paused) && (place.topic === undefined || s.topic === place.topic)
            ? rest
            : s;
        }),
        alerts: record.alerts.map((a) =>
          due(a) ? { ...a, notBefore: now.toISOString(), delivery: together ? 'daily' : a.delivery } : a,
        ),
      };
    });
  }

  #change(batch: Batch, change: (alert: Alert) => Alert | undefined): void {
    const keys = new Set(batch.alerts.map(alertKey));
    this.#store.update(batch.chat, (record) => ({
      ...record,
      alerts: record.alerts.flatMap((alert) => (keys.has(alertKey(alert)) ? (change(alert) ?? []) : alert)),
    }));
  }
}

function batchOf(chat: number, alerts: Alert[]): Batch {
  const [first] = alerts;
  return {
    chat,
    ...(first?.topic === undefined ? {} : { topic: first.topic }),
    alerts,
    digest: first?.delivery !== 'now',
    silent: alerts.every((alert) => alert.silent),
    maybeSent: alerts.some((alert) => alert.maybeSent),
  };
}

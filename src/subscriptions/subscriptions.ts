import { randomBytes } from 'node:crypto';
import type { Library } from '../model/library.ts';
import type { Report } from '../model/report.ts';
import { alertsFor, type News, versionKey, versionOf } from './alerts.ts';
import { alertKey, ChatStore, type RecordFiles } from './chat-store.ts';
import { Ledger } from './ledger.ts';
import { sameScope } from './match.ts';
import type { Alert, ChatPlace, ChatRecord, Preferences, Scope, Subscription } from './model.ts';
import { Seen } from './seen.ts';

export interface Wish {
  scope: Scope;
  onlyFindings?: boolean;
  delivery?: Subscription['delivery'];
  silent?: boolean;
}

/** Who wants to be told of what. Knows no platform: `ledger` says what is due, whoever sends reports back to it. */
export class Subscriptions {
  readonly store: ChatStore;
  readonly ledger: Ledger;
  readonly #seen: Seen;
  readonly #clock: () => Date;

  constructor(files: RecordFiles, clock: () => Date = () => new Date()) {
    this.store = new ChatStore(files, () => clock().getTime());
    this.ledger = new Ledger(this.store);
    this.#seen = new Seen(files);
    this.#clock = clock;
  }

  /** The same wish again changes the one there is. */
  subscribe(place: ChatPlace, wish: Wish, by: number): Subscription {
    const fields = {
      scope: wish.scope,
      onlyFindings: wish.onlyFindings ?? false,
      delivery: wish.delivery ?? 'now',
      silent: wish.silent ?? false,
    };
    let result: Subscription | undefined;
    this.store.update(place.chat, (record) => {
      const known = record.subscriptions.find(
        (s) => s.topic === place.topic && sameScope(s.scope, wish.scope),
      );
      const next: Subscription = {
        id: known?.id ?? freshId(record),
        createdBy: known?.createdBy ?? by,
        createdAt: known?.createdAt ?? this.#clock().toISOString(),
        ...(place.topic === undefined ? {} : { topic: place.topic }),
        ...fields,
      };
      result = next;
      const others = record.subscriptions.filter((s) => s !== known);
      return { ...record, subscriptions: [...others, next] };
    });
    if (!result) throw new Error('the store did not take the subscription');
    return result;
  }

  /** @returns whether there was one */
  unsubscribe(chat: number, id: string): boolean {
    let found = false;
    this.store.update(chat, (record) => {
      found = record.subscriptions.some((s) => s.id === id);
      if (!found) return record;
      return {
        ...record,
        subscriptions: record.subscriptions.filter((s) => s.id !== id),
        alerts: record.alerts.flatMap((alert) => withoutSubscription(alert, id)),
      };
    });
    return found;
  }

  setPaused(chat: number, id: string, paused: boolean): void {
    this.store.update(chat, (record) => ({
      ...record,
      subscriptions: record.subscriptions.map((s) => {
        if (s.id !== id) return s;
        const { paused: _, ...rest } = s;
        return paused ? { ...rest, paused: 'asked' as const } : rest;
      }),
    }));
  }

  /** How and when one subscription tells. */
  change(
    chat: number,
    id: string,
    changes: Partial<Pick<Subscription, 'delivery' | 'silent' | 'onlyFindings'>>,
  ): void {
    this.store.update(chat, (record) => ({
      ...record,
      subscriptions: record.subscriptions.map((s) => (s.id === id ? { ...s, ...changes } : s)),
    }));
  }

  setMuted(chat: number, agencyId: string, muted: boolean): void {
    this.store.update(chat, (record) => {
      const others = record.muted.filter((id) => id !== agencyId);
      return { ...record, muted: muted ? [...others, agencyId] : others };
    });
  }

  setPreferences(chat: number, changes: Partial<Preferences>): void {
    this.store.update(chat, (record) => ({ ...record, preferences: { ...record.preferences, ...changes } }));
  }

  /** Queues what each chat is to be told, then remembers that it has been. Both are on the disk when this returns. */
  announce(news: readonly News[]): void {
    const alerts = this.store.chats
      .map((chat): [number, Alert[]] => [chat, this.#wanted(this.store.get(chat), news)])
      .filter(([, own]) => own.length > 0);
    this.store.announce(new Map(alerts));
    this.#seen.mark(news.map(({ report }) => ({ reportId: report.id, version: versionOf(report) })));
  }

  withdraw(reportId: string): void {
    this.ledger.withdraw(reportId);
    this.#seen.forget(reportId);
  }

  /**
   * What came or changed while nobody watched. On the very first start everything held is old.
   * @param before reads the version a subscriber was last told of, if it is still kept
   */
  catchUp(library: Library, before: (reportId: string) => Report | undefined): void {
    const unseen = library.holdings.filter((h) => !this.#seen.has(h.reportId, versionKey(h.sha256)));
    if (!this.#seen.started) {
      this.#seen.mark(unseen.map((h) => ({ reportId: h.reportId, version: versionKey(h.sha256) })));
      return;
    }
    const news = unseen.flatMap((holding): News[] => {
      const report = library.report(holding.reportId);
      const earlier =
        this.#seen.version(holding.reportId) === undefined ? undefined : before(holding.reportId);
      return report ? [{ report, ...(earlier ? { before: earlier } : {}) }] : [];
    });
    if (news.length > 0) this.announce(news);
  }

  #wanted(record: ChatRecord, news: readonly News[]): Alert[] {
    const waiting = new Set(record.alerts.map(alertKey));
    return news
      .flatMap((item) => alertsFor(record, item, this.#clock()))
      .filter((alert) => !waiting.has(alertKey(alert)));
  }
}

function withoutSubscription(alert: Alert, id: string): Alert[] {
  const subscriptions = alert.subscriptions.filter((other) => other !== id);
  return subscriptions.length > 0 ? [{ ...alert, subscriptions }] : [];
}

function freshId(record: ChatRecord): string {
  const id = randomBytes(3).toString('hex');
  return record.subscriptions.some((s) => s.id === id) ? freshId(record) : id;
}

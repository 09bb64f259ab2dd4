import { LowSync, type SyncAdapter } from 'lowdb';
import { Announcements } from './announced.ts';
import { type Alert, type ChatRecord, defaultPreferences } from './model.ts';
import { never } from './timing.ts';

/** Where records are kept: one adapter of lowdb's for each name. Whoever composes the program says which. */
export interface RecordFiles {
  open<T>(name: string): SyncAdapter<T>;
  /** Names of the records there are, e.g. `chats/-100123`. */
  list(folder: string): string[];
  remove(name: string): void;
}

/** Announcements that wait in the chats' common record before each chat's own record is written. */
const MOST_UNSETTLED = 64;
/** A chat that lets the bot in again after years need not hear of everything. */
const MOST_WAITING = 500;

/** The chats' records: in memory, and on the disk before a change counts. */
export class ChatStore {
  readonly #files: RecordFiles;
  readonly #records = new Map<number, LowSync<ChatRecord | null>>();
  readonly #announcements: Announcements;
  /** Chats whose own record lacks what has been announced. */
  readonly #behind = new Set<number>();
  /** Of the last announcement. */
  #number = 0;

  constructor(files: RecordFiles, now: () => number = Date.now) {
    this.#files = files;
    this.#announcements = new Announcements(files, now);
    for (const name of files.list('chats')) {
      const low = this.#open(name);
      low.read();
      if (low.data) this.#records.set(low.data.chat, low);
    }
    this.#finishMoves();
    this.#catchUp();
  }

  get chats(): number[] {
    return [...this.#records.keys()];
  }

  get(chat: number): ChatRecord {
    return this.#records.get(chat)?.data ?? emptyRecord(chat);
  }

  /** Changes a record; what `change` returns is on the disk when this returns. */
  update(chat: number, change: (record: ChatRecord) => ChatRecord): ChatRecord {
    const low = this.#records.get(chat) ?? this.#open(nameOf(chat));
    const before = low.data ?? emptyRecord(chat);
    const next = change(before);
    if (next === before) return before;
    this.#write(chat, low, next);
    return next;
  }

  /** Queues alerts for many chats at once; they are on the disk when this returns, in one record for all. */
  announce(alerts: ReadonlyMap<number, readonly Alert[]>): void {
    if (alerts.size === 0) return;
    if (this.#announcements.unsettled >= MOST_UNSETTLED) this.settle();
    const number = this.#number + 1;
    this.#announcements.write({ number, alerts: Object.fromEntries(alerts) });
    this.#number = number;
    for (const [chat, own] of alerts) this.#queue(chat, own);
  }

  /** Writes every chat's own record that lacks something. */
  settle(): void {
    for (const chat of this.#behind) {
      const low = this.#records.get(chat);
      if (low?.data) this.#write(chat, low, low.data);
    }
    this.#announcements.settle();
  }

  /** The new record is complete before the old one goes; after a crash between the two the next start finishes it. */
  move(from: number, to: number): void {
    if (from === to || !this.#records.has(from)) return;
    const source = this.get(from);
    this.update(to, (target) => merged(target, source, to));
    this.#drop(from);
  }

  #write(chat: number, low: LowSync<ChatRecord | null>, next: ChatRecord): void {
    const old = low.data;
    low.data = { ...next, announced: this.#number };
    try {
      low.write();
    } catch (error) {
      low.data = old; // memory never runs ahead of the disk
      throw error;
    }
    this.#records.set(chat, low);
    this.#behind.delete(chat);
  }

  #queue(chat: number, alerts: readonly Alert[]): void {
    const low = this.#records.get(chat);
    if (!low?.data) return;
    low.data = withAlerts(low.data, alerts);
    this.#behind.add(chat);
  }

  /** What was announced and is in no chat's own record yet. */
  #catchUp(): void {
    const held = [...this.#records.values()].map(({ data }) => data?.announced ?? 0);
    this.#number = held.reduce((a, b) => Math.max(a, b), 0);
    for (const { number, alerts } of this.#announcements.read()) {
      for (const [chat, own] of Object.entries(alerts))
        if (number > (this.#records.get(Number(chat))?.data?.announced ?? 0)) this.#queue(Number(chat), own);
      this.#number = Math.max(this.#number, number);
    }
    this.settle();
  }

  #finishMoves(): void {
    const gone = [...this.#records.values()].flatMap(({ data }) => data?.absorbed ?? []);
    for (const chat of gone) if (this.#records.has(chat)) this.#drop(chat);
  }

  #drop(chat: number): void {
    this.#files.remove(nameOf(chat));
    this.#records.delete(chat);
    this.#behind.delete(chat);
  }

  #open(name: string): LowSync<ChatRecord | null> {
    return new LowSync<ChatRecord | null>(this.#files.open(name), null);
  }
}

function nameOf(chat: number): string {
  return `chats/${chat}`;
}

function emptyRecord(chat: number): ChatRecord {
  return { chat, preferences: defaultPreferences, subscriptions: [], muted: [], alerts: [] };
}

function merged(target: ChatRecord, source: ChatRecord, chat: number): ChatRecord {
  const known = new Set(target.subscriptions.map((s) => s.id));
  const waiting = new Set(target.alerts.map(alertKey));
  return {
    chat,
    preferences: target.subscriptions.length > 0 ? target.preferences : source.preferences,
    subscriptions: [...target.subscriptions, ...source.subscriptions.filter((s) => !known.has(s.id))],
    muted: [...new Set([...target.muted, ...source.muted])],
    alerts: [...target.alerts, ...source.alerts.filter((alert) => !waiting.has(alertKey(alert)))],
    absorbed: [...new Set([...(target.absorbed ?? []), ...(source.absorbed ?? []), source.chat])],
  };
}

function withAlerts(record: ChatRecord, more: readonly Alert[]): ChatRecord {
  const waiting = new Set(record.alerts.map(alertKey));
  const fresh = more.filter((alert) => !waiting.has(alertKey(alert)));
  return { ...record, alerts: withinBounds([...record.alerts, ...fresh]) };
}

/** Of what waits for a chat to let the bot in again, the newest are kept. */
function withinBounds(alerts: Alert[]): Alert[] {
  const excess = alerts.filter(({ notBefore }) => notBefore === never).length - MOST_WAITING;
  let left = excess;
  return excess <= 0 ? alerts : alerts.filter(({ notBefore }) => notBefore !== never || left-- <= 0);
}

/** One alert for a version of a report and a topic: asking for it twice does not send it twice. */
export function alertKey(alert: { reportId: string; version: string; topic?: number }): string {
  return `${alert.reportId}@${alert.version}#${alert.topic ?? ''}`;
}

import { LowSync, type SyncAdapter } from 'lowdb';
import { type ChatRecord, defaultPreferences } from './model.ts';

/** Where records are kept: one adapter of lowdb's for each name. Whoever composes the program says which. */
export interface RecordFiles {
  open<T>(name: string): SyncAdapter<T>;
  /** Names of the records there are, e.g. `chats/-100123`. */
  list(folder: string): string[];
  remove(name: string): void;
}

/** The chats' records: in memory, and on the disk before a change counts. */
export class ChatStore {
  readonly #files: RecordFiles;
  readonly #records = new Map<number, LowSync<ChatRecord | null>>();

  constructor(files: RecordFiles) {
    this.#files = files;
    for (const name of files.list('chats')) {
      const low = this.#open(name);
      low.read();
      if (low.data) this.#records.set(low.data.chat, low);
    }
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
    const old = low.data;
    low.data = next;
    try {
      low.write();
    } catch (error) {
      low.data = old; // memory never runs ahead of the disk
      throw error;
    }
    this.#records.set(chat, low);
    return next;
  }

  /** The new record is complete before the old one goes; a crash between leaves both, and the next call mends it. */
  move(from: number, to: number): void {
    if (from === to || !this.#records.has(from)) return;
    const source = this.get(from);
    this.update(to, (target) => merged(target, source, to));
    this.#files.remove(nameOf(from));
    this.#records.delete(from);
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
  };
}

/** One alert for a version of a report and a topic: asking for it twice does not send it twice. */
export function alertKey(alert: { reportId: string; version: string; topic?: number }): string {
  return `${alert.reportId}@${alert.version}#${alert.topic ?? ''}`;
}

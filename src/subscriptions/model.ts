import type { AgencyKind, ReadingId } from '../model/report.ts';

/** A chat, or one topic of it. Ids are the platform's own. */
export interface ChatPlace {
  chat: number;
  topic?: number;
}

/** Which reports a subscription is about. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'agency'; agencyId: string; name: string }
  | { kind: 'region'; level: 'province' | 'city' | 'county' | 'town'; name: string }
  | { kind: 'agency-kind'; agencyKind: AgencyKind }
  /** Every word must stand in the report's text. */
  | { kind: 'keywords'; words: string[] };

export type Delivery = 'now' | 'daily' | 'weekly';

export type PauseReason = 'asked' | 'blocked' | 'chat-gone' | 'topic-closed';

export interface Subscription {
  /** Short, unique in its chat: it stands in buttons. */
  id: string;
  topic?: number;
  scope: Scope;
  /** Only reports in which the checks found something. */
  onlyFindings: boolean;
  delivery: Delivery;
  /** Arrives without a sound. */
  silent: boolean;
  paused?: PauseReason;
  createdBy: number;
  /** ISO 8601 */
  createdAt: string;
}

/** What a chat has set for itself. */
export interface Preferences {
  /** IANA name. */
  timeZone: string;
  /** No alert between these times of day, HH:MM in the chat's time zone; over midnight when from > to. */
  quiet: { from: string; to: string } | null;
  /** HH:MM, when digests go out. */
  digestAt: string;
  /** 1 Monday … 7 Sunday. */
  digestOn: number;
  language: 'zh' | 'en';
  /** The region meant when a question names none. */
  home: string | null;
  /** In groups: may everyone change subscriptions, or administrators only? */
  openSubscribing: boolean;
}

export const defaultPreferences: Preferences = {
  timeZone: 'Asia/Shanghai',
  quiet: null,
  digestAt: '08:30',
  digestOn: 1,
  language: 'zh',
  home: null,
  openSubscribing: false,
};

/** One figure that another version of a report prints otherwise. */
export interface ReadingChange {
  reading: ReadingId;
  before: number | null | 'absent';
  after: number | null | 'absent';
}

/**
 * A report that one place is to be told of. It is written before anything is sent, marked `sending` before each try,
 * and removed when the platform has acknowledged it: an alert found `sending` at start may have arrived.
 */
export interface Alert {
  reportId: string;
  /** Of the report's content; another version is another alert. */
  version: string;
  change: 'added' | 'updated';
  /** For `updated`: what the figures were and are, at most a dozen. */
  changes: ReadingChange[];
  /** How many figures changed in all. */
  changeCount: number;
  subscriptions: string[];
  topic?: number;
  delivery: Delivery;
  silent: boolean;
  state: 'waiting' | 'sending';
  /** True when an earlier try may have arrived. */
  maybeSent: boolean;
  attempts: number;
  /** ISO 8601; not before this. */
  notBefore: string;
}

/** Everything that belongs to a chat, in one file, so that it changes and moves in one step. */
export interface ChatRecord {
  chat: number;
  preferences: Preferences;
  subscriptions: Subscription[];
  /** Agencies nobody here wants to hear of. */
  muted: string[];
  alerts: Alert[];
  /** The number of the last announcement that this record holds. */
  announced?: number;
  /** Chats that became this one. */
  absorbed?: number[];
}

import type { Library } from '../model/library.ts';
import type { Query } from '../model/query.ts';
import type { Region } from '../model/report.ts';

export interface Setting {
  library: Library;
  /** YYYY-MM-DD: what 今年 and 去年 are counted from. */
  today: string;
  /** What was said before by this person in this chat; when it is too old, the caller leaves it out. */
  context?: TalkContext;
  /** The chat's home: decides between agencies of one name. */
  home?: Region;
}

export interface Understanding {
  query: Query;
  mentions: Mention[];
  /** Why the query is as it is, in Chinese, for `--explain`. */
  notes: string[];
}

/** A piece of the question and what it was taken for. Offsets are those of the question as typed, in UTF-16 units. */
export interface Mention {
  kind: string;
  start: number;
  end: number;
  text: string;
  means: string;
}

/** What a talk remembers; plain JSON. */
export interface TalkContext {
  /** The last query that was about something: the one that follow-ups are filled up from. */
  query: Query;
  /** What was asked in passing about it: 为什么. */
  aside?: Query;
  /** Choices the last answer offered, as `clarify` lists them. */
  options: { label: string; query: Query }[];
  /** How many passages or agencies the last answer showed, for 还有吗. */
  shown?: number;
  /** Agencies in the order in which the last answer listed them, for 第二个. */
  items: string[];
  /** Ids of the single agencies asked about, the last one last; a few. */
  recent: string[];
}

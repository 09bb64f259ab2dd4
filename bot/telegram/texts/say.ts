import type { Subscriptions } from '../../../src/subscriptions/subscriptions.ts';
import { alerts } from './alerts.ts';
import { answers } from './answers.ts';
import { subscriptions } from './subscriptions.ts';
import { talking } from './talking.ts';

export type Language = 'zh' | 'en';

/** Everything that the bot says of its own, in both languages: the one table of texts. */
export const texts = { talking, answers, alerts, subscriptions } as const;

type Table = typeof texts;
/** `answers.summary` */
export type TextKey = { [Room in keyof Table]: `${Room}.${keyof Table[Room] & string}` }[keyof Table];
export type Values = Readonly<Record<string, string | number>>;
export type Say = (key: TextKey, values?: Values) => string;

const flat = new Map<string, Readonly<Record<Language, string>>>(
  Object.entries(texts).flatMap(([room, entries]) =>
    Object.entries(entries).map(([name, text]) => [`${room}.${name}`, text] as const),
  ),
);

/** Says things in one language. */
export function sayIn(language: Language): Say {
  return (key, values = {}) => filled(flat.get(key)?.[language] ?? key, values);
}

/** What is filled in is never itself filled. */
function filled(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The language that a chat has chosen; Chinese where it has not. */
export function languageOf(
  { subscriptions: { store } }: { subscriptions: Subscriptions },
  chat: number,
): Language {
  return store.get(chat).preferences.language;
}

/** Says things in a chat's language. */
export function sayFor(desk: { subscriptions: Subscriptions }, chat: number): Say {
  return sayIn(languageOf(desk, chat));
}

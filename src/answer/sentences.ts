export interface Sentence {
  text: string;
  start: number;
}

/** A paragraph's sentences with their punctuation; joined they are the paragraph. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  const pattern = /[^。！？；!?\n]*(?:[。！？；!?\n]+[”」』）)]*|$)/gu;
  for (const match of text.matchAll(pattern)) {
    if (match[0]) found.push({ text: match[0], start: match.index });
  }
  return found;
}

function weightOf(text: string, terms: readonly string[]): number {
  return terms.reduce((n, term) => (text.includes(term) ? n + term.length : n), 0);
}

/** （四）平台建设。 */
const isHeading = /^[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*[^，,：:]{2,24}$/u;

/** Longest piece of a paragraph that an answer quotes. */
const quotable = 160;

/**
 * The part of a paragraph that answers: the sentence with most of the terms and, while there is room, its
 * neighbours with terms; a sentence too long is cut around the first term, with … where something is left out.
 */
export function highlight(text: string, terms: readonly string[]): string {
  const parts = sentences(text);
  const weights = parts.map((part) => weightOf(part.text, terms));
  let best = 0;
  weights.forEach((w, i) => {
    if (w > (weights[best] ?? 0)) best = i;
  });
  let [from, to] = [best, best + 1];
  const length = () => parts.slice(from, to).reduce((n, part) => n + part.text.length, 0);
  const room = (i: number) => (weights[i] ?? 0) > 0 && length() + (parts[i]?.text.length ?? 0) <= quotable;
  // A heading alone says nothing: its first sentence goes with it.
  if (isHeading.test(parts[best]?.text.trim() ?? '') && to < parts.length) to++;
  while (to < parts.length && room(to)) to++;
  while (from > 0 && room(from - 1)) from--;
  const quote = parts
    .slice(from, to)
    .map((part) => part.text)
    .join('')
    .trim();
  return quote.length <= quotable ? quote : cutAround(quote, terms);
}

const mark = /[，、；：。！？,;:)）”》]/u;

/** Where a clause begins between the two places; else the first of them. */
function afterMark(text: string, from: number, before: number): number {
  for (let at = from; at < before; at++) if (mark.test(text[at] ?? '')) return at + 1;
  return from;
}

/** Where a clause ends between the two places, as late as possible; else the last of them. */
function beforeMark(text: string, to: number, after: number): number {
  for (let at = to; at > after; at--) if (mark.test(text[at - 1] ?? '')) return at;
  return to;
}

function cutAround(text: string, terms: readonly string[]): string {
  const places = terms.map((term) => text.indexOf(term)).filter((place) => place >= 0);
  const first = places.length ? Math.min(...places) : 0;
  const from = Math.max(0, Math.min(first - 40, text.length - quotable));
  const start = from === 0 ? 0 : afterMark(text, from, first);
  const to = Math.min(text.length, start + quotable);
  const end = to === text.length ? to : beforeMark(text, to, first + 60);
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

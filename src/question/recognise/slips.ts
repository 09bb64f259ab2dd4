import type { Lexicon } from '../lexicon.ts';
import type { Span } from '../span.ts';
import { soundAlike } from './homophones.ts';

const shortest = 4;
/** Characters that stand for nothing else: the little words of a question are no slips. */
const mistakable = /(?![的了吗呢吧啊多少几有是年件个和与及或跟同请问查在被对把各不没未无])\p{Script=Han}/u;
const masks = new WeakMap<Lexicon, Map<string, string>>();

/**
 * Words of four or more characters of the tables with one character that sounds like the right one: 规范姓文件. Only where the words around
 * are not known as they stand; `free` are the stretches that no recogniser took.
 */
export function recogniseSlips(text: string, lexicon: Lexicon, free: readonly boolean[]): Span[] {
  const known = masksOf(lexicon);
  const spans: Span[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let end = start + shortest; end <= Math.min(text.length, start + 10); end++) {
      for (let at = start; at < end; at++) {
        if (!free[at] || !mistakable.test(text[at] ?? '')) continue;
        const word = known.get(`${text.slice(start, at)}?${text.slice(at + 1, end)}`);
        const senses = word === undefined ? undefined : lexicon.senses(word);
        if (senses && soundAlike(text[at] ?? '', word?.[at - start] ?? ''))
          spans.push({ start, end, text: text.slice(start, end), senses: [...senses] });
      }
    }
  }
  return spans;
}

/** Each word with each of its characters left out; where two words would give one mask, neither stands. */
function masksOf(lexicon: Lexicon): Map<string, string> {
  const made = masks.get(lexicon);
  if (made) return made;
  const map = new Map<string, string>();
  const doubtful = new Set<string>();
  for (const word of lexicon.words()) {
    if (word.length < shortest || !/^\p{Script=Han}+$/u.test(word)) continue;
    if (!lexicon.senses(word)?.some((s) => s.role === 'applicant' || (s.role === 'row' && !s.weak))) continue;
    for (let at = 0; at < word.length; at++) {
      const mask = `${word.slice(0, at)}?${word.slice(at + 1)}`;
      if (map.has(mask)) doubtful.add(mask);
      map.set(mask, word);
    }
  }
  for (const mask of doubtful) map.delete(mask);
  masks.set(lexicon, map);
  return map;
}

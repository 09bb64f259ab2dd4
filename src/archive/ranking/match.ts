import type { Concept } from './concepts.ts';

export interface Match {
  /** 1: the very word; less: another word for it, or part of it; 0: nothing. */
  strength: number;
  /** What of the text it was found by. */
  found: string[];
  /** Offset of the first of them. */
  at: number;
}

const OTHER_WORD = 0.75;
const PARTS = 0.6;
const SPREAD = 0.4;
/** Characters that may stand between those of a short word said in full: 公车 in 公务用车. */
const BETWEEN = 3;

const nothing: Match = { strength: 0, found: [], at: -1 };

/** How well a folded text speaks of a concept. */
export function match(text: string, concept: Concept): Match {
  const at = text.indexOf(concept.word);
  if (at >= 0) return { strength: 1, found: [concept.word], at };
  const other = longest(concept.others.filter((word) => text.includes(word)));
  if (other) return { strength: OTHER_WORD, found: [other], at: text.indexOf(other) };
  const byParts = matchParts(text, concept);
  if (byParts.strength > 0) return byParts;
  return matchSpread(text, concept);
}

function matchParts(text: string, { word, parts }: Concept): Match {
  const found = parts.filter((part) => part.length > 1 && text.includes(part));
  if (found.length === 0) return nothing;
  const held = [...word].filter((character) => found.some((part) => part.includes(character))).length;
  return { strength: (PARTS * held) / word.length, found, at: text.indexOf(found[0] ?? '') };
}

/** A word of two characters may be short for one of four or more, in the same order. */
function matchSpread(text: string, { word }: Concept): Match {
  const [first, second, more] = word;
  if (!first || !second || more || !/^\p{Script=Han}+$/u.test(word)) return nothing;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const span = text.slice(at + 1, at + 2 + BETWEEN);
    const end = span.indexOf(second);
    if (end >= 0 && /^\p{Script=Han}+$/u.test(span.slice(0, end + 1)))
      return { strength: SPREAD, found: [text.slice(at, at + end + 2)], at };
  }
  return nothing;
}

function longest(words: readonly string[]): string | undefined {
  return words.reduce<string | undefined>((a, b) => (a && a.length >= b.length ? a : b), undefined);
}

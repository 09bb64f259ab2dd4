import { normalizeText } from '../../../index/normalize.ts';
import { rankingLexicon } from './lexicon.ts';

/** One thing a question speaks of. */
export interface Concept {
  /** As the question says it, folded. */
  word: string;
  /** Other words for it. */
  others: readonly string[];
  /** Shorter words inside, for texts that say only part of it. */
  parts: readonly string[];
  /** Rare things tell more: 0–1. */
  weight: number;
}

export interface Wanted {
  /** The question, folded. */
  text: string;
  concepts: readonly Concept[];
  /** It asks who does not, has not. */
  denied: boolean;
  /** Parts of a report to look in first. */
  parts: ReadonlySet<number>;
}

/** What the ranking has to know of the language and of the library. */
export interface Words {
  /** Pieces that do not overlap; joined they are the text. */
  cut(text: string): string[];
  /** All terms, shorter ones inside longer ones included. */
  terms(text: string): string[];
  isStopWord(word: string): boolean;
  /** 0 (in every passage) – 1 (in none). */
  rarity(term: string): number;
}

/** What a question looks for. */
export function wantedIn(question: string, words: Words): Wanted {
  const lexicon = rankingLexicon();
  const text = normalizeText(question);
  const spans = knownSpans(text);
  const concepts: Concept[] = [];
  let at = 0;
  let rest = '';
  const flush = () => {
    for (const piece of words.cut(rest)) {
      const word = piece.trim();
      if (/[\p{L}\p{N}]/u.test(word) && !words.isStopWord(word)) concepts.push(conceptOf(word, [], words));
    }
    rest = '';
  };
  for (const { start, word } of spans) {
    rest = text.slice(at, start);
    flush();
    concepts.push(conceptOf(word, lexicon.alike.get(word) ?? [], words));
    at = start + word.length;
  }
  rest = text.slice(at);
  flush();
  const outside = spans.reduce((left, { word }) => left.replace(word, ' '), text);
  return {
    text,
    concepts: distinct(concepts),
    denied: lexicon.denials.some((denial) => outside.includes(denial)),
    parts: new Set(
      lexicon.parts.filter((one) => one.words.some((word) => text.includes(word))).map((one) => one.part),
    ),
  };
}

/** Words with others of like meaning, where they stand; the longest win. */
function knownSpans(text: string): { start: number; word: string }[] {
  const taken: { start: number; word: string }[] = [];
  for (const word of rankingLexicon().known) {
    for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
      const end = start + word.length;
      if (taken.every((one) => one.start >= end || one.start + one.word.length <= start))
        taken.push({ start, word });
    }
  }
  return taken.sort((a, b) => a.start - b.start);
}

function conceptOf(word: string, others: readonly string[], words: Words): Concept {
  const parts = [...new Set(words.terms(word))].filter((part) => part !== word && !words.isStopWord(part));
  const rarities = [word, ...parts].map((term) => words.rarity(term)).filter((rarity) => rarity < 1);
  const rarity = rarities.length > 0 ? Math.max(...rarities) : 1;
  // One character alone says little: 慢 and 改 stand in many words.
  const short = word.length === 1 ? 0.4 : 1;
  return { word, others, parts, weight: short * rarity };
}

function distinct(concepts: readonly Concept[]): Concept[] {
  return [...new Map(concepts.map((concept) => [concept.word, concept])).values()];
}

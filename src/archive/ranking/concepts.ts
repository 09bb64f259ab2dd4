import { normalizeText } from '../../../index/normalize.ts';
import { rankingLexicon } from './lexicon.ts';

/** One character alone says little: 慢 and 改 stand in many words. */
const SINGLE = 0.4;
/** What no report says is as likely the asker's own word for something as something that is not there. */
const UNKNOWN = 0.7;
const LEAST_RARE = 0.1;
/** The rarity of what stands in no passage is 1. */
const NOWHERE = 0.999;

/** A word, and the pieces it may be said in with little between them: 更新不及时, 更新还不够及时. */
export interface Form {
  word: string;
  pieces: readonly string[];
}

/** One thing a question speaks of. */
export interface Concept extends Form {
  /** Other words for it. */
  others: readonly Form[];
  /** Shorter words inside, for texts that say only part of it. */
  parts: readonly string[];
  /** Rare things tell more: 0–1. */
  weight: number;
  /** Some report has it, or a part of it. */
  known: boolean;
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

/**
 * What a question looks for.
 * @param looked the words to look for
 * @param asked the whole question, which tells in which part, and whether who does or who does not
 */
export function wantedIn(looked: string, asked: string, words: Words): Wanted {
  const lexicon = rankingLexicon();
  const text = normalizeText(looked);
  const question = normalizeText(asked);
  const spans = knownSpans(text);
  const concepts: Concept[] = [];
  let at = 0;
  let rest = '';
  const flush = () => {
    const telling = lexicon.hollow.reduce((left, word) => left.replaceAll(word, ' '), rest);
    for (const piece of words.cut(telling)) {
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
  const outside = [...lexicon.hollow, ...spans.map(({ word }) => word)].reduce(
    (left, word) => left.replaceAll(word, ' '),
    question,
  );
  return {
    text,
    concepts: distinct(concepts),
    denied: lexicon.denials.some((denial) => outside.includes(denial)),
    parts: new Set(
      lexicon.parts.filter((one) => one.words.some((word) => question.includes(word))).map((one) => one.part),
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
  const rarities = [word, ...parts].map((term) => words.rarity(term)).filter((rarity) => rarity < NOWHERE);
  const rarity = rarities.length > 0 ? Math.max(LEAST_RARE, ...rarities) : UNKNOWN;
  const form = (text: string): Form => ({ word: text, pieces: piecesOf(text, words) });
  return {
    ...form(word),
    others: others.map(form),
    parts,
    known: rarities.length > 0,
    weight: word.length === 1 ? SINGLE * rarity : rarity,
  };
}

/** A set phrase of four characters is two words of two, also where the dictionary keeps it whole: 形式单一. */
function piecesOf(word: string, words: Words): readonly string[] {
  const pieces = words.cut(word);
  return pieces.length === 1 && /^\p{Script=Han}{4}$/u.test(word)
    ? [word.slice(0, 2), word.slice(2)]
    : pieces;
}

function distinct(concepts: readonly Concept[]): Concept[] {
  return [...new Map(concepts.map((concept) => [concept.word, concept])).values()];
}

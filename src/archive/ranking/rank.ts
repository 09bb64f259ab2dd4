import { normalizeText } from '../../../index/normalize.ts';
import type { Concept, Wanted } from './concepts.ts';
import { rankingLexicon } from './lexicon.ts';
import { type Match, match } from './match.ts';

/** What is judged of a passage. */
export interface Candidate {
  text: string;
  /** The part of the report it stands in. */
  section: number;
  /** The index's score as a part of the best one's, 0–1. */
  bm25: number;
}

export interface Judgement {
  score: number;
  /** How much of what was looked for the best sentence holds, its neighbours helping a little: 0–1. */
  cover: number;
  related: boolean;
  /** The opposite of what was asked for: it is not so, or it is. */
  opposite: 'denied' | 'affirmed' | undefined;
  /** The rarity of the rarest thing it has: 0–1. */
  rarest: number;
  /** The rarity of the rarest thing that it has nothing of, though other passages have: 0–1. */
  missed: number;
  terms: string[];
}

/** Of what the best sentence lacks, its neighbours make up for this much. */
const NEIGHBOURS = 0.5;
const BM25 = 0.25;
const WORDS_TOGETHER = 0.1;
const RIGHT_PART = 1.12;
/** A passage that says the opposite. */
const OPPOSITE = 0.7;

const nothingAsked: Judgement = {
  score: 0,
  cover: 0,
  related: false,
  opposite: undefined,
  rarest: 0,
  missed: 0,
  terms: [],
};

/** How well a passage answers: by its best sentence, how near its words stand, its part, and what it denies. */
export function judge(wanted: Wanted, { text, section, bm25 }: Candidate): Judgement {
  const folded = normalizeText(text);
  const total = wanted.concepts.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return nothingAsked;
  const whole = wanted.concepts.map((concept) => match(folded, concept));
  const sentences = folded.match(/[^。！？；!?;\n]+/gu) ?? [];
  let cover = 0;
  let best = '';
  let related = false;
  for (const sentence of sentences) {
    const matches = wanted.concepts.map((concept) => match(sentence, concept));
    const held = weigh(wanted.concepts, (i) => {
      const here = matches[i]?.strength ?? 0;
      return Math.max(here, NEIGHBOURS * (whole[i]?.strength ?? 0));
    });
    if (held <= cover * total) continue;
    cover = held / total;
    best = sentence;
    related = matches.some((one) => one.strength < 1);
  }
  const places = wanted.concepts.map((concept) => match(best, concept)).filter((one) => one.strength > 0);
  const together = nearness(places.map((one) => one.at));
  const inPart = wanted.parts.has(section) ? RIGHT_PART : 1;
  const opposite = oppositeOf(
    wanted,
    best,
    places.map((one) => one.found[0] ?? ''),
  );
  const polarity = opposite ? OPPOSITE : 1;
  const score = (cover + BM25 * bm25 * cover + WORDS_TOGETHER * together * cover) * inPart * polarity;
  const rarest = weighRarest(wanted.concepts, whole);
  const lacks = wanted.concepts.filter(({ known }, i) => known && whole[i]?.strength === 0);
  const missed = Math.max(0, ...lacks.map(({ weight }) => weight));
  return {
    score,
    cover,
    related,
    opposite,
    rarest,
    missed,
    terms: [...new Set(whole.flatMap((one) => one.found))],
  };
}

function weigh(concepts: readonly Concept[], strength: (i: number) => number): number {
  return concepts.reduce((sum, { weight }, i) => sum + weight * strength(i), 0);
}

function weighRarest(concepts: readonly Concept[], matches: readonly Match[]): number {
  return concepts.reduce((most, { weight }, i) => Math.max(most, weight * (matches[i]?.strength ?? 0)), 0);
}

/** 1: side by side; falls with the distance of the outermost. One word alone is near itself. */
function nearness(places: readonly number[]): number {
  if (places.length === 0) return 0;
  return 1 / (1 + (Math.max(...places) - Math.min(...places)) / 20);
}

/** What is lacking is told by denials too: 人员不足, 没有专职人员. */
function oppositeOf({ parts, denied }: Wanted, sentence: string, found: readonly string[]) {
  if (parts.has(5) || denies(sentence, found) === denied) return undefined;
  return denied ? 'affirmed' : 'denied';
}

/** Whether the clause says that it is not so: 未开设…公众号, 公众号已于六月注销. */
function denies(sentence: string, found: readonly string[]): boolean {
  const { denials } = rankingLexicon();
  const clause =
    sentence.split(/[，,]/u).find((part) => found.some((word) => word && part.includes(word))) ?? sentence;
  const outside = found.reduce((left, word) => (word ? left.replace(word, ' ') : left), clause);
  return denials.some((denial) => outside.includes(denial));
}

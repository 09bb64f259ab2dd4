import { findAbbreviation } from './abbreviation.ts';
import type { Bigrams } from './bigrams.ts';
import { soundAlike } from './readings.ts';
import { type Edit, findSlip, type Slip } from './slip.ts';

/** A place in a folded text that resembles a name. */
export interface Likeness {
  start: number;
  end: number;
  name: number;
  /** 0…1 */
  quality: number;
  how: 'part' | 'slip';
}

export interface Vocabulary {
  bigrams: Bigrams;
  textOf(name: number): string;
  /** Whether the text is a word or place of its own and so no slip for another. */
  isWord: ((text: string) => boolean) | undefined;
  /** Whether one character means something alone, as 县 or 局. */
  isRank(character: string): boolean;
}

const MOST_CANDIDATES = 60;
const LEAST_FOR_SLIPS = 4;
/** From this length on a name may hold two slips. */
const LONG = 10;
const SECOND_SLIP = 0.08;

/** Names that the text says shortened or misspelt. */
export function findLikenesses(text: string, vocabulary: Vocabulary): Likeness[] {
  return vocabulary.bigrams.candidates(text, MOST_CANDIDATES).flatMap((name): Likeness[] => {
    const wanted = vocabulary.textOf(name);
    const short = findAbbreviation(text, wanted);
    if (short && short.quality >= 0.6) return [{ ...short, name, how: 'part' }];
    const slip = slipOf(text, wanted, vocabulary);
    if (slip) return [{ ...slip, name, how: 'slip' }];
    return short ? [{ ...short, name, how: 'part' }] : [];
  });
}

function slipOf(
  text: string,
  name: string,
  vocabulary: Vocabulary,
): { start: number; end: number; quality: number } | undefined {
  const most = name.length >= LONG ? 2 : 1;
  if (name.length < LEAST_FOR_SLIPS) return undefined;
  const slip = findSlip(text, name, most);
  if (!slip || slip.edits.length === 0 || beginsInside(slip, text)) return undefined;
  const qualities = slip.edits.map((edit) => qualityOf(edit, text, slip.start, slip.end, vocabulary));
  const quality = Math.min(...qualities) - SECOND_SLIP * (qualities.length - 1);
  return quality > 0.5 ? { start: slip.start, end: slip.end, quality } : undefined;
}

/** With its first character misspelt a name must not begin inside other words: 徙县 in 武徙县 is no 隰县. */
function beginsInside({ start, edits }: Slip, text: string): boolean {
  return (
    edits.some((edit) => edit.at <= start) && /[^\P{Script=Han}的和与跟及对同]/u.test(text[start - 1] ?? '')
  );
}

/** How likely the edit is a slip; 0 where the text says another word: 体育局 is no misspelt 教育局. */
function qualityOf(edit: Edit, text: string, start: number, end: number, vocabulary: Vocabulary): number {
  const isWord = vocabulary.isWord ?? (() => false);
  switch (edit.kind) {
    case 'swapped':
      return 0.85;
    case 'missing':
      return 0.85;
    case 'extra':
      if (text[edit.at - 1] === edit.found || text[edit.at + 1] === edit.found) return 0.85;
      return around(text, edit.at, start, end, vocabulary).some(isKnown(vocabulary, isWord)) ? 0 : 0.7;
    case 'wrong': {
      const words = around(text, edit.at, start, end, vocabulary);
      if (words.some(isWord)) return 0;
      // Without a dictionary nobody knows whether the text means something else: then it is no more than a hint.
      if (soundAlike(edit.wanted, edit.found)) return vocabulary.isWord ? 0.88 : 0.59;
      if (words.some(isKnown(vocabulary, isWord))) return 0;
      return vocabulary.isWord ? 0.72 : 0.55;
    }
  }
}

function isKnown({ bigrams }: Vocabulary, isWord: (text: string) => boolean): (text: string) => boolean {
  return (text) => (text.length === 2 && bigrams.has(text)) || isWord(text);
}

/**
 * The pieces of two and three characters inside the span that hold the character. Not those that would leave one
 * character without meaning before them: the 涉县 in 武涉县 is nobody's word.
 */
function around(text: string, at: number, start: number, end: number, { isRank }: Vocabulary): string[] {
  const pieces: string[] = [];
  for (const length of [2, 3]) {
    for (let from = Math.max(start, at - length + 1); from <= at && from + length <= end; from++) {
      if (from === start + 1 && !isRank(text[start] ?? '')) continue;
      pieces.push(text.slice(from, from + length));
    }
  }
  return pieces;
}

import type { PassageIndex, PassageMatch, PassageSearchOptions } from '../../../index/passage-index.ts';
import { segmentation, segmenter } from '../segmentation.ts';
import { type Wanted, type Words, wantedIn } from './concepts.ts';
import { type Judgement, judge } from './rank.ts';

/** Different passages looked at for the question as it stands, and for other words for what it speaks of. */
const AS_ASKED = 80;
const OTHERWISE = 60;
/** Other words that are tried. */
const WAYS = 16;

export interface Ranked extends PassageMatch {
  text: string;
  judgement: Judgement;
}

/** Finds candidates in the index, by the question and by other words for what it speaks of, and judges them. */
export function rankedSearch(
  index: PassageIndex,
  text: string,
  question: string,
  restriction: Omit<PassageSearchOptions, 'limit'>,
  textOf: (match: PassageMatch) => string | undefined,
): Ranked[] {
  const wanted = wantedIn(text, question, wordsOf(index));
  if (wanted.concepts.length === 0) return [];
  const candidates = new Map<string, PassageMatch>();
  const look = (query: string, limit: number) => {
    for (const match of index.search(query, { ...restriction, limit, distinct: true })) {
      const key = `${match.owner} ${match.ordinal}`;
      if (!candidates.has(key)) candidates.set(key, match);
    }
  };
  look(wanted.concepts.map(({ word }) => word).join(' '), AS_ASKED);
  const highest = Math.max(0, ...[...candidates.values()].map((match) => match.score));
  const asAsked = new Set(candidates.keys());
  look(otherwise(wanted), OTHERWISE);
  return [...candidates].flatMap(([key, match]) => {
    const text = textOf(match);
    if (text === undefined) return [];
    const bm25 = asAsked.has(key) ? match.score / highest : 0;
    return [{ ...match, text, judgement: judge(wanted, { text, section: match.tag, bm25 }) }];
  });
}

/** Other words for what the question speaks of, what weighs most first. */
function otherwise({ concepts }: Wanted): string {
  const heaviest = [...concepts].sort((a, b) => b.weight - a.weight);
  const others = heaviest.flatMap((concept) => concept.others.map(({ word }) => word));
  return others.slice(0, WAYS).join(' ');
}

function wordsOf(index: PassageIndex): Words {
  const { terms, stopWords } = segmentation();
  const full = Math.log(1 + 2 * index.size + 1);
  return {
    terms,
    cut: (text) => segmenter().cut(text),
    isStopWord: (word) => stopWords?.has(word) ?? false,
    rarity: (term) => Math.log(1 + (index.size + 0.5) / (index.frequency(term) + 0.5)) / full,
  };
}

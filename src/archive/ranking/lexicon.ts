import { z } from 'zod';
import { normalizeText } from '../../../index/normalize.ts';
import { loadDataFile } from '../../catalogue/data-file.ts';

const words = z.array(z.string().min(1)).min(1);
const schema = z.strictObject({
  note: z.string(),
  /** Words of one line are said for the same thing. */
  alike: z.array(words.min(2)),
  /** Questions with one of the words look first in that part. */
  parts: z.array(z.strictObject({ part: z.int().min(1).max(6), words })),
  /** Words that say something is not so. */
  denials: words,
  /** Words that questions carry without looking for them. */
  hollow: words,
});

export interface RankingLexicon {
  /** Folded word → the lines it stands in, each without the word itself. */
  alike: ReadonlyMap<string, readonly string[]>;
  /** Words that have others of like meaning, longest first. */
  known: readonly string[];
  parts: readonly { part: number; words: readonly string[] }[];
  denials: readonly string[];
  hollow: readonly string[];
}

let loaded: RankingLexicon | undefined;

/**
 * `data/lexicon/passage-synonyms.json`, loaded once.
 * @throws {DataFileError}
 */
export function rankingLexicon(): RankingLexicon {
  loaded ??= read();
  return loaded;
}

function read(): RankingLexicon {
  const data = loadDataFile(schema, 'lexicon', 'passage-synonyms.json');
  const alike = new Map<string, string[]>();
  for (const line of data.alike) {
    const folded = line.map(normalizeText);
    for (const word of folded) {
      const others = folded.filter((other) => other !== word);
      alike.set(word, [...new Set([...(alike.get(word) ?? []), ...others])]);
    }
  }
  const longestFirst = (list: string[]) => list.map(normalizeText).sort((a, b) => b.length - a.length);
  return {
    alike,
    known: longestFirst([...alike.keys()]),
    parts: data.parts,
    denials: data.denials.map(normalizeText),
    hollow: longestFirst(data.hollow),
  };
}

import { join } from 'node:path';
import { readTerms, Segmenter } from './segmenter.ts';

/** What the indexes need to know of the language, read from one folder (`data/dictionary`). */
export interface Lexicon {
  segmenter: Segmenter;
  /** For `PassageIndex`: terms that a question carries without looking for them. */
  stopWords: ReadonlySet<string>;
  /** For `NameIndex`: words that alone name nobody. */
  common: ReadonlySet<string>;
}

/**
 * Reads the word lists; the dictionary itself loads at the first cut.
 * @throws {DictionaryError} when a file is missing
 */
export function loadLexicon(folder: string): Lexicon {
  return {
    segmenter: new Segmenter({ folder }),
    stopWords: new Set(readTerms(join(folder, 'stop-words.txt'))),
    common: new Set(readTerms(join(folder, 'common-words.txt'))),
  };
}

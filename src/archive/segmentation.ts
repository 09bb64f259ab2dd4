import type { PassageIndexOptions } from '../../index/passage-index.ts';
import { readTerms, Segmenter } from '../../index/segmenter.ts';
import { dataPath } from '../package-root.ts';

let options: PassageIndexOptions | undefined;

/** How passages are cut into terms: by the project's dictionary, which is loaded with the first Chinese text. */
export function segmentation(): PassageIndexOptions {
  if (options) return options;
  const segmenter = new Segmenter({ folder: dataPath('dictionary') });
  options = {
    terms: (text) => segmenter.terms(text),
    stopWords: new Set(readTerms(dataPath('dictionary', 'stop-words.txt'))),
  };
  return options;
}

import type { PassageIndexOptions } from '../../index/passage-index.ts';
import { readTerms, Segmenter } from '../../index/segmenter.ts';
import { dataPath } from '../package-root.ts';

let cutter: Segmenter | undefined;
let options: PassageIndexOptions | undefined;

/** By the project's dictionary, which is loaded with the first Chinese text. */
export function segmenter(): Segmenter {
  cutter ??= new Segmenter({ folder: dataPath('dictionary') });
  return cutter;
}

/** How passages are cut into terms. */
export function segmentation(): PassageIndexOptions {
  options ??= {
    terms: (text) => segmenter().terms(text),
    stopWords: new Set(readTerms(dataPath('dictionary', 'stop-words.txt'))),
  };
  return options;
}

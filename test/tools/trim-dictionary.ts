/**
 * Writes data/dictionary/words.txt from the dictionary that nodejieba ships (jieba's, MIT): most of its 349,000
 * words are names and rarities of frequency 5 and less, which triple the time to load (0.8 s) and the memory
 * (230 MB) and split nothing in a government's report. Names of places stay whatever their frequency.
 *
 *   node dist/test/tools/trim-dictionary.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { normalizeText } from '../../index/normalize.ts';
import { dataPath } from '../../src/package-root.ts';

const LEAST_FREQUENCY = 8;
const LEAST_FREQUENCY_OF_PLACES = 3;

const { DEFAULT_DICT } = createRequire(import.meta.url)('nodejieba') as { DEFAULT_DICT: string };
const kept = readFileSync(DEFAULT_DICT, 'utf8').split('\n').filter(isWanted);
writeFileSync(dataPath('dictionary', 'words.txt'), `${kept.join('\n')}\n`);
console.log(`${kept.length} words kept`);

function isWanted(line: string): boolean {
  const [word = '', frequency = '', tag = ''] = line.split(' ');
  if (!/^\p{Script=Han}+$/u.test(word) || normalizeText(word) !== word) return false;
  if (word.length === 1) return true;
  const least = tag === 'ns' ? LEAST_FREQUENCY_OF_PLACES : LEAST_FREQUENCY;
  return Number(frequency) >= least;
}

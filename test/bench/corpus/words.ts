import { readFileSync } from 'node:fs';
import { dataPath } from '../../../src/package-root.ts';
import type { Random } from '../../fuzz/random.ts';

/** As in real texts (Zipf, Mandelbrot): a few words all the time, ever new ones now and then. */
const SHIFT = 9;
const EXPONENT = 1.05;

let words: string[] | undefined;
let sums: Float64Array | undefined;

/** A word of the language, nouns and verbs of two characters and more, by its frequency. */
export function word(random: Random): string {
  words ??= frequentWords();
  sums ??= cumulative(words.length);
  const wanted = random.next() * (sums.at(-1) ?? 0);
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return words[low] ?? '';
}

function frequentWords(): string[] {
  return readFileSync(dataPath('dictionary', 'words.txt'), 'utf8')
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([text = '', , tag = '']) => text.length > 1 && /^(?:n|vn|v|l)$/.test(tag))
    .sort((a, b) => Number(b[1]) - Number(a[1]))
    .map(([text = '']) => text);
}

function cumulative(count: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += (rank + SHIFT) ** -EXPONENT;
    sums[rank] = sum;
  }
  return sums;
}

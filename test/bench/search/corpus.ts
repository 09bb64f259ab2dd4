import { readFileSync } from 'node:fs';
import { dataPath } from '../../../src/package-root.ts';

/**
 * Passages as annual reports have them, made by a fixed rule, the same on every machine. Measured on real reports:
 * 55 terms a passage (43 different), the commonest term in four of five passages, the 20th in one of four, the
 * 100th in one of twelve; and a vocabulary that goes on growing, by numbers, dates and names.
 */
export interface BenchPassage {
  text: string[];
  context: string[];
}

export const PASSAGES_PER_REPORT = 10;
const KNOWN_WORDS = 60_000;
const ZIPF_SHIFT = 7;
const ZIPF_EXPONENT = 1.1;
const HEADINGS = [
  '总体情况',
  '主动公开',
  '依申请公开',
  '信息管理',
  '平台建设',
  '监督保障',
  '主要问题',
  '改进情况',
];

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function* passages(count: number, seed = 1): Generator<BenchPassage> {
  const next = random(seed);
  const word = wordSource(next);
  let agency: string[] = [];
  for (let i = 0; i < count; i++) {
    if (i % PASSAGES_PER_REPORT === 0) agency = [`county${Math.floor(next() * 2800)}`, word(), '局'];
    const length = 20 + Math.floor(70 * (next() + next()) * 0.5);
    const heading = HEADINGS[i % HEADINGS.length] ?? '';
    yield { text: Array.from({ length }, word), context: [...agency, heading] };
  }
}

/** Questions of 2 to 6 terms, each taken from one passage: common words turn up as often as people say them. */
export function queries(count: number, total: number): string[][] {
  const next = random(4711);
  const wanted = new Set(Array.from({ length: count }, () => Math.floor(next() * total)));
  const result: string[][] = [];
  let number = 0;
  for (const { text } of passages(total)) {
    if (!wanted.has(number++)) continue;
    const size = 2 + Math.floor(next() * 5);
    result.push(Array.from({ length: size }, () => text[Math.floor(next() * text.length)] ?? ''));
  }
  return result;
}

function wordSource(next: () => number): () => string {
  const words = knownWords();
  const thresholds = cumulative(words.length);
  const total = thresholds[words.length - 1] ?? 1;
  let names = 0;
  return () => {
    const kind = next();
    if (kind < 0.05) return String(Math.floor(10 ** (1 + next() * 4)));
    if (kind < 0.055) return `name${names++ >> 1}`;
    return words[position(thresholds, next() * total)] ?? '';
  };
}

/** Words of the field first, then those of the dictionary by their frequency. */
function knownWords(): string[] {
  const lines = (name: string) =>
    readFileSync(dataPath('dictionary', name), 'utf8').split('\n').filter(Boolean);
  const terms = lines('terms.txt').filter((line) => !line.startsWith('#'));
  const common = lines('words.txt')
    .map((line) => line.split(' '))
    .sort((a, b) => Number(b[1]) - Number(a[1]))
    .map(([word = '']) => word);
  const mixed = terms.flatMap((term, i) => [common[i] ?? '', term]);
  return [...new Set([...mixed, ...common.slice(terms.length)])].filter(Boolean).slice(0, KNOWN_WORDS);
}

function cumulative(count: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) {
    sum += (rank + ZIPF_SHIFT) ** -ZIPF_EXPONENT;
    sums[rank] = sum;
  }
  return sums;
}

function position(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

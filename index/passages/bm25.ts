/** Parameters of MiniSearch's BM25+. */
export interface Bm25Parameters {
  k: number;
  b: number;
  d: number;
}

const FREQUENCIES = 8;
const LENGTHS = 512;

/** The rarity of a term that stands in `matching` of `total` documents, as MiniSearch computes it. */
export function inverseDocumentFrequency(matching: number, total: number): number {
  return Math.log(1 + (total - matching + 0.5) / (matching + 0.5));
}

/**
 * The part of BM25+ that depends on the document: `d + f(k+1) / (f + k(1 - b + b·length/average))`, worked out
 * once for the frequencies and lengths that occur all the time. The expressions are MiniSearch's to the letter,
 * so that the floating-point results are the same to the last bit.
 */
export class Bm25 {
  readonly average: number;
  readonly #parameters: Bm25Parameters;
  readonly #table = new Float64Array(FREQUENCIES * LENGTHS);

  constructor(parameters: Bm25Parameters, average: number) {
    this.average = average;
    this.#parameters = parameters;
    for (let frequency = 1; frequency < FREQUENCIES; frequency++) {
      for (let length = 0; length < LENGTHS; length++) {
        this.#table[frequency * LENGTHS + length] = this.#compute(frequency, length);
      }
    }
  }

  part(frequency: number, length: number): number {
    if (frequency < FREQUENCIES && length < LENGTHS)
      return this.#table[frequency * LENGTHS + length] as number;
    return this.#compute(frequency, length);
  }

  #compute(frequency: number, length: number): number {
    const { k, b, d } = this.#parameters;
    return d + (frequency * (k + 1)) / (frequency + k * (1 - b + (b * length) / this.average));
  }
}

/**
 * What a bound found under one average length has to be multiplied by to hold under another: the part grows
 * with the average, but never faster than it.
 */
export function drift(from: number, to: number): number {
  return Math.max(1, to / from) || 1;
}

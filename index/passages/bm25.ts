/** Parameters of MiniSearch's BM25+. */
export interface Bm25Parameters {
  k: number;
  b: number;
  d: number;
}

const FREQUENCIES = 8;
const LENGTHS = 512;
/** Steps between the least and the most a document can get of a term. */
const STEPS = 255;

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
  /** What every document with the term gets, and how much more for each step of its impact. */
  readonly least: number;
  readonly step: number;
  readonly #parameters: Bm25Parameters;
  readonly #table = new Float64Array(FREQUENCIES * LENGTHS);

  /** @throws {RangeError} for parameters under which a longer document may get more, or any without bound */
  constructor(parameters: Bm25Parameters, average: number) {
    const { k, b, d } = parameters;
    if (!(k >= 0 && b >= 0 && b <= 1 && d >= 0)) throw new RangeError('BM25+ needs k ≥ 0, 0 ≤ b ≤ 1, d ≥ 0');
    this.average = average;
    this.least = d;
    this.step = (k + 1) / STEPS;
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

  /** A part rounded up to steps, 1 … 255: `least + impact × step` is as much or a little more. */
  impact(part: number): number {
    return Math.max(1, Math.min(STEPS, Math.ceil((part - this.least) / this.step)));
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

import { type Bm25, drift } from './bm25.ts';
import { FREQUENCY_BITS, FREQUENCY_MASK, type Postings } from './posting-lists.ts';

/** Documents are scored in windows of this many; the accumulators of one window stay in the processor's cache. */
export const WINDOW_BITS = 11;
export const WINDOW = 1 << WINDOW_BITS;

/** When a bound has drifted further than this from what it bounds, it is worked out anew. */
const LARGEST_DRIFT = 1.05;

/** Reads frequencies and lengths of one field: what a table needs to know of its list. */
export interface FieldReader {
  bm25: Bm25;
  /** Document → number of different terms in the field. */
  lengths: Uint32Array;
  /** The frequency behind an entry that says 255. */
  largeFrequency(doc: number): number;
}

/**
 * For one list, window by window: where its entries begin, and the greatest impact among them; and the impact of
 * each entry, which is the document's part of BM25+ rounded up to 255 steps.
 *
 *     list      3   17   | 2050 | | 6200 6201 …
 *     impacts   191 140    180      201  175  …
 *     starts    0          2      3 3          (relative to the list, one more than windows)
 *     best      191        180    0 201        (0: no entry)
 */
export class WindowTable {
  starts: Uint32Array;
  best: Uint8Array;
  impacts: Uint8Array;
  #windows: number;
  #length = 0;
  #last = -1;
  readonly #average: number;

  constructor(windows: number, average: number, length = 0) {
    this.#windows = windows;
    this.starts = new Uint32Array(windows + 1);
    this.best = new Uint8Array(windows);
    this.impacts = new Uint8Array(length);
    this.#average = average;
  }

  get length(): number {
    return this.#length;
  }

  /** The impacts hold for the average they were found under; under another they are to be multiplied by this. */
  drift(average: number): number {
    return drift(this.#average, average);
  }

  isUsable(average: number): boolean {
    return this.drift(average) <= LARGEST_DRIFT;
  }

  /** Takes in the entries that came since, and makes room for new windows. */
  extend({ data, at, length }: Postings, windows: number, field: FieldReader): void {
    this.#grow(windows, length);
    const { starts, best, impacts } = this;
    const { bm25, lengths } = field;
    const scale = drift(bm25.average, this.#average);
    let window = this.#last;
    for (let i = this.#length; i < length; i++) {
      const entry = data[at + i] as number;
      const doc = entry >>> FREQUENCY_BITS;
      const here = doc >>> WINDOW_BITS;
      while (window < here) starts[++window] = i;
      let frequency = entry & FREQUENCY_MASK;
      if (frequency === FREQUENCY_MASK) frequency = field.largeFrequency(doc);
      const impact = bm25.impact(bm25.part(frequency, lengths[doc] as number) * scale);
      impacts[i] = impact;
      if (impact > (best[here] as number)) best[here] = impact;
    }
    this.#last = window;
    this.#length = length;
    starts.fill(length, window + 1);
  }

  #grow(windows: number, length: number): void {
    if (length > this.impacts.length) {
      const impacts = new Uint8Array(this.#length === 0 ? length : Math.ceil(length * 1.2) + 64);
      impacts.set(this.impacts.subarray(0, this.#length));
      this.impacts = impacts;
    }
    if (windows <= this.#windows) return;
    const starts = new Uint32Array(windows + 1);
    starts.set(this.starts);
    const best = new Uint8Array(windows);
    best.set(this.best);
    this.starts = starts;
    this.best = best;
    this.#windows = windows;
  }
}

import type { Accumulators } from './accumulators.ts';
import type { Bm25 } from './bm25.ts';
import type { Postings } from './posting-lists.ts';
import { FREQUENCY_BITS, FREQUENCY_MASK, lowerBound } from './posting-lists.ts';
import { WINDOW, WINDOW_BITS, type WindowTable } from './window-table.ts';

/** How a list is scored. */
export interface Scoring {
  boost: number;
  idf: number;
  /** How often the query says the term. */
  repeats: number;
  bm25: Bm25;
  /** Document → length of the field. */
  lengths: Uint32Array;
  largeFrequency: (doc: number) => number;
}

/**
 * One term in one field, over one range of documents: its postings with all it takes to score them. Bounds are for
 * all mentions of the term in the query, an exact `score` is for one.
 */
export class Strand {
  readonly #data: Uint32Array;
  readonly #at: number;
  readonly #starts: Uint32Array;
  readonly #best: Uint8Array;
  readonly #impacts: Uint8Array;
  readonly #scoring: Scoring;
  /** A document gets at most `base + impact × slope`. */
  readonly #base: number;
  readonly #slope: number;

  constructor(postings: Postings, table: WindowTable, scoring: Scoring) {
    const { repeats, boost, idf, bm25 } = scoring;
    this.#data = postings.data;
    this.#at = postings.at;
    this.#starts = table.starts;
    this.#best = table.best;
    this.#impacts = table.impacts;
    this.#scoring = scoring;
    const weight = repeats * boost * idf * table.drift(bm25.average);
    this.#base = weight * bm25.least;
    this.#slope = weight * bm25.step;
  }

  /** No document of the window gets more from this strand. */
  bound(window: number): number {
    const best = this.#best[window] as number;
    return best === 0 ? 0 : this.#base + best * this.#slope;
  }

  /** No document at all gets more. */
  get highest(): number {
    return this.#base + 255 * this.#slope;
  }

  /** How many entries the strand has in a window. */
  count(window: number): number {
    return (this.#starts[window + 1] as number) - (this.#starts[window] as number);
  }

  /** Adds `unit` and the bound to the sum of each document `from` ≤ doc < `to`, which lie in one window. */
  accumulate(into: Accumulators, from: number, to: number, unit: number): void {
    const { sums, places, least } = into;
    const data = this.#data;
    const impacts = this.#impacts;
    const at = this.#at;
    const base = unit + this.#base;
    const slope = this.#slope;
    const end = this.#end(to);
    let used = into.used;
    for (let i = this.#position(from); i < end; i++) {
      const place = ((data[at + i] as number) >>> FREQUENCY_BITS) & (WINDOW - 1);
      const before = sums[place] as number;
      const sum = before + (base + (impacts[i] as number) * slope);
      sums[place] = sum;
      if (sum >= least && before < least) places[used++] = place;
    }
    into.used = used;
  }

  /** The same for a further field of a term: `unit` comes only to sums that are still as they were `before` it. */
  accumulateMore(into: Accumulators, from: number, to: number, unit: number, before: Float64Array): void {
    const { sums, places, least } = into;
    const data = this.#data;
    const impacts = this.#impacts;
    const at = this.#at;
    const base = this.#base;
    const slope = this.#slope;
    const end = this.#end(to);
    let used = into.used;
    for (let i = this.#position(from); i < end; i++) {
      const place = ((data[at + i] as number) >>> FREQUENCY_BITS) & (WINDOW - 1);
      const known = sums[place] as number;
      const counted = known === before[place] ? unit : 0;
      const sum = known + (counted + base + (impacts[i] as number) * slope);
      sums[place] = sum;
      if (sum >= least && known < least) places[used++] = place;
    }
    into.used = used;
  }

  /** The bound of one document, 0 if it has not the term. */
  boundOf(doc: number): number {
    const found = this.#find(doc);
    return found < 0 ? 0 : this.#base + (this.#impacts[found] as number) * this.#slope;
  }

  /** The score of one document, 0 if it has not the term. Rounded as MiniSearch rounds. */
  score(doc: number): number {
    const found = this.#find(doc);
    if (found < 0) return 0;
    const { boost, idf, bm25, lengths, largeFrequency } = this.#scoring;
    let frequency = (this.#data[this.#at + found] as number) & FREQUENCY_MASK;
    if (frequency === FREQUENCY_MASK) frequency = largeFrequency(doc);
    return boost * (idf * bm25.part(frequency, lengths[doc] as number));
  }

  /** The entry of a document, counted from the beginning of the list; -1 if it has none. */
  #find(doc: number): number {
    const found = this.#position(doc);
    if (found === this.#starts[(doc >>> WINDOW_BITS) + 1]) return -1;
    return (this.#data[this.#at + found] as number) >>> FREQUENCY_BITS === doc ? found : -1;
  }

  #end(to: number): number {
    return to % WINDOW === 0 ? (this.#starts[to >>> WINDOW_BITS] as number) : this.#position(to);
  }

  /** Of the first entry at or after `doc`, in the window of `doc` or at its end. */
  #position(doc: number): number {
    const window = doc >>> WINDOW_BITS;
    const start = this.#starts[window] as number;
    if (doc % WINDOW === 0) return start;
    const end = this.#starts[window + 1] as number;
    return lowerBound(this.#data, this.#at + start, this.#at + end, doc) - this.#at;
  }
}

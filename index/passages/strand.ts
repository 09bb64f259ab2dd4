import type { Bm25 } from './bm25.ts';
import type { Postings } from './posting-lists.ts';
import { FREQUENCY_BITS, FREQUENCY_MASK, lowerBound } from './posting-lists.ts';
import { WINDOW, WINDOW_BITS, type WindowTable } from './window-table.ts';

/** The scores of the documents of one window as far as they are known. */
export class Accumulators {
  /** Place in the window → sum of the scores of the terms walked through. */
  readonly sums = new Float64Array(WINDOW);
  /** … → how many of those terms the document has. */
  readonly counts = new Uint16Array(WINDOW);
  /** … → the term that was counted last: a term counts once though it stands in several fields. */
  readonly stamps = new Uint32Array(WINDOW);
  /** Places that any term touched, the first `used` of them. */
  readonly touched = new Uint16Array(WINDOW);
  used = 0;
}

/** How a list is scored. */
export interface Scoring {
  boost: number;
  idf: number;
  bm25: Bm25;
  /** Document → length of the field. */
  lengths: Uint32Array;
  largeFrequency: (doc: number) => number;
}

/** One term in one field, over one range of documents: its postings with all it takes to score them. */
export class Strand {
  readonly #data: Uint32Array;
  readonly #at: number;
  readonly #table: WindowTable;
  readonly #starts: Uint32Array;
  readonly #boost: number;
  readonly #idf: number;
  readonly #bm25: Bm25;
  readonly #lengths: Uint32Array;
  readonly #largeFrequency: (doc: number) => number;
  readonly #drift: number;

  constructor(postings: Postings, table: WindowTable, scoring: Scoring) {
    this.#data = postings.data;
    this.#at = postings.at;
    this.#table = table;
    this.#starts = table.starts;
    this.#boost = scoring.boost;
    this.#idf = scoring.idf;
    this.#bm25 = scoring.bm25;
    this.#lengths = scoring.lengths;
    this.#largeFrequency = scoring.largeFrequency;
    this.#drift = table.drift(scoring.bm25.average);
  }

  /** No document of the window gets more from this strand. */
  bound(window: number): number {
    return this.#boost * this.#idf * (this.#table.best[window] as number) * this.#drift;
  }

  /** Adds the scores of the documents `from` ≤ doc < `to`, which lie in one window. */
  accumulate(into: Accumulators, from: number, to: number, stamp: number, repeats: number): void {
    const { sums, counts, stamps, touched } = into;
    const data = this.#data;
    const end = this.#end(to);
    const weight = repeats * this.#boost * this.#idf;
    let used = into.used;
    for (let i = this.#position(from); i < end; i++) {
      const entry = data[i] as number;
      const place = (entry >>> FREQUENCY_BITS) & (WINDOW - 1);
      const count = counts[place] as number;
      if (count === 0) {
        touched[used++] = place;
        sums[place] = 0;
      }
      if (stamps[place] !== stamp) counts[place] = count + 1;
      stamps[place] = stamp;
      sums[place] = (sums[place] as number) + weight * this.#part(entry);
    }
    into.used = used;
  }

  /** The same, but only to documents that were touched before. */
  refine(into: Accumulators, from: number, to: number, stamp: number, repeats: number): void {
    const { sums, counts, stamps } = into;
    const data = this.#data;
    const end = this.#end(to);
    const weight = repeats * this.#boost * this.#idf;
    for (let i = this.#position(from); i < end; i++) {
      const entry = data[i] as number;
      const place = (entry >>> FREQUENCY_BITS) & (WINDOW - 1);
      const count = counts[place] as number;
      if (count === 0) continue;
      if (stamps[place] !== stamp) counts[place] = count + 1;
      stamps[place] = stamp;
      sums[place] = (sums[place] as number) + weight * this.#part(entry);
    }
  }

  /** How many entries the strand has in a window. */
  count(window: number): number {
    return (this.#starts[window + 1] as number) - (this.#starts[window] as number);
  }

  /** The score of one document, 0 if it has not the term. Rounded as MiniSearch rounds. */
  score(doc: number): number {
    const window = doc >>> WINDOW_BITS;
    const end = this.#at + (this.#starts[window + 1] as number);
    const found = lowerBound(this.#data, this.#at + (this.#starts[window] as number), end, doc);
    if (found === end) return 0;
    const entry = this.#data[found] as number;
    if (entry >>> FREQUENCY_BITS !== doc) return 0;
    return this.#boost * (this.#idf * this.#part(entry));
  }

  #part(entry: number): number {
    const doc = entry >>> FREQUENCY_BITS;
    let frequency = entry & FREQUENCY_MASK;
    if (frequency === FREQUENCY_MASK) frequency = this.#largeFrequency(doc);
    return this.#bm25.part(frequency, this.#lengths[doc] as number);
  }

  #end(to: number): number {
    return to % WINDOW === 0 ? this.#at + (this.#starts[to >>> WINDOW_BITS] as number) : this.#position(to);
  }

  /** Of the first entry at or after `doc`, in the window of `doc` or at its end. */
  #position(doc: number): number {
    const window = doc >>> WINDOW_BITS;
    const start = this.#at + (this.#starts[window] as number);
    if (doc % WINDOW === 0) return start;
    return lowerBound(this.#data, start, this.#at + (this.#starts[window + 1] as number), doc);
  }
}

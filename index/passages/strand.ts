import type { Bm25 } from './bm25.ts';
import { FREQUENCY_BITS, FREQUENCY_MASK, lowerBound, type Postings } from './posting-lists.ts';
import { WINDOW_BITS, type WindowTable } from './window-table.ts';

/** The scores of the documents of one window as far as they are known. */
export interface Accumulators {
  /** Place in the window → sum of the scores of the terms walked through. */
  sums: Float64Array;
  /** … → how many of those terms the document has. */
  counts: Uint16Array;
  /** … → the term that was counted last: a term counts once though it stands in several fields. */
  stamps: Uint32Array;
  /** Places that any term touched, the first `used` of them. */
  touched: Uint16Array;
  used: number;
}

export interface StrandSettings {
  postings: Postings;
  table: WindowTable;
  boost: number;
  idf: number;
  bm25: Bm25;
  /** Document → length of the field. */
  lengths: Uint32Array;
  largeFrequency: (doc: number) => number;
}

/** One term in one field, over one range of documents: its postings with all it takes to score them. */
export class Strand {
  readonly #settings: StrandSettings;
  readonly #drift: number;

  constructor(settings: StrandSettings) {
    this.#settings = settings;
    this.#drift = settings.table.drift(settings.bm25.average);
  }

  /** No document of the window gets more from this strand. */
  bound(window: number): number {
    const { boost, idf, table } = this.#settings;
    return boost * idf * (table.best[window] ?? 0) * this.#drift;
  }

  /** Adds the scores of the documents `from` ≤ doc < `to`, which lie in one window that begins at `base`. */
  accumulate(
    into: Accumulators,
    base: number,
    from: number,
    to: number,
    stamp: number,
    repeats: number,
  ): void {
    const { postings, boost, idf, bm25, lengths, largeFrequency } = this.#settings;
    const { sums, counts, stamps, touched } = into;
    const { data } = postings;
    const [start, end] = this.#range(from, to);
    let used = into.used;
    for (let i = start; i < end; i++) {
      const entry = data[i] as number;
      const doc = entry >>> FREQUENCY_BITS;
      let frequency = entry & FREQUENCY_MASK;
      if (frequency === FREQUENCY_MASK) frequency = largeFrequency(doc);
      const place = doc - base;
      if (counts[place] === 0) {
        touched[used++] = place;
        sums[place] = 0;
      }
      if (stamps[place] !== stamp) {
        stamps[place] = stamp;
        counts[place] = (counts[place] as number) + 1;
      }
      sums[place] =
        (sums[place] as number) + repeats * boost * idf * bm25.part(frequency, lengths[doc] as number);
    }
    into.used = used;
  }

  /** The score of one document, 0 if it has not the term. Rounded as MiniSearch rounds. */
  score(doc: number): number {
    const { postings, boost, idf, bm25, lengths, largeFrequency, table } = this.#settings;
    const { data, at } = postings;
    const window = doc >>> WINDOW_BITS;
    const end = at + (table.starts[window + 1] ?? 0);
    const found = lowerBound(data, at + (table.starts[window] ?? 0), end, doc);
    if (found === end) return 0;
    const entry = data[found] ?? 0;
    if (entry >>> FREQUENCY_BITS !== doc) return 0;
    const short = entry & FREQUENCY_MASK;
    const frequency = short === FREQUENCY_MASK ? largeFrequency(doc) : short;
    return boost * (idf * bm25.part(frequency, lengths[doc] ?? 0));
  }

  #range(from: number, to: number): [number, number] {
    const { postings, table } = this.#settings;
    const window = from >>> WINDOW_BITS;
    const start = postings.at + (table.starts[window] ?? 0);
    const end = postings.at + (table.starts[window + 1] ?? 0);
    const first = from & ((1 << WINDOW_BITS) - 1) ? lowerBound(postings.data, start, end, from) : start;
    return [first, to & ((1 << WINDOW_BITS) - 1) ? lowerBound(postings.data, first, end, to) : end];
  }
}

import type { BestDocuments } from './best-documents.ts';
import type { QueryTerm } from './query-term.ts';
import type { Accumulators } from './strand.ts';
import { WINDOW_BITS } from './window-table.ts';

/** Sums of bounds are rounded differently from sums of scores; this is far above that and far below a score. */
const SLACK = 1 + 1e-9;

export interface ScorerQuery {
  terms: readonly QueryTerm[];
  /** The query word by word, as indices into `terms`. */
  order: readonly number[];
  best: BestDocuments;
  accept: ((doc: number) => boolean) | undefined;
}

/** Scores the documents of one window that may get among the best. Used for one query. */
export class WindowScorer {
  readonly #query: ScorerQuery;
  readonly #sums: Accumulators;
  readonly #scores: Float64Array;
  /** The terms of the window at hand by rising bound, and the sums of the bounds before each. */
  #terms: QueryTerm[] = [];
  readonly #weakest: Float64Array;

  /** @param sums between calls all counts are zero */
  constructor(query: ScorerQuery, sums: Accumulators) {
    this.#query = query;
    this.#sums = sums;
    this.#scores = new Float64Array(query.terms.length);
    this.#weakest = new Float64Array(query.terms.length + 1);
  }

  /** No document of the window scores more. */
  bound(window: number): number {
    let sum = 0;
    let present = 0;
    for (const term of this.#query.terms) {
      const bound = term.bound(window);
      if (bound > 0) present++;
      sum += bound;
    }
    return present * sum * SLACK;
  }

  /** Scores the documents `from` ≤ doc < `to`, which lie in one window. */
  score(from: number, to: number): void {
    const window = from >>> WINDOW_BITS;
    this.#order(window);
    const optional = this.#countOptional();
    for (let i = optional; i < this.#terms.length; i++) {
      const term = this.#terms[i] as QueryTerm;
      for (const strand of term.strands(window)) strand.accumulate(this.#sums, from, to, i + 1, term.repeats);
    }
    this.#offer(window << WINDOW_BITS, optional);
  }

  #order(window: number): void {
    const bounded = this.#query.terms.map((term) => ({ term, bound: term.bound(window) }));
    const present = bounded.filter(({ bound }) => bound > 0).sort((a, b) => a.bound - b.bound);
    this.#terms = present.map(({ term }) => term);
    for (let i = 0; i < present.length; i++) {
      this.#weakest[i + 1] = (this.#weakest[i] as number) + (present[i]?.bound ?? 0);
    }
  }

  /** How many of the weakest terms cannot by themselves bring a document in. */
  #countOptional(): number {
    const threshold = this.#query.best.threshold;
    let count = 0;
    while (count < this.#terms.length && !this.#mayEnter(0, 0, count + 1, threshold)) count++;
    return count;
  }

  /** A document of `count` known terms worth `sum`, and at most the `left` weakest terms besides. */
  #mayEnter(count: number, sum: number, left: number, threshold: number): boolean {
    return (count + left) * (sum + (this.#weakest[left] as number)) * SLACK >= threshold;
  }

  /** Goes through the documents that were touched. */
  #offer(base: number, optional: number): void {
    const { sums, counts, stamps, touched, used } = this.#sums;
    const { accept, best } = this.#query;
    let threshold = best.threshold;
    for (let i = 0; i < used; i++) {
      const place = touched[i] as number;
      const count = counts[place] as number;
      counts[place] = 0;
      stamps[place] = 0;
      if (!this.#mayEnter(count, sums[place] as number, optional, threshold)) continue;
      const doc = base + place;
      if (accept && !accept(doc)) continue;
      if (!this.#holdsOut(doc, count, sums[place] as number, optional, threshold)) continue;
      best.offer(doc, this.#exactScore(doc));
      threshold = best.threshold;
    }
    this.#sums.used = 0;
  }

  /** Looks the optional terms up, the strongest first, as long as the document may still get in. */
  #holdsOut(doc: number, count: number, sum: number, optional: number, threshold: number): boolean {
    let known = count;
    let total = sum;
    for (let left = optional; left > 0; left--) {
      const term = this.#terms[left - 1] as QueryTerm;
      const score = term.score(doc);
      if (score > 0) {
        known++;
        total += score * term.repeats;
      }
      if (!this.#mayEnter(known, total, left - 1, threshold)) return false;
    }
    return true;
  }

  /** Adds up as MiniSearch does: term after term of the query, then times the number of different terms. */
  #exactScore(doc: number): number {
    const { terms, order } = this.#query;
    let matched = 0;
    for (let i = 0; i < terms.length; i++) {
      const score = (terms[i] as QueryTerm).score(doc);
      this.#scores[i] = score;
      if (score > 0) matched++;
    }
    let sum = 0;
    for (let i = 0; i < order.length; i++) sum += this.#scores[order[i] as number] as number;
    return sum * matched;
  }
}

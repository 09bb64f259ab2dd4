import type { Accumulators } from './accumulators.ts';
import { type BestDocuments, highestButFew } from './best-documents.ts';
import type { QueryTerm } from './query-term.ts';
import { WINDOW, WINDOW_BITS } from './window-table.ts';
import { SLACK, WindowTerms } from './window-terms.ts';

/** Looking a document up in a list costs as much as passing so many entries. */
const COST_OF_LOOKUP = 32;
/** The first window may have thousands of documents, and nothing is known to be better: the likeliest first. */
const MANY_AHEAD = 4;

export interface ScorerQuery {
  terms: readonly QueryTerm[];
  /** The query word by word, as indices into `terms`. */
  order: readonly number[];
  limit: number;
  best: BestDocuments;
  accept: ((doc: number) => boolean) | undefined;
  groupOf: ((doc: number) => unknown) | undefined;
}

/** Scores the documents of one window that may get among the best. Used for one query. */
export class WindowScorer {
  readonly #query: ScorerQuery;
  readonly #sums: Accumulators;
  readonly #scores: Float64Array;
  /** Greater than any bound: one for each term that a document has. */
  readonly #unit: number;
  readonly #window: WindowTerms;
  readonly #estimates = new Float64Array(WINDOW);

  /** @param sums between calls all sums are zero */
  constructor(query: ScorerQuery, sums: Accumulators) {
    const count = query.terms.length;
    this.#query = query;
    this.#sums = sums;
    this.#scores = new Float64Array(count);
    const total = query.terms.reduce((sum, term) => sum + term.highest, 0);
    this.#unit = 2 ** (Math.ceil(Math.log2(total || 1)) + 1);
    this.#window = new WindowTerms(count, this.#unit);
  }

  /** No document of the window scores more. */
  bound(window: number): number {
    const { terms } = this.#query;
    let sum = 0;
    let present = 0;
    for (let i = 0; i < terms.length; i++) {
      const bound = (terms[i] as QueryTerm).bound(window);
      if (bound > 0) present++;
      sum += bound;
    }
    return present * sum * SLACK;
  }

  /** Scores the documents `from` ≤ doc < `to`, which lie in one window. */
  score(from: number, to: number): void {
    const window = from >>> WINDOW_BITS;
    const { best } = this.#query;
    const { terms } = this.#window;
    this.#window.open(this.#query.terms, window);
    const optional = this.#window.countOptional(window, best.threshold);
    this.#walk(optional, from, to);
    for (let left = optional; left > 0 && this.#sums.used > 0; left--) {
      this.#refine(terms[left - 1] as QueryTerm, from, to);
      this.#window.expect(left - 1, best.threshold);
      this.#sums.drop(this.#window.enough, 1 / this.#unit);
    }
    this.#offer(window << WINDOW_BITS);
  }

  /** Goes through the other terms and keeps the documents that may get in with the `optional` weakest. */
  #walk(optional: number, from: number, to: number): void {
    const sums = this.#sums;
    const { terms, enough } = this.#window;
    sums.used = 0;
    sums.least = this.#window.expect(optional, this.#query.best.threshold);
    for (let i = optional; i < terms.length; i++) {
      (terms[i] as QueryTerm).accumulate(sums, from, to, this.#unit);
    }
    sums.gather();
    sums.drop(enough, 1 / this.#unit);
  }

  /** Adds one term to the documents that are left: along its list, or one by one where few are left. */
  #refine(term: QueryTerm, from: number, to: number): void {
    const sums = this.#sums;
    const window = from >>> WINDOW_BITS;
    if (sums.used * COST_OF_LOOKUP > term.count(window)) {
      sums.scatter();
      term.accumulate(sums, from, to, this.#unit);
      sums.gather();
      return;
    }
    const base = window << WINDOW_BITS;
    for (let i = 0; i < sums.used; i++) {
      const bound = term.boundOf(base + (sums.places[i] as number));
      if (bound > 0) sums.values[i] = (sums.values[i] as number) + this.#unit + bound;
    }
  }

  #offer(base: number): void {
    const { places, values, used } = this.#sums;
    const { best, limit } = this.#query;
    const estimates = this.#estimates;
    for (let i = 0; i < used; i++) {
      const count = Math.floor((values[i] as number) / this.#unit);
      estimates[i] = count * ((values[i] as number) - count * this.#unit) * SLACK;
    }
    this.#sums.used = 0;
    const many = used > MANY_AHEAD * limit && best.threshold < 0;
    const likely = many ? highestButFew(estimates, used, limit) : -1;
    for (let i = 0; many && i < used; i++) {
      if ((estimates[i] as number) < likely) continue;
      this.#take(base + (places[i] as number));
      estimates[i] = -2;
    }
    for (let i = 0; i < used; i++) {
      if ((estimates[i] as number) >= best.threshold) this.#take(base + (places[i] as number));
    }
  }

  #take(doc: number): void {
    const { accept, groupOf, best } = this.#query;
    if (!accept || accept(doc)) best.offer(doc, this.#exactScore(doc), groupOf?.(doc));
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

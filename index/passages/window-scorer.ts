import type { BestDocuments } from './best-documents.ts';
import type { QueryTerm } from './query-term.ts';
import type { Accumulators } from './strand.ts';
import { WINDOW_BITS } from './window-table.ts';

/** Sums of bounds are rounded differently from sums of scores; this is far above that and far below a score. */
const SLACK = 1 + 1e-9;

/** Looking a document up in a list costs as much as passing so many entries. */
const COST_OF_LOOKUP = 16;

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
    this.#drop(optional, this.#query.best.threshold);
    for (let left = optional; left > 0 && this.#sums.used > 0; left--) {
      this.#refine(this.#terms[left - 1] as QueryTerm, from, to, left);
      this.#drop(left - 1, this.#query.best.threshold);
    }
    this.#offer(window << WINDOW_BITS);
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
    while (count < this.#terms.length && this.#most(count + 1) < threshold) count++;
    return count;
  }

  /** No document that has none but the `count` weakest terms scores more. */
  #most(count: number): number {
    return count * (this.#weakest[count] as number) * SLACK;
  }

  /** Forgets the documents that cannot enter any more with the `left` weakest terms. */
  #drop(left: number, threshold: number): void {
    const { sums, counts, stamps, touched, used } = this.#sums;
    const weakest = this.#weakest[left] as number;
    let kept = 0;
    for (let i = 0; i < used; i++) {
      const place = touched[i] as number;
      if (((counts[place] as number) + left) * ((sums[place] as number) + weakest) * SLACK >= threshold) {
        touched[kept++] = place;
      } else {
        counts[place] = 0;
        stamps[place] = 0;
      }
    }
    this.#sums.used = kept;
  }

  /** Adds one term to the documents that are left: along its list, or one by one where few are left. */
  #refine(term: QueryTerm, from: number, to: number, stamp: number): void {
    const { sums, counts, touched, used } = this.#sums;
    const window = from >>> WINDOW_BITS;
    let entries = 0;
    for (const strand of term.strands(window)) entries += strand.count(window);
    if (used * COST_OF_LOOKUP > entries) {
      for (const strand of term.strands(window)) strand.refine(this.#sums, from, to, stamp, term.repeats);
      return;
    }
    const base = window << WINDOW_BITS;
    for (let i = 0; i < used; i++) {
      const place = touched[i] as number;
      const score = term.score(base + place);
      if (score === 0) continue;
      counts[place] = (counts[place] as number) + 1;
      sums[place] = (sums[place] as number) + score * term.repeats;
    }
  }

  #offer(base: number): void {
    const { sums, counts, stamps, touched, used } = this.#sums;
    const { accept, best } = this.#query;
    for (let i = 0; i < used; i++) {
      const place = touched[i] as number;
      const mayEnter = (counts[place] as number) * (sums[place] as number) * SLACK >= best.threshold;
      counts[place] = 0;
      stamps[place] = 0;
      const doc = base + place;
      if (mayEnter && (!accept || accept(doc))) best.offer(doc, this.#exactScore(doc));
    }
    this.#sums.used = 0;
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

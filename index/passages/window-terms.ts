import type { QueryTerm } from './query-term.ts';

/** Sums of bounds are rounded differently from sums of scores; this is far above that and far below a score. */
export const SLACK = 1 + 1e-9;
/** The same for counts and bounds that stand in one number. */
const SHORT = 1 - 1e-12;
/** Keeping a document as one that may get in costs as much as passing so many entries. */
const COST_OF_CANDIDATE = 2;

/** The terms of a query in one window after the other, by rising bound, and what it takes to get in. */
export class WindowTerms {
  /** Those that stand in the window. */
  readonly terms: QueryTerm[] = [];
  /** Number of terms → the least sum, with one `unit` a term, with which a document may still get in. */
  readonly enough: Float64Array;
  readonly #unit: number;
  readonly #bounds: Float64Array;
  /** The sums of the bounds before each term. */
  readonly #weakest: Float64Array;

  constructor(count: number, unit: number) {
    this.#unit = unit;
    this.#bounds = new Float64Array(count);
    this.#weakest = new Float64Array(count + 1);
    this.enough = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  }

  /** Puts those that the window has in order. Insertion: there are few. */
  open(all: readonly QueryTerm[], window: number): void {
    const { terms } = this;
    const bounds = this.#bounds;
    terms.length = 0;
    for (let i = 0; i < all.length; i++) {
      const term = all[i] as QueryTerm;
      const bound = term.bound(window);
      if (bound === 0) continue;
      let at = terms.push(term) - 1;
      for (; at > 0 && (bounds[at - 1] as number) > bound; at--) {
        terms[at] = terms[at - 1] as QueryTerm;
        bounds[at] = bounds[at - 1] as number;
      }
      terms[at] = term;
      bounds[at] = bound;
    }
    for (let i = 0; i < terms.length; i++) {
      this.#weakest[i + 1] = (this.#weakest[i] as number) + (bounds[i] as number);
    }
  }

  /** How many of the weakest terms are better looked up than walked through. */
  countOptional(window: number, threshold: number): number {
    const { terms } = this;
    let count = 0;
    while (count < terms.length) {
      // By themselves they must not bring a document in.
      if ((count + 1) * (this.#weakest[count + 1] as number) * SLACK >= threshold) break;
      count++;
    }
    let walked = 0;
    for (let i = count; i < terms.length; i++) walked += (terms[i] as QueryTerm).count(window);
    for (; count > 0; count--) {
      const entries = (terms[count - 1] as QueryTerm).count(window);
      if (entries > walked * COST_OF_CANDIDATE) break;
      walked += entries;
    }
    return count;
  }

  /** Works out `enough` with the `left` weakest terms still to come. @returns the least of them */
  expect(left: number, threshold: number): number {
    const count = this.terms.length;
    const all = this.#weakest[count] as number;
    const weakest = this.#weakest[left] as number;
    let least = Number.POSITIVE_INFINITY;
    for (let had = 1; had <= count; had++) {
      const need = Math.max(0, threshold / ((had + left) * SLACK) - weakest);
      // No terms of that number come to more than the strongest.
      const most = all - (this.#weakest[count - had] as number);
      const sum = need > most * SLACK ? Number.POSITIVE_INFINITY : (had * this.#unit + need) * SHORT;
      this.enough[had] = sum;
      if (sum < least) least = sum;
    }
    return least;
  }
}

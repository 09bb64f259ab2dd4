import type { BestDocuments } from './best-documents.ts';
import type { QueryTerm } from './query-term.ts';
import type { Accumulators } from './strand.ts';
import { WINDOW, WINDOW_BITS } from './window-table.ts';

/** Sums of bounds are rounded differently from sums of scores; this is far above that and far below a score. */
const SLACK = 1 + 1e-9;

export interface ScorerQuery {
  terms: readonly QueryTerm[];
  /** The query word by word, as indices into `terms`. */
  order: readonly number[];
  best: BestDocuments;
  accept: ((doc: number) => boolean) | undefined;
}

/** Scores the documents of one window that may get among the best. */
export class WindowScorer {
  readonly #sums: Accumulators = {
    sums: new Float64Array(WINDOW),
    counts: new Uint16Array(WINDOW),
    stamps: new Uint32Array(WINDOW),
    touched: new Uint16Array(WINDOW),
    used: 0,
  };
  #stamp = 0;

  /** No document of the window scores more. */
  bound(terms: readonly QueryTerm[], window: number): number {
    let sum = 0;
    let present = 0;
    for (const term of terms) {
      const bound = term.bound(window);
      if (bound > 0) present++;
      sum += bound;
    }
    return present * sum * SLACK;
  }

  /** Scores the documents `from` ≤ doc < `to`, which lie in one window. */
  score(query: ScorerQuery, from: number, to: number): void {
    const window = from >>> WINDOW_BITS;
    const bounds = new Map(query.terms.map((term) => [term, term.bound(window)]));
    const bound = (term: QueryTerm) => bounds.get(term) ?? 0;
    const terms = query.terms.filter((term) => bound(term) > 0).sort((a, b) => bound(a) - bound(b));
    const weakest = sumsBefore(terms.map(bound));
    const optional = countOptional(weakest, query.best.threshold);
    if (optional === terms.length) return;
    const base = window << WINDOW_BITS;
    for (const term of terms.slice(optional)) {
      this.#stamp = (this.#stamp + 1) >>> 0;
      for (const strand of term.strands(window)) {
        strand.accumulate(this.#sums, base, from, to, this.#stamp, term.repeats);
      }
    }
    this.#offer(query, base, terms.slice(0, optional), weakest);
  }

  /** Looks up the optional terms for documents that may still get in, the strongest first. */
  #offer(query: ScorerQuery, base: number, optional: readonly QueryTerm[], weakest: Float64Array): void {
    const { sums, counts, touched, used } = this.#sums;
    for (let i = 0; i < used; i++) {
      const place = touched[i] ?? 0;
      let sum = sums[place] ?? 0;
      let count = counts[place] ?? 0;
      counts[place] = 0;
      const { threshold } = query.best;
      let left = optional.length;
      if ((count + left) * (sum + (weakest[left] ?? 0)) * SLACK < threshold) continue;
      const doc = base + place;
      if (query.accept && !query.accept(doc)) continue;
      for (; left > 0; left--) {
        if ((count + left) * (sum + (weakest[left] ?? 0)) * SLACK < threshold) break;
        const term = optional[left - 1];
        const score = term ? term.score(doc) * term.repeats : 0;
        sum += score;
        if (score > 0) count++;
      }
      if (left === 0 && count * sum * SLACK >= threshold) query.best.offer(doc, exactScore(query, doc));
    }
    this.#sums.used = 0;
  }
}

/** Adds up as MiniSearch does: term after term of the query, then times the number of different terms. */
function exactScore({ terms, order }: ScorerQuery, doc: number): number {
  const scores = terms.map((term) => term.score(doc));
  let sum = 0;
  for (const term of order) sum += scores[term] ?? 0;
  return sum * scores.filter((score) => score > 0).length;
}

/** `[0, b0, b0 + b1, …]` */
function sumsBefore(bounds: readonly number[]): Float64Array {
  const sums = new Float64Array(bounds.length + 1);
  for (const [i, bound] of bounds.entries()) sums[i + 1] = (sums[i] ?? 0) + bound;
  return sums;
}

/** How many of the weakest terms cannot by themselves bring a document in. */
function countOptional(weakest: Float64Array, threshold: number): number {
  let count = 0;
  while (count + 1 < weakest.length && (count + 1) * (weakest[count + 1] ?? 0) * SLACK < threshold) count++;
  return count;
}

import type { Accumulators } from './accumulators.ts';
import type { Strand } from './strand.ts';
import { WINDOW_BITS } from './window-table.ts';

/** A term of a query, opened for scoring. */
export class QueryTerm {
  readonly text: string;
  /** By part of the index; within, by field. */
  readonly #strands: readonly (readonly Strand[])[];
  readonly #firstWindows: readonly number[];

  constructor(text: string, strands: readonly (readonly Strand[])[], firstWindows: readonly number[]) {
    this.text = text;
    this.#strands = strands;
    this.#firstWindows = firstWindows;
  }

  /** No document gets more from this term, in whatever window. */
  get highest(): number {
    return Math.max(
      0,
      ...this.#strands.map((fields) => fields.reduce((sum, strand) => sum + strand.highest, 0)),
    );
  }

  /** No document of the window gets more from this term. */
  bound(window: number): number {
    const strands = this.#strandsOf(window);
    let sum = 0;
    for (let i = 0; i < strands.length; i++) sum += (strands[i] as Strand).bound(window);
    return sum;
  }

  /** How many entries the term has in a window, all fields together. */
  count(window: number): number {
    const strands = this.#strandsOf(window);
    let sum = 0;
    for (let i = 0; i < strands.length; i++) sum += (strands[i] as Strand).count(window);
    return sum;
  }

  /** Adds the bounds of the documents `from` ≤ doc < `to`, which lie in one window, and `unit` for the term. */
  accumulate(into: Accumulators, from: number, to: number, unit: number): void {
    const window = from >>> WINDOW_BITS;
    const strands = this.#strandsOf(window);
    let before: Float64Array | undefined;
    let present = 0;
    for (let i = 0; i < strands.length; i++) if ((strands[i] as Strand).count(window) > 0) present++;
    for (let i = 0; i < strands.length; i++) {
      const strand = strands[i] as Strand;
      if (strand.count(window) === 0) continue;
      if (before) strand.accumulateMore(into, from, to, unit, before);
      else {
        if (present > 1) before = into.remember();
        strand.accumulate(into, from, to, unit);
      }
    }
  }

  /** No more than this comes from the term for one document; 0 if it has not the term. */
  boundOf(doc: number): number {
    const strands = this.#strandsOf(doc >>> WINDOW_BITS);
    let sum = 0;
    for (let i = 0; i < strands.length; i++) sum += (strands[i] as Strand).boundOf(doc);
    return sum;
  }

  /** What one mention of the term adds to a document's score; 0 if it has not the term. */
  score(doc: number): number {
    const strands = this.#strandsOf(doc >>> WINDOW_BITS);
    let sum = 0;
    for (let i = 0; i < strands.length; i++) sum += (strands[i] as Strand).score(doc);
    return sum;
  }

  /** The strands that may have documents of a window. */
  #strandsOf(window: number): readonly Strand[] {
    let part = this.#firstWindows.length - 1;
    while (part > 0 && (this.#firstWindows[part] as number) > window) part--;
    return this.#strands[part] as readonly Strand[];
  }
}

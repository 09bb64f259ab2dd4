import type { Strand } from './strand.ts';
import { WINDOW_BITS } from './window-table.ts';

/** A term of a query, opened for scoring. */
export class QueryTerm {
  readonly text: string;
  /** How often the query says it. */
  readonly repeats: number;
  /** By part of the index; within, by field. */
  readonly #strands: readonly (readonly Strand[])[];
  readonly #firstWindows: readonly number[];

  constructor(
    text: string,
    repeats: number,
    strands: readonly (readonly Strand[])[],
    firstWindows: readonly number[],
  ) {
    this.text = text;
    this.repeats = repeats;
    this.#strands = strands;
    this.#firstWindows = firstWindows;
  }

  /** The strands that may have documents of a window. */
  strands(window: number): readonly Strand[] {
    let part = this.#firstWindows.length - 1;
    while (part > 0 && (this.#firstWindows[part] as number) > window) part--;
    return this.#strands[part] as readonly Strand[];
  }

  /** No document of the window gets more from this term. */
  bound(window: number): number {
    const strands = this.strands(window);
    let sum = 0;
    for (let i = 0; i < strands.length; i++) sum += (strands[i] as Strand).bound(window);
    return sum * this.repeats;
  }

  /** What one mention of the term adds to a document's score; 0 if it has not the term. */
  score(doc: number): number {
    const strands = this.strands(doc >>> WINDOW_BITS);
    let sum = 0;
    for (let i = 0; i < strands.length; i++) sum += (strands[i] as Strand).score(doc);
    return sum;
  }
}

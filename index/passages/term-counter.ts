import type { TermTable } from './term-table.ts';

/** Counts how often each term stands in one text. */
export class TermCounter {
  /** Term → count; all zero between texts. */
  #counts = new Uint32Array(1024);
  #touched: number[] = [];

  add(term: number): void {
    if (term >= this.#counts.length) {
      const larger = new Uint32Array(term * 2);
      larger.set(this.#counts);
      this.#counts = larger;
    }
    const count = this.#counts[term] as number;
    if (count === 0) this.#touched.push(term);
    this.#counts[term] = count + 1;
  }

  addAll(texts: readonly string[], table: TermTable): void {
    for (const text of texts) this.add(table.number(text));
  }

  /** Tells each term once with its count, and begins anew. */
  take(each: (term: number, count: number) => void): void {
    for (const term of this.#touched) {
      each(term, this.#counts[term] as number);
      this.#counts[term] = 0;
    }
    this.#touched = [];
  }
}

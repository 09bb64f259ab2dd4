/** Keeps the `limit` best of all that are offered; of equal scores the earlier document. A binary heap. */
export class BestDocuments {
  readonly #limit: number;
  /** The worst that is kept stands first. */
  readonly #heap: { doc: number; score: number }[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Nothing that scores less gets in. */
  get threshold(): number {
    return this.#heap.length < this.#limit ? -1 : (this.#heap[0]?.score ?? Number.POSITIVE_INFINITY);
  }

  offer(doc: number, score: number): void {
    const entry = { doc, score };
    if (this.#heap.length < this.#limit) {
      this.#heap.push(entry);
      this.#rise(this.#heap.length - 1);
    } else if (this.#heap[0] && isWorse(this.#heap[0], entry)) {
      this.#heap[0] = entry;
      this.#sink();
    }
  }

  /** Best first. */
  list(): { doc: number; score: number }[] {
    return [...this.#heap].sort((a, b) => b.score - a.score || a.doc - b.doc);
  }

  #rise(from: number): void {
    const heap = this.#heap;
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      const child = heap[at];
      const above = heap[parent];
      if (!child || !above || !isWorse(child, above)) return;
      heap[at] = above;
      heap[parent] = child;
      at = parent;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0; ; ) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const next = right && left && isWorse(right, left) ? 2 * at + 2 : 2 * at + 1;
      const here = heap[at];
      const below = heap[next];
      if (!here || !below || !isWorse(below, here)) return;
      heap[at] = below;
      heap[next] = here;
      at = next;
    }
  }
}

function isWorse(a: { doc: number; score: number }, b: { doc: number; score: number }): boolean {
  return a.score < b.score || (a.score === b.score && a.doc > b.doc);
}

interface Entry {
  doc: number;
  score: number;
  group: unknown;
}

/**
 * Keeps the `limit` best of all that are offered; of equal scores the earlier document. Of documents that are
 * offered with the same group, only the best. A binary heap.
 */
export class BestDocuments {
  readonly #limit: number;
  /** The worst that is kept stands first. */
  readonly #heap: Entry[] = [];
  readonly #groups = new Map<unknown, Entry>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Nothing that scores less gets in. */
  get threshold(): number {
    return this.#heap.length < this.#limit ? -1 : (this.#heap[0]?.score ?? Number.POSITIVE_INFINITY);
  }

  offer(doc: number, score: number, group?: unknown): void {
    const entry = { doc, score, group };
    const known = group === undefined ? undefined : this.#groups.get(group);
    if (known) {
      if (!isWorse(known, entry)) return;
      this.#put(this.#heap.indexOf(known), entry);
    } else if (this.#heap.length < this.#limit) {
      this.#heap.push(entry);
      this.#rise(this.#heap.length - 1);
      if (group !== undefined) this.#groups.set(group, entry);
    } else if (this.#heap[0] && isWorse(this.#heap[0], entry)) {
      this.#groups.delete(this.#heap[0].group);
      this.#put(0, entry);
    }
  }

  /** Best first. */
  list(): { doc: number; score: number }[] {
    return [...this.#heap]
      .sort((a, b) => b.score - a.score || a.doc - b.doc)
      .map(({ doc, score }) => ({ doc, score }));
  }

  /** Puts an entry in the place of a worse one. */
  #put(at: number, entry: Entry): void {
    this.#heap[at] = entry;
    if (entry.group !== undefined) this.#groups.set(entry.group, entry);
    this.#sink(at);
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

  #sink(from: number): void {
    const heap = this.#heap;
    for (let at = from; ; ) {
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

/** The `limit`-th greatest of some numbers, without sorting them; -1 if there are no more than `limit`. */
export function highestButFew(values: Float64Array, count: number, limit: number): number {
  if (count <= limit) return -1;
  const heap = new Float64Array(limit).fill(-1);
  for (let i = 0; i < count; i++) {
    const value = values[i] as number;
    if (value <= (heap[0] as number)) continue;
    let at = 0;
    for (;;) {
      let next = 2 * at + 1;
      if (next + 1 < limit && (heap[next + 1] as number) < (heap[next] as number)) next++;
      if (next >= limit || (heap[next] as number) >= value) break;
      heap[at] = heap[next] as number;
      at = next;
    }
    heap[at] = value;
  }
  return heap[0] as number;
}

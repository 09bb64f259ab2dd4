import { GrowingUint32 } from '../growing.ts';

export interface OwnerRange {
  number: number;
  /** The passages are the documents `first` … `first + count - 1`. */
  first: number;
  count: number;
}

/** Who owns which documents. An owner's stand side by side. */
export class OwnerTable {
  readonly names: string[] = [];
  readonly #ranges = new Map<string, OwnerRange>();
  /** Document → number of the owner, and the caller's tag. */
  readonly #owner = new GrowingUint32();
  readonly #tag = new GrowingUint32();

  get(name: string): OwnerRange | undefined {
    return this.#ranges.get(name);
  }

  /** Owners that have passages or were added with none. */
  owners(): IterableIterator<string> {
    return this.#ranges.keys();
  }

  get size(): number {
    return this.#ranges.size;
  }

  add(name: string, first: number, tags: readonly number[]): void {
    const number = this.names.push(name) - 1;
    this.#ranges.set(name, { number, first, count: tags.length });
    while (this.#owner.length < first) {
      this.#owner.push(0);
      this.#tag.push(0);
    }
    for (const tag of tags) {
      this.#owner.push(number);
      this.#tag.push(tag);
    }
  }

  delete(name: string): void {
    this.#ranges.delete(name);
  }

  ownerOf(doc: number): number {
    return this.#owner.at(doc);
  }

  describe(doc: number): { owner: string; ordinal: number; tag: number } {
    const owner = this.names[this.#owner.at(doc)] ?? '';
    return { owner, ordinal: doc - (this.#ranges.get(owner)?.first ?? 0), tag: this.#tag.at(doc) };
  }
}

import { GrowingUint32 } from '../growing.ts';

/**
 * The documents taken out, in order. A list of postings remembers how far it has followed this log and catches
 * up when it is next read: removal costs nothing for the thousands of lists nobody asks for.
 */
export class Removals {
  readonly #log = new GrowingUint32();
  #flags = new Uint8Array(1024);

  get length(): number {
    return this.#log.length;
  }

  at(index: number): number {
    return this.#log.at(index);
  }

  add(doc: number): void {
    this.#log.push(doc);
    if (doc >= this.#flags.length) {
      const larger = new Uint8Array(doc * 2);
      larger.set(this.#flags);
      this.#flags = larger;
    }
    this.#flags[doc] = 1;
  }

  has(doc: number): boolean {
    return this.#flags[doc] === 1;
  }
}

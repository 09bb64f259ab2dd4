import { GrowingUint32 } from '../growing.ts';

/** Tells passages of the same words: 64 bits a document, which half a million do not share by chance. */
export class Fingerprints {
  readonly #low: GrowingUint32;
  readonly #high: GrowingUint32;

  constructor(low: Uint32Array = new Uint32Array(0), high: Uint32Array = new Uint32Array(0)) {
    this.#low = GrowingUint32.of(low);
    this.#high = GrowingUint32.of(high);
  }

  add(doc: number, terms: readonly string[]): void {
    while (this.#low.length < doc) {
      this.#low.push(0);
      this.#high.push(0);
    }
    let low = 0x811c9dc5;
    let high = 0xcbf29ce4;
    for (const term of terms) {
      for (let i = 0; i < term.length; i++) {
        low = Math.imul(low ^ term.charCodeAt(i), 0x01000193);
        high = Math.imul(high ^ term.charCodeAt(i), 0x85ebca6b);
      }
      low = Math.imul(low ^ 0x1f, 0x01000193);
      high = Math.imul(high ^ (high >>> 15), 0xc2b2ae35);
    }
    this.#low.push(low >>> 0);
    this.#high.push(high >>> 0);
  }

  of(doc: number): string {
    return `${this.#low.at(doc)}-${this.#high.at(doc)}`;
  }

  /** The same in 53 bits, for a look in passing. */
  key(doc: number): number {
    return this.#low.at(doc) * 0x200000 + (this.#high.at(doc) & 0x1fffff);
  }

  low(doc: number): number {
    return this.#low.at(doc);
  }

  high(doc: number): number {
    return this.#high.at(doc);
  }

  /** Documents with the fingerprints of the given ones, those included: fingerprint → documents, ascending. */
  alike(docs: readonly number[]): Map<string, number[]> {
    const groups = new Map<string, number[]>(docs.map((doc) => [this.of(doc), []]));
    const mayBe = new Uint8Array(1 << 16);
    for (const doc of docs) mayBe[this.#low.at(doc) & 0xffff] = 1;
    const low = this.#low.values();
    for (let doc = 0; doc < low.length; doc++) {
      if (mayBe[(low[doc] ?? 0) & 0xffff] === 1) groups.get(this.of(doc))?.push(doc);
    }
    return groups;
  }
}

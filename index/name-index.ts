import { ExactNames } from './names/exact.ts';
import { NameStore } from './names/name-store.ts';
import { normalize, normalizeText } from './normalize.ts';
import { SnapshotError } from './snapshot-error.ts';

export interface WeightedName {
  text: string;
  /** The caller's word for what kind of name this is. */
  how: string;
  /** 0…1: 1 is the full name. */
  score: number;
}

export interface NameCandidate {
  id: string;
  /** 0…1: the weight of the name, less what the match lacks. */
  score: number;
  /** `how` of the name, or `part` (abbreviated), `slip` (misspelt), `pinyin`. */
  how: string;
  /** The name that was recognised, folded. */
  name: string;
}

export interface NameMatch {
  /** UTF-16 offsets into the text that was given; `end` is exclusive. */
  start: number;
  end: number;
  text: string;
  /** Best first; several when the words fit several ids. */
  candidates: NameCandidate[];
}

export interface NameIndexOptions {
  /** Words that name nobody: a name made of nothing else is not taken in (人民政府, 服务中心, 申请). */
  common?: Iterable<string>;
}

/** Finds the names of things inside a text. */
export class NameIndex {
  readonly #store = new NameStore();
  readonly #exact = new ExactNames();
  readonly #common: ReadonlySet<string>;

  constructor(options: NameIndexOptions = {}) {
    this.#common = new Set(options.common ?? []);
  }

  has(id: string): boolean {
    return this.#store.has(id);
  }

  /** Gives an id its names, in place of those it had. */
  set(id: string, names: readonly WeightedName[]): void {
    this.#store.unlink(id);
    for (const { text, how, score } of names) {
      const folded = normalizeText(text).replace(/\s+/g, '');
      if (folded.length < 2 || this.#common.has(folded)) continue;
      const { isNew } = this.#store.link(id, folded, how, score);
      if (isNew) this.#exact.add(folded);
    }
  }

  delete(id: string): void {
    this.#store.unlink(id);
  }

  /** Names in a text, in the order of reading; the spans do not overlap. */
  find(text: string): NameMatch[] {
    const { text: folded, offsets } = normalize(text);
    return this.#exact
      .find(folded, (part) => this.#store.find(part))
      .map((span) => {
        const start = offsets[span.start] ?? 0;
        const end = offsets[span.end] ?? text.length;
        return { start, end, text: text.slice(start, end), candidates: this.#candidates(span.name) };
      });
  }

  #candidates(name: number): NameCandidate[] {
    const text = this.#store.texts[name] ?? '';
    return this.#store
      .references(name)
      .map((reference) => ({ ...reference, name: text }))
      .sort((a, b) => b.score - a.score);
  }

  snapshot(): Uint8Array {
    return Buffer.from(JSON.stringify([...this.#store.entries()]));
  }

  /** @throws {SnapshotError} */
  static restore(bytes: Uint8Array, options: NameIndexOptions = {}): NameIndex {
    const index = new NameIndex(options);
    try {
      for (const [id, names] of JSON.parse(Buffer.from(bytes).toString())) index.set(id, names);
    } catch (cause) {
      throw new SnapshotError('snapshot-corrupt', 'the snapshot of the name index cannot be read', cause);
    }
    return index;
  }
}

import MiniSearch from 'minisearch';
import { SnapshotError } from './snapshot-error.ts';

export interface Passage {
  text: string;
  /** Words around it, such as agency and heading: found too, with lower weight. */
  context?: string;
  /** A number of the caller's (the section). */
  tag: number;
}

export interface PassageSearchOptions {
  limit: number;
  accept?: (owner: string, ordinal: number, tag: number) => boolean;
  /** Only passages of these owners. Much faster than `accept` when they are few. */
  owners?: Iterable<string>;
}

export interface PassageMatch {
  owner: string;
  /** Position among the owner's passages. */
  ordinal: number;
  tag: number;
  score: number;
  /** Terms of the query that were found. */
  terms: string[];
}

export interface PassageIndexOptions {
  /** Cuts a text into terms. */
  terms: (text: string) => string[];
  /** Terms a query carries without looking for them. */
  stopWords?: ReadonlySet<string>;
}

interface Stored {
  id: string;
  owner: string;
  ordinal: number;
  tag: number;
  text: string[];
  context: string[];
}

const CONTEXT_WEIGHT = 0.3;

/** Ranked search over short texts that belong to owners. */
export class PassageIndex {
  readonly #options: PassageIndexOptions;
  readonly #owners = new Map<string, Stored[]>();
  readonly #search = new MiniSearch<Stored>({
    fields: ['text', 'context'],
    storeFields: ['owner', 'ordinal', 'tag'],
    stringifyField: (value) => value as string,
    tokenize: (terms) => terms as unknown as string[],
    processTerm: (term) => term,
    searchOptions: { boost: { context: CONTEXT_WEIGHT } },
  });

  constructor(options: PassageIndexOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#search.documentCount;
  }

  has(owner: string): boolean {
    return this.#owners.has(owner);
  }

  owners(): Iterable<string> {
    return this.#owners.keys();
  }

  /** Takes in an owner's passages, in place of those it had. */
  add(owner: string, passages: readonly Passage[]): void {
    this.remove(owner);
    const stored = passages.map((passage, ordinal) => ({
      id: `${owner}#${ordinal}`,
      owner,
      ordinal,
      tag: passage.tag,
      text: this.#options.terms(passage.text),
      context: this.#options.terms(passage.context ?? ''),
    }));
    this.#search.addAll(stored);
    this.#owners.set(owner, stored);
  }

  remove(owner: string): void {
    const stored = this.#owners.get(owner);
    if (!stored) return;
    this.#search.removeAll(stored);
    this.#owners.delete(owner);
  }

  search(query: string, options: PassageSearchOptions): PassageMatch[] {
    const all = this.#options.terms(query);
    const wanted = all.filter((term) => !this.#options.stopWords?.has(term));
    const owners = options.owners && new Set(options.owners);
    const results = this.#search.search((wanted.length ? wanted : all).join(' '), {
      filter: (result) =>
        (owners?.has(result.owner) ?? true) &&
        (options.accept?.(result.owner, result.ordinal, result.tag) ?? true),
      tokenize: (text) => text.split(' '),
    });
    return results.slice(0, options.limit).map(({ owner, ordinal, tag, score, terms }) => ({
      owner,
      ordinal,
      tag,
      score,
      terms,
    }));
  }

  snapshot(): Uint8Array {
    return Buffer.from(JSON.stringify([...this.#owners]));
  }

  static restore(bytes: Uint8Array, options: PassageIndexOptions): PassageIndex {
    const index = new PassageIndex(options);
    let owners: [string, Stored[]][];
    try {
      owners = JSON.parse(Buffer.from(bytes).toString()) as [string, Stored[]][];
    } catch (cause) {
      throw new SnapshotError('snapshot-corrupt', 'the snapshot of the passage index is no JSON', cause);
    }
    for (const [owner, stored] of owners) {
      index.#search.addAll(stored);
      index.#owners.set(owner, stored);
    }
    return index;
  }
}

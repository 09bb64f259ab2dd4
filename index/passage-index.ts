import { CompactMiniSearch } from './passages/compact-minisearch.ts';
import { Fingerprints } from './passages/fingerprints.ts';
import { OwnerTable } from './passages/owner-table.ts';
import { type PassageFilter, passageFilter } from './passages/passage-filter.ts';
import { readPassages, writePassages } from './passages/passage-snapshot.ts';

export interface Passage {
  text: string;
  /** Words around it, such as agency and heading: found too, with lower weight. */
  context?: string;
  /** A number of the caller's, 0 … 2^32-1 (the section). */
  tag: number;
}

export interface PassageSearchOptions {
  limit: number;
  accept?: (owner: string, ordinal: number, tag: number) => boolean;
  /** Only passages of these owners. Much faster than `accept` when they are few. */
  owners?: Iterable<string>;
  /** Passages of the same words are told once, by one of them; the others stand in `copies`. */
  distinct?: boolean;
}

export interface PassagePlace {
  owner: string;
  /** Position among the owner's passages. */
  ordinal: number;
  tag: number;
}

export interface PassageMatch extends PassagePlace {
  score: number;
  /** Terms of the query that were found. */
  terms: string[];
  /** With `distinct`: other passages of the same words. */
  copies?: PassagePlace[];
}

export interface PassageIndexOptions {
  /** Cuts a text into terms. */
  terms: (text: string) => string[];
  /** Terms a query carries without looking for them; heeded unless it has no others. */
  stopWords?: ReadonlySet<string>;
}

/** A passage as the index takes it: cut into terms. */
interface Entry {
  id: number;
  text: readonly string[];
  context: readonly string[];
}

interface FoundDocument {
  doc: number;
  score: number;
  terms: string[];
}

const CONTEXT_WEIGHT = 0.3;
/** Separates the terms of a query on their way through MiniSearch. */
const SEPARATOR = '\u0000';

/**
 * Ranked search over short texts that belong to owners: MiniSearch's BM25+ over text and context, the best few
 * found without scoring the rest (`CompactMiniSearch`). An owner's passages are added, replaced and removed
 * together, and the next search sees it.
 */
export class PassageIndex {
  readonly #options: PassageIndexOptions;
  #owners = new OwnerTable();
  #fingerprints = new Fingerprints();
  readonly #search = new CompactMiniSearch<Entry>({
    fields: ['text', 'context'],
    // The terms come ready cut: the types speak of strings, the code passes on what it gets.
    stringifyField: (value) => value as string,
    tokenize: (terms) => (typeof terms === 'string' ? terms.split(SEPARATOR) : terms),
    processTerm: (term) => term,
    searchOptions: { boost: { context: CONTEXT_WEIGHT } },
  });

  constructor(options: PassageIndexOptions) {
    this.#options = options;
  }

  /** Number of passages. */
  get size(): number {
    return this.#search.documentCount;
  }

  has(owner: string): boolean {
    return this.#owners.get(owner) !== undefined;
  }

  owners(): Iterable<string> {
    return this.#owners.owners();
  }

  /** Takes in an owner's passages, in place of those it had. */
  add(owner: string, passages: readonly Passage[]): void {
    this.remove(owner);
    const { terms } = this.#options;
    const first = this.#search.nextNumber;
    for (const [ordinal, { text, context }] of passages.entries()) {
      const id = first + ordinal;
      const entry = { id, text: terms(text), context: terms(context ?? '') };
      this.#search.add(entry);
      this.#fingerprints.add(id, entry.text);
    }
    this.#owners.add(
      owner,
      first,
      passages.map((passage) => passage.tag),
    );
  }

  remove(owner: string): void {
    const range = this.#owners.get(owner);
    if (!range) return;
    for (let id = range.first; id < range.first + range.count; id++) this.#search.discard(id);
    this.#owners.delete(owner);
  }

  /** Best first; of equal scores the passage that was added first. */
  search(query: string, options: PassageSearchOptions): PassageMatch[] {
    const words = this.#queryTerms(query).join(SEPARATOR);
    const filter = passageFilter(this.#owners, options);
    if (words === '' || filter.ranges?.length === 0) return [];
    const groupOf = options.distinct ? (id: unknown) => this.#fingerprints.key(Number(id)) : undefined;
    const found = this.#search
      .top(words, { limit: options.limit, ...filter, groupOf })
      .map(({ id, score, terms }) => ({ doc: Number(id), score, terms }));
    if (options.distinct) return this.#withCopies(found, filter);
    return found.map(({ doc, ...match }) => ({ ...this.#owners.describe(doc), ...match }));
  }

  /** How many passages have the term in their text. */
  frequency(term: string): number {
    return this.#search.frequency(term, 0);
  }

  /** Everything, with checksums. */
  snapshot(): Uint8Array {
    return writePassages(this.#search.dump(), this.#owners, this.#fingerprints);
  }

  /**
   * @param bytes of `snapshot()`; they must not be changed afterwards, the index goes on using them
   * @throws {SnapshotError}
   */
  static restore(bytes: Uint8Array, options: PassageIndexOptions): PassageIndex {
    const index = new PassageIndex(options);
    const { state, owners, fingerprints } = readPassages(bytes);
    index.#search.load(state);
    index.#owners = owners;
    index.#fingerprints = fingerprints;
    return index;
  }

  #queryTerms(query: string): string[] {
    const terms = this.#options.terms(query);
    const wanted = terms.filter((term) => !this.#options.stopWords?.has(term));
    return wanted.length > 0 ? wanted : terms;
  }

  #withCopies(different: readonly FoundDocument[], { acceptNumber, ranges }: PassageFilter): PassageMatch[] {
    const isWanted = (doc: number) =>
      (acceptNumber?.(doc) ?? true) && (ranges?.some(([from, to]) => doc >= from && doc < to) ?? true);
    const alike = this.#fingerprints.alike(different.map(({ doc }) => doc));
    return different.map(({ doc, ...match }) => ({
      ...this.#owners.describe(doc),
      ...match,
      copies: (alike.get(this.#fingerprints.of(doc)) ?? [])
        .filter((other) => other !== doc && this.#search.has(other) && isWanted(other))
        .map((other) => this.#owners.describe(other)),
    }));
  }
}

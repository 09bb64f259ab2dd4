import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { GrowingUint32 } from '../growing.ts';
import { type CompactState, dumpPostings } from './compact-state.ts';
import { FieldLengths } from './field-lengths.ts';
import { MOST_DOCUMENTS } from './posting-lists.ts';
import { PostingParts } from './posting-parts.ts';
import { IndexView } from './postings-view.ts';
import { Removals } from './removals.ts';
import { TermCounter } from './term-counter.ts';
import { TermTable } from './term-table.ts';
import type { TopOptions, TopResult } from './top-options.ts';
import { TopSearch } from './top-search.ts';
import { WINDOW } from './window-table.ts';

/**
 * MiniSearch with its postings in typed arrays: a fraction of the memory and of the time to build, and a ranked
 * search (`top`) that looks only at documents which can still get among the best. Everything else is inherited
 * and gives the same results; scores are MiniSearch's to the last bit.
 *
 * What differs: a discarded document is gone at once (MiniSearch counts it until the next vacuum); fields cannot
 * be stored; there can be 16.7 million documents, those discarded since the start included.
 *
 * It relies on MiniSearch 7.2.0: the `protected` members `_index`, `_documentIds`, `_idToShortId`,
 * `_fieldLength`, `_avgFieldLength`, `_documentCount`, `_nextId`, and the formulas of its BM25+ and of its
 * average lengths. The property tests compare it with the original.
 */
export class CompactMiniSearch<T = unknown> extends MiniSearch<T> {
  #terms = new TermTable();
  #removals = new Removals();
  #parts = new PostingParts(this.#removals);
  #lengths: FieldLengths;
  #top = new TopSearch();
  readonly #counter = new TermCounter();

  constructor(options: Options<T>) {
    super({ ...options, autoVacuum: false });
    if (options.storeFields?.length) throw new TypeError('CompactMiniSearch stores no fields');
    this.#lengths = this.#install(options.fields.map(() => new GrowingUint32()));
  }

  override add(document: T): void {
    const { extractField, stringifyField, tokenize, processTerm, fields, idField } = this._options;
    const id = extractField(document, idField);
    if (id == null) throw new Error(`MiniSearch: document does not have ID field "${idField}"`);
    if (this._idToShortId.has(id)) throw new Error(`MiniSearch: duplicate ID ${id}`);
    if (this._nextId >= MOST_DOCUMENTS) throw new RangeError('the index is full: it has to be built anew');
    const doc = this._nextId++;
    this._idToShortId.set(id, doc);
    this._documentIds.set(doc, id);
    this._documentCount += 1;
    for (const [field, name] of fields.entries()) {
      const value = extractField(document, name);
      if (value == null) continue;
      const tokens = tokenize(stringifyField(value, name), name);
      this.#lengths.add(doc, field, new Set(tokens).size, this._documentCount - 1);
      this.#addTerms(doc, field, tokens, processTerm);
    }
  }

  /** As `discard`: the text of the document is not needed. */
  override remove(document: T): void {
    this.discard(this._options.extractField(document, this._options.idField));
  }

  override discard(id: unknown): void {
    const doc = this._idToShortId.get(id);
    if (doc === undefined) {
      throw new Error(`MiniSearch: cannot discard document with ID ${id}: it is not in the index`);
    }
    this._idToShortId.delete(id);
    this._documentIds.delete(doc);
    this.#lengths.forget(doc, this._documentCount);
    this._documentCount -= 1;
    this.#removals.add(doc);
  }

  override removeAll(documents?: readonly T[]): void {
    if (documents) {
      for (const document of documents) this.remove(document);
      return;
    }
    super.removeAll();
    this.#terms = new TermTable();
    this.#removals = new Removals();
    this.#parts = new PostingParts(this.#removals);
    this.#top = new TopSearch();
    this.#lengths = this.#install(this._options.fields.map(() => new GrowingUint32()));
  }

  /** Takes the postings of discarded documents out of every list now instead of when it is next read. */
  override vacuum(): Promise<void> {
    this.#parts.settle();
    return Promise.resolve();
  }

  /** The first `limit` of what `search(query)` gives (an OR query), of equal scores those added first. */
  top(query: string, { limit, ranges, accept, acceptNumber, groupOf }: TopOptions): TopResult[] {
    const { tokenize, processTerm, fields } = this._options;
    const settings: SearchOptions = this._options.searchOptions;
    const idOf = (doc: number) => this._documentIds.get(doc);
    const source = {
      terms: this.#terms,
      parts: this.#parts.all,
      lengths: this.#lengths.columns.map((column) => column.data),
      averages: this._avgFieldLength,
      documentCount: this._documentCount,
      end: this._nextId,
      removals: this.#removals.length,
    };
    return this.#top
      .search(source, {
        terms: tokenize(query).flatMap((token) => processTerm(token) || []),
        limit,
        ranges,
        boosts: fields.map((field) => settings.boost?.[field] || 1),
        bm25: settings.bm25 ?? { k: 1.2, b: 0.7, d: 0.5 },
        accept: accept ? (doc) => (acceptNumber?.(doc) ?? true) && accept(idOf(doc)) : acceptNumber,
        groupOf: groupOf && ((doc) => groupOf(idOf(doc))),
      })
      .map(({ doc, score, terms }) => ({ id: idOf(doc), score, terms }));
  }

  /** How many documents have the term in the field. */
  frequency(term: string, field: number): number {
    const list = (this.#terms.get(term) ?? Infinity) * this._options.fields.length + field;
    return this.#parts.count(list);
  }

  /** The number of the next document. */
  get nextNumber(): number {
    return this._nextId;
  }

  /** All it holds, in the order of the documents' numbers; the arrays are copies. */
  dump(): CompactState {
    const docs = [...this._documentIds.keys()];
    return {
      ...dumpPostings(this.#terms, this.#parts.all, this._options.fields.length, docs, this._nextId),
      ids: docs.map((doc) => this._documentIds.get(doc)),
      lengths: this.#lengths.columns.map((column) => Uint32Array.from(docs, (doc) => column.at(doc))),
      averages: [...this._avgFieldLength],
    };
  }

  /** Fills an empty index with what `dump` gave. The arrays are used as they are, not copied. */
  load(state: CompactState): void {
    if (this._nextId > 0) throw new Error('only an empty index can be loaded');
    for (const [doc, id] of state.ids.entries()) {
      this._documentIds.set(doc, id);
      this._idToShortId.set(id, doc);
    }
    this._documentCount = state.ids.length;
    // What is added later begins a window of its own, so that no window lies in two parts.
    const firstWindow = Math.ceil(state.ids.length / WINDOW);
    this._nextId = firstWindow * WINDOW;
    this._avgFieldLength.push(...state.averages);
    this.#terms = new TermTable(state.terms);
    this.#parts = new PostingParts(this.#removals, { state, windows: firstWindow });
    this.#lengths = this.#install(state.lengths.map(GrowingUint32.of));
  }

  #addTerms(
    doc: number,
    field: number,
    tokens: readonly string[],
    processTerm: (term: string, field?: string) => string | string[] | null | undefined | false,
  ): void {
    for (const token of tokens) {
      const processed = processTerm(token, this._options.fields[field]);
      if (Array.isArray(processed)) this.#counter.addAll(processed, this.#terms);
      else if (processed) this.#counter.add(this.#terms.number(processed));
    }
    const fields = this._options.fields.length;
    this.#counter.take((term, count) => this.#parts.append(term * fields + field, doc, count));
  }

  /** Puts the typed structures where MiniSearch looks for its maps. */
  #install(columns: readonly GrowingUint32[]): FieldLengths {
    const lengths = new FieldLengths(columns, this._avgFieldLength);
    const source = {
      terms: this.#terms,
      fields: columns.length,
      parts: () => this.#parts.lists,
    };
    this._index = new IndexView(source) as unknown as MiniSearch['_index'];
    this._fieldLength = lengths as unknown as MiniSearch['_fieldLength'];
    return lengths;
  }
}

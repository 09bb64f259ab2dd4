import SearchableMap from 'minisearch/SearchableMap';
import { FREQUENCY_BITS, FREQUENCY_MASK, lowerBound, type PostingLists } from './posting-lists.ts';
import type { TermTable } from './term-table.ts';

/** Where the postings of an index stand: `parts` hold ascending, separate ranges of documents. */
export interface PostingSource {
  terms: TermTable;
  fields: number;
  parts(): readonly PostingLists[];
}

/** The frequencies of one term in one field, read as the `Map<document, frequency>` that MiniSearch expects. */
class FrequencyView {
  constructor(
    readonly source: PostingSource,
    readonly list: number,
  ) {}

  get size(): number {
    return this.source.parts().reduce((sum, part) => sum + (part.read(this.list)?.length ?? 0), 0);
  }

  get(doc: number): number | undefined {
    for (const part of this.source.parts()) {
      const postings = part.read(this.list);
      if (!postings) continue;
      const end = postings.at + postings.length;
      const entry = postings.data[lowerBound(postings.data, postings.at, end, doc)] ?? 0;
      if (entry >>> FREQUENCY_BITS === doc && entry > 0) return frequencyOf(part, this.list, entry);
    }
    return undefined;
  }

  *[Symbol.iterator](): Iterator<[number, number]> {
    for (const part of this.source.parts()) {
      const { data, at, length } = part.read(this.list) ?? { data: [], at: 0, length: 0 };
      for (let i = at; i < at + length; i++) {
        const entry = data[i] ?? 0;
        yield [entry >>> FREQUENCY_BITS, frequencyOf(part, this.list, entry)];
      }
    }
  }

  *keys(): Iterator<number> {
    for (const [doc] of this) yield doc;
  }
}

function frequencyOf(part: PostingLists, list: number, entry: number): number {
  const frequency = entry & FREQUENCY_MASK;
  return frequency === FREQUENCY_MASK ? part.largeFrequency(list, entry >>> FREQUENCY_BITS) : frequency;
}

type FieldMap = ReadonlyMap<number, FrequencyView>;

/**
 * The index as MiniSearch sees it: term → field → document → frequency. Made for each call, nothing is copied.
 * With it every search MiniSearch knows (prefix, fuzzy, filters, JSON) works on typed postings, exhaustively.
 */
export class IndexView {
  readonly #source: PostingSource;

  constructor(source: PostingSource) {
    this.#source = source;
  }

  get size(): number {
    return this.#source.terms.texts.filter((term) => this.has(term)).length;
  }

  has(term: string): boolean {
    return this.get(term) !== undefined;
  }

  get(term: string): FieldMap | undefined {
    const number = this.#source.terms.get(term);
    if (number === undefined) return undefined;
    const fields = new Map<number, FrequencyView>();
    for (let field = 0; field < this.#source.fields; field++) {
      const view = new FrequencyView(this.#source, number * this.#source.fields + field);
      if (view.size > 0) fields.set(field, view);
    }
    return fields.size > 0 ? fields : undefined;
  }

  *[Symbol.iterator](): Iterator<[string, FieldMap]> {
    for (const term of this.#source.terms.texts) {
      const fields = this.get(term);
      if (fields) yield [term, fields];
    }
  }

  *atPrefix(prefix: string): Iterable<[string, FieldMap]> {
    for (const [term, fields] of this) if (term.startsWith(prefix)) yield [term, fields];
  }

  fuzzyGet(term: string, distance: number): Map<string, [FieldMap, number]> {
    return SearchableMap.from(this).fuzzyGet(term, distance) as Map<string, [FieldMap, number]>;
  }
}

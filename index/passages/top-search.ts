import { BestDocuments } from './best-documents.ts';
import { Bm25, type Bm25Parameters, inverseDocumentFrequency } from './bm25.ts';
import type { PostingLists, Postings } from './posting-lists.ts';
import { QueryTerm } from './query-term.ts';
import { Accumulators, Strand } from './strand.ts';
import type { TermTable } from './term-table.ts';
import { type ScorerQuery, WindowScorer } from './window-scorer.ts';
import { type FieldReader, WINDOW, WINDOW_BITS, WindowTable } from './window-table.ts';

/** Documents `[from, to)`. */
export type DocumentRange = readonly [number, number];

/** Postings of the windows from `firstWindow` up to the next part's. */
export interface Part {
  lists: PostingLists;
  firstWindow: number;
}

/** What is searched; read anew at every search. */
export interface TopSource {
  terms: TermTable;
  parts: readonly Part[];
  /** Document → length, one column a field. */
  lengths: readonly Uint32Array[];
  averages: readonly number[];
  documentCount: number;
  /** One more than the last document's number. */
  end: number;
  /** How many documents were ever removed. */
  removals: number;
}

export interface TopQuery {
  /** In the order of the query, repeated as often as there. */
  terms: readonly string[];
  limit: number;
  /** Weight of each field. */
  boosts: readonly number[];
  bm25: Bm25Parameters;
  accept?: ((doc: number) => boolean) | undefined;
  /** Only documents in these ranges `[from, to)`, ascending. */
  ranges?: readonly DocumentRange[] | undefined;
}

export interface TopDocument {
  doc: number;
  score: number;
  /** Terms of the query that the document has. */
  terms: string[];
}

/** Longer lists keep their table between searches. */
const LEAST_TO_KEEP = 2048;
const MOST_KEPT = 4096;

/**
 * The best documents of an OR query without scoring all (MaxScore with bounds by window, as in Lucene's
 * MaxScoreBulkScorer), for MiniSearch's score: the sum over the terms times the number `n` of terms matched.
 *
 * That factor leaves bounds sound: a document of which `n` terms are known to match with sum `s`, and which may
 * at most have `r` further terms worth at most `u` together, scores at most `(n + r)·(s + u)`. So
 * 1. windows are visited by falling bound, and the search ends at the first that cannot reach the last place;
 * 2. inside a window the terms of lowest bounds, as long as they cannot reach it by themselves, are not
 *    walked through but looked up, and only for documents that may still get in;
 * 3. those that do are scored anew in MiniSearch's own order of adding, which decides.
 */
export class TopSearch {
  readonly #tables = new Map<PostingLists, Map<number, { table: WindowTable; removals: number }>>();
  readonly #sums = new Accumulators();
  #bm25: { of: Bm25; parameters: Bm25Parameters }[] = [];

  search(source: TopSource, query: TopQuery): TopDocument[] {
    if (query.limit <= 0) return [];
    const distinct = [...new Set(query.terms)];
    const terms = distinct.map((text) => this.#open(text, source, query));
    const order = query.terms.map((text) => distinct.indexOf(text));
    const best = new BestDocuments(query.limit);
    this.#visit(windowsOf(query, source.end), { terms, order, best, accept: query.accept });
    return best.list().map(({ doc, score }) => ({
      doc,
      score,
      terms: terms.filter((term) => term.score(doc) > 0).map((term) => term.text),
    }));
  }

  #visit(windows: readonly DocumentRange[], query: ScorerQuery): void {
    const scorer = new WindowScorer(query, this.#sums);
    const promising = windows
      .map((range) => ({ range, bound: scorer.bound(range[0] >>> WINDOW_BITS) }))
      .filter(({ bound }) => bound > 0)
      .sort((a, b) => b.bound - a.bound);
    for (const { range, bound } of promising) {
      if (bound < query.best.threshold) return;
      scorer.score(range[0], range[1]);
    }
  }

  #open(text: string, source: TopSource, query: TopQuery): QueryTerm {
    const term = source.terms.get(text);
    const fields = term === undefined ? [] : source.lengths.map((_, field) => field);
    const strands = source.parts.map((): Strand[] => []);
    for (const field of fields) {
      const list = (term ?? 0) * source.lengths.length + field;
      const postings = source.parts.map(({ lists }) => lists.read(list));
      const matching = postings.reduce((sum, part) => sum + (part?.length ?? 0), 0);
      const idf = inverseDocumentFrequency(matching, source.documentCount);
      for (const [part, { lists }] of source.parts.entries()) {
        const found = postings[part];
        if (!found) continue;
        const settings = {
          bm25: this.#bm25Of(field, source, query),
          lengths: source.lengths[field] ?? new Uint32Array(),
          largeFrequency: (doc: number) => lists.largeFrequency(list, doc),
        };
        const table = this.#table(lists, list, found, source, settings);
        strands[part]?.push(new Strand(found, table, { ...settings, idf, boost: query.boosts[field] ?? 1 }));
      }
    }
    const repeats = query.terms.filter((other) => other === text).length;
    return new QueryTerm(
      text,
      repeats,
      strands,
      source.parts.map((part) => part.firstWindow),
    );
  }

  #table(
    lists: PostingLists,
    list: number,
    postings: Postings,
    source: TopSource,
    field: FieldReader,
  ): WindowTable {
    const tables = this.#tables.get(lists) ?? new Map<number, { table: WindowTable; removals: number }>();
    this.#tables.set(lists, tables);
    const windows = Math.ceil(source.end / WINDOW);
    const known = tables.get(list);
    const usable = known?.removals === source.removals && known.table.isUsable(field.bm25.average);
    const table = usable ? known.table : new WindowTable(windows, field.bm25.average);
    table.extend(postings, windows, field);
    if (postings.length >= LEAST_TO_KEEP) {
      if (tables.size >= MOST_KEPT) tables.clear();
      tables.set(list, { table, removals: source.removals });
    }
    return table;
  }

  #bm25Of(field: number, source: TopSource, { bm25: parameters }: TopQuery): Bm25 {
    const average = source.averages[field] ?? 0;
    const known = this.#bm25[field];
    if (known && known.of.average === average && isSame(known.parameters, parameters)) return known.of;
    if (known && !isSame(known.parameters, parameters)) this.#tables.clear();
    const of = new Bm25(parameters, average);
    this.#bm25[field] = { of, parameters };
    return of;
  }
}

function isSame(a: Bm25Parameters, b: Bm25Parameters): boolean {
  return a.k === b.k && a.b === b.b && a.d === b.d;
}

/** The documents to look at, cut at the borders of windows. */
function windowsOf({ ranges }: TopQuery, end: number): DocumentRange[] {
  const windows: DocumentRange[] = [];
  for (const [from, to] of ranges ?? [[0, end] as const]) {
    for (let start = from; start < to; ) {
      const next = Math.min(to, ((start >>> WINDOW_BITS) + 1) << WINDOW_BITS);
      // Whole windows need no search for their ends.
      windows.push([start, next === end ? ((start >>> WINDOW_BITS) + 1) << WINDOW_BITS : next]);
      start = next;
    }
  }
  return windows;
}

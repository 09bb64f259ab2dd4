import { Accumulators } from './accumulators.ts';
import { BestDocuments } from './best-documents.ts';
import { Bm25, type Bm25Parameters, inverseDocumentFrequency } from './bm25.ts';
import type { PostingLists, Postings } from './posting-lists.ts';
import type { Part } from './posting-parts.ts';
import { QueryTerm } from './query-term.ts';
import { Strand } from './strand.ts';
import type { TermTable } from './term-table.ts';
import { WindowScorer } from './window-scorer.ts';
import { type FieldReader, WINDOW, WINDOW_BITS, WindowTable } from './window-table.ts';

/** Documents `[from, to)`. */
export type DocumentRange = readonly [number, number];

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
  /** Of documents of one group only the best is told. */
  groupOf?: ((doc: number) => unknown) | undefined;
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
/** So many windows of the highest bounds come first, which tells early what is not worth a look. */
const FIRST = 4;

/**
 * The best documents of an OR query without scoring all (MaxScore with bounds by window, as in Lucene's
 * MaxScoreBulkScorer), for MiniSearch's score: the sum over the terms times the number `n` of terms matched.
 *
 * That factor leaves bounds sound: a document of which `n` terms are known to match with sum `s`, and which may
 * at most have `r` further terms worth at most `u` together, scores at most `(n + r)·(s + u)`. So
 * 1. windows whose bound cannot reach the last place are passed over; those of the highest bounds come first;
 * 2. inside a window bounds are added up, one byte an entry, which are at most a hundredth above the scores; the
 *    terms of lowest bounds, as long as they cannot reach the last place by themselves, are not walked through
 *    but looked up, and only for documents that may still get in;
 * 3. those that do are scored in MiniSearch's own order of adding, which decides.
 */
export class TopSearch {
  readonly #tables = new Map<PostingLists, Map<number, { table: WindowTable; removals: number }>>();
  readonly #sums = new Accumulators();
  #bm25: { of: Bm25; parameters: Bm25Parameters }[] = [];

  search(source: TopSource, query: TopQuery): TopDocument[] {
    if (query.limit <= 0) return [];
    const { limit, accept, groupOf } = query;
    const distinct = [...new Set(query.terms)];
    const terms = distinct.map((text) => this.#open(text, source, query));
    const order = query.terms.map((text) => distinct.indexOf(text));
    const best = new BestDocuments(limit);
    visit(
      windowsOf(query, source.end),
      new WindowScorer({ terms, order, limit, best, accept, groupOf }, this.#sums),
      best,
    );
    return best.list().map(({ doc, score }) => ({
      doc,
      score,
      terms: terms.filter((term) => term.score(doc) > 0).map((term) => term.text),
    }));
  }

  #open(text: string, source: TopSource, query: TopQuery): QueryTerm {
    const term = source.terms.get(text);
    const fields = term === undefined ? [] : source.lengths.map((_, field) => field);
    const strands = source.parts.map((): Strand[] => []);
    const repeats = query.terms.filter((other) => other === text).length;
    for (const field of fields) {
      const list = (term ?? 0) * source.lengths.length + field;
      const postings = source.parts.map(({ lists }) => lists.read(list));
      const matching = postings.reduce((sum, part) => sum + (part?.length ?? 0), 0);
      const boost = query.boosts[field] ?? 1;
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
        strands[part]?.push(new Strand(found, table, { ...settings, idf, boost, repeats }));
      }
    }
    const firstWindows = source.parts.map((part) => part.firstWindow);
    return new QueryTerm(text, strands, firstWindows);
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
    const whole =
      known?.removals === source.removals || (lists.isFrozen && known?.table.length === postings.length);
    const usable = whole && known?.table.isUsable(field.bm25.average);
    const table = usable ? known.table : new WindowTable(windows, field.bm25.average, postings.length);
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

/** Scores what may be worth it: a few windows of the highest bounds first, then one after the other. */
function visit(windows: readonly DocumentRange[], scorer: WindowScorer, best: BestDocuments): void {
  const bounds = Float64Array.from(windows, ([from]) => scorer.bound(from >>> WINDOW_BITS));
  const score = (i: number) => {
    const [from, to] = windows[i] as DocumentRange;
    bounds[i] = 0;
    scorer.score(from, to);
  };
  for (let round = 0; round < FIRST; round++) {
    let highest = -1;
    for (let i = 0; i < bounds.length; i++) {
      if ((bounds[i] as number) > (bounds[highest] ?? 0)) highest = i;
    }
    if (highest >= 0) score(highest);
  }
  for (let i = 0; i < bounds.length; i++) {
    const bound = bounds[i] as number;
    if (bound > 0 && bound >= best.threshold) score(i);
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

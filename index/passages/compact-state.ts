import { FREQUENCY_BITS, FREQUENCY_MASK, MOST_DOCUMENTS, type PostingColumns } from './posting-lists.ts';
import type { Part } from './posting-parts.ts';
import type { TermTable } from './term-table.ts';

/** What an index is restored from. Its documents are numbered from 0 without gaps. */
export interface CompactState extends PostingState {
  ids: readonly unknown[];
  /** Document → length, one column a field. */
  lengths: readonly Uint32Array[];
  averages: readonly number[];
}

export interface PostingState {
  terms: string[];
  /** List `term × fields + field`. */
  postings: PostingColumns;
  /** Frequencies of 255 and more: list × 2^24 + document → frequency. */
  large: Iterable<[number, number]>;
}

/**
 * Writes all lists side by side, without removed documents and without terms that nobody has any more.
 * @param docs the documents that are left, ascending: the first becomes number 0, and so on
 * @param end greater than every number in `docs`
 */
export function dumpPostings(
  table: TermTable,
  parts: readonly Part[],
  fields: number,
  docs: readonly number[],
  end: number,
): PostingState {
  const numbers = new Uint32Array(end);
  for (const [number, doc] of docs.entries()) numbers[doc] = number;
  const { kept, total } = termsInUse(table, parts, fields);
  const postings = {
    data: new Uint32Array(total),
    at: new Uint32Array(kept.length * fields),
    length: new Uint32Array(kept.length * fields),
  };
  const large: [number, number][] = [];
  let at = 0;
  for (const [number, term] of kept.entries()) {
    for (let field = 0; field < fields; field++) {
      const list = number * fields + field;
      postings.at[list] = at;
      for (const { lists } of parts) {
        const old = lists.read(term * fields + field);
        for (let i = 0; old && i < old.length; i++) {
          const entry = old.data[old.at + i] ?? 0;
          const doc = numbers[entry >>> FREQUENCY_BITS] ?? 0;
          const frequency = entry & FREQUENCY_MASK;
          postings.data[at++] = ((doc << FREQUENCY_BITS) | frequency) >>> 0;
          if (frequency !== FREQUENCY_MASK) continue;
          const full = lists.largeFrequency(term * fields + field, entry >>> FREQUENCY_BITS);
          large.push([list * MOST_DOCUMENTS + doc, full]);
        }
      }
      postings.length[list] = at - (postings.at[list] ?? 0);
    }
  }
  return { terms: kept.map((term) => table.texts[term] ?? ''), postings, large };
}

function termsInUse(
  table: TermTable,
  parts: readonly Part[],
  fields: number,
): { kept: number[]; total: number } {
  const kept: number[] = [];
  let total = 0;
  for (let term = 0; term < table.texts.length; term++) {
    const before = total;
    for (let list = term * fields; list < (term + 1) * fields; list++) {
      for (const part of parts) total += part.lists.read(list)?.length ?? 0;
    }
    if (total > before) kept.push(term);
  }
  return { kept, total };
}

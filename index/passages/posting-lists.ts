import { GrowingUint32 } from '../growing.ts';
import type { Removals } from './removals.ts';

/** Where one list stands: entries `data[at]` … `data[at + length - 1]`, ascending. */
export interface Postings {
  data: Uint32Array;
  at: number;
  length: number;
}

/**
 * An entry is the document in the upper 24 bits and the frequency in the lower 8: 16.7 million documents, and
 * one comparison orders entries by document. Frequencies from 255 on stand in a table beside.
 */
export const FREQUENCY_BITS = 8;
export const FREQUENCY_MASK = 255;
export const MOST_DOCUMENTS = 2 ** 24;

const SMALLEST = 2;
/** Longer lists get an array of their own. */
const LARGEST_SHARED = 64;
/** That many removals are taken out one by one; more, in one pass over the list. */
const FEW_REMOVALS = 32;

/** Columns of a snapshot: list `i` is `data[at[i]]` … `data[at[i] + length[i] - 1]`. */
export interface PostingColumns {
  data: Uint32Array;
  at: Uint32Array;
  length: Uint32Array;
}

/**
 * Many lists of postings, most of them very short. A typed array each would cost ten times what it holds, so
 * short lists share one array in blocks of 2, 4 … 64 entries; a list that outgrows its block moves to the next
 * size and leaves the block to another.
 */
export class PostingLists {
  readonly #removals: Removals;
  readonly #shared: GrowingUint32;
  readonly #own: (Uint32Array | undefined)[] = [];
  readonly #at: GrowingUint32;
  readonly #length: GrowingUint32;
  /** How many entries fit where the list is; 0 where nothing was ever written. */
  readonly #capacity: GrowingUint32;
  /** How far each list has followed the removals. */
  readonly #settled: GrowingUint32;
  /** Size of block → places of blocks left behind. */
  readonly #free = new Map<number, number[]>();
  /** list × 2^24 + document → frequency */
  readonly #large: Map<number, number>;

  /** With `columns`: the lists of a snapshot, standing side by side. They may lose entries but gain none. */
  constructor(removals: Removals, columns?: PostingColumns, large?: Iterable<[number, number]>) {
    this.#removals = removals;
    this.#shared = GrowingUint32.of(columns?.data ?? new Uint32Array(0));
    this.#at = GrowingUint32.of(columns?.at ?? new Uint32Array(0));
    this.#length = GrowingUint32.of(columns?.length ?? new Uint32Array(0));
    this.#capacity = GrowingUint32.of(new Uint32Array(this.#length.length));
    this.#settled = GrowingUint32.of(new Uint32Array(this.#length.length));
    this.#large = new Map(large);
  }

  /** Lists are numbered from 0; those from here on were never written. */
  get count(): number {
    return this.#length.length;
  }

  /** `doc` must be greater than every document the list has. */
  append(list: number, doc: number, frequency: number): void {
    this.#reach(list);
    if (frequency >= FREQUENCY_MASK) this.#large.set(list * MOST_DOCUMENTS + doc, frequency);
    const entry = ((doc << FREQUENCY_BITS) | Math.min(frequency, FREQUENCY_MASK)) >>> 0;
    const length = this.#length.at(list);
    if (length === this.#capacity.at(list)) this.#enlarge(list, length);
    const own = this.#own[list];
    if (own) own[length] = entry;
    else this.#shared.set(this.#at.at(list) + length, entry);
    this.#length.set(list, length + 1);
  }

  /** The list as it is now, without removed documents; valid until the next change. */
  read(list: number): Postings | undefined {
    if (list >= this.count) return undefined;
    this.#settle(list);
    const length = this.#length.at(list);
    return length === 0 ? undefined : this.#place(list, length);
  }

  /** The frequency in full of an entry whose 8 bits say 255. */
  largeFrequency(list: number, doc: number): number {
    return this.#large.get(list * MOST_DOCUMENTS + doc) ?? FREQUENCY_MASK;
  }

  *largeFrequencies(): Iterable<{ list: number; doc: number; frequency: number }> {
    for (const [key, frequency] of this.#large) {
      yield { list: Math.floor(key / MOST_DOCUMENTS), doc: key % MOST_DOCUMENTS, frequency };
    }
  }

  /** Takes removed documents out of every list now. */
  settleAll(): void {
    for (let list = 0; list < this.count; list++) this.#settle(list);
  }

  #place(list: number, length: number): Postings {
    const own = this.#own[list];
    return own ? { data: own, at: 0, length } : { data: this.#shared.data, at: this.#at.at(list), length };
  }

  #reach(list: number): void {
    while (this.#length.length <= list) {
      this.#at.push(0);
      this.#length.push(0);
      this.#capacity.push(0);
      this.#settled.push(this.#removals.length);
    }
  }

  #enlarge(list: number, length: number): void {
    const { data, at } = this.#place(list, length);
    if (length < LARGEST_SHARED) {
      const size = Math.max(SMALLEST, length * 2);
      const to = this.#free.get(size)?.pop() ?? this.#shared.extend(size);
      // Extending may have moved the shared entries to a larger array.
      this.#shared.data.copyWithin(to, at, at + length);
      this.#at.set(list, to);
      this.#capacity.set(list, size);
      this.#release(length, at);
      return;
    }
    const size = Math.ceil(length * (length < 1024 ? 1.5 : 1.2));
    const own = new Uint32Array(size);
    own.set(data.subarray(at, at + length));
    if (!this.#own[list]) this.#release(length, at);
    this.#own[list] = own;
    this.#capacity.set(list, size);
  }

  #release(size: number, at: number): void {
    if (size === 0) return;
    const places = this.#free.get(size);
    if (places) places.push(at);
    else this.#free.set(size, [at]);
  }

  #settle(list: number): void {
    const from = this.#settled.at(list);
    const to = this.#removals.length;
    if (from === to) return;
    this.#settled.set(list, to);
    const length = this.#length.at(list);
    if (length === 0) return;
    const place = this.#place(list, length);
    if (to - from > FEW_REMOVALS) {
      this.#length.set(list, keepAlive(place, this.#removals));
      return;
    }
    for (let i = from; i < to; i++) takeOut(place, this.#removals.at(i));
    this.#length.set(list, place.length);
  }
}

/** First position at or after `from` whose document is `doc` or later. */
export function lowerBound(data: Uint32Array, from: number, to: number, doc: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((data[middle] ?? 0) >>> FREQUENCY_BITS < doc) low = middle + 1;
    else high = middle;
  }
  return low;
}

function takeOut(place: Postings, doc: number): void {
  const end = place.at + place.length;
  const found = lowerBound(place.data, place.at, end, doc);
  if (found === end || (place.data[found] ?? 0) >>> FREQUENCY_BITS !== doc) return;
  place.data.copyWithin(found, found + 1, end);
  place.length--;
}

/** @returns the new length */
function keepAlive({ data, at, length }: Postings, removals: Removals): number {
  let kept = at;
  for (let i = at; i < at + length; i++) {
    const entry = data[i] ?? 0;
    if (removals.has(entry >>> FREQUENCY_BITS)) continue;
    data[kept++] = entry;
  }
  return kept - at;
}

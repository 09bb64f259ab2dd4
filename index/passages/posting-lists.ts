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

/** What is known of a list stands together, so that adding to it costs one miss of the cache: */
const STRIDE = 4;
/** where it begins among the shared entries, or the number of its own array; */
const AT = 0;
const LENGTH = 1;
/** how many entries fit where it is: more than `LARGEST_SHARED` means an array of its own; */
const CAPACITY = 2;
/** how far it has followed the removals. */
const SETTLED = 3;

/**
 * Many lists of postings, most of them very short. A typed array each would cost ten times what it holds, so
 * short lists share one array in blocks of 2, 4 … 64 entries; a list that outgrows its block moves to the next
 * size and leaves the block to another.
 */
export class PostingLists {
  readonly #removals: Removals;
  readonly #shared: GrowingUint32;
  readonly #own: Uint32Array[] = [];
  readonly #lists = new GrowingUint32();
  /** Size of block → places of blocks left behind. */
  readonly #free = new Map<number, number[]>();
  /** list × 2^24 + document → frequency */
  readonly #large: Map<number, number>;
  /** Lists of a snapshot: they may lose entries but gain none. */
  readonly isFrozen: boolean;

  /** With `columns`: the lists of a snapshot, standing side by side. */
  constructor(removals: Removals, columns?: PostingColumns, large?: Iterable<[number, number]>) {
    this.#removals = removals;
    this.#shared = GrowingUint32.of(columns?.data ?? new Uint32Array(0));
    this.#large = new Map(large);
    this.isFrozen = columns !== undefined;
    if (!columns) return;
    this.#lists.extend(columns.at.length * STRIDE);
    for (let list = 0; list < columns.at.length; list++) {
      this.#lists.set(list * STRIDE + AT, columns.at[list] ?? 0);
      this.#lists.set(list * STRIDE + LENGTH, columns.length[list] ?? 0);
    }
  }

  /** Lists are numbered from 0; those from here on were never written. */
  get count(): number {
    return this.#lists.length / STRIDE;
  }

  /** `doc` must be greater than every document the list has. */
  append(list: number, doc: number, frequency: number): void {
    while (this.count <= list) this.#lists.set(this.#lists.extend(STRIDE) + SETTLED, this.#removals.length);
    if (frequency >= FREQUENCY_MASK) this.#large.set(list * MOST_DOCUMENTS + doc, frequency);
    const entry = ((doc << FREQUENCY_BITS) | Math.min(frequency, FREQUENCY_MASK)) >>> 0;
    const row = list * STRIDE;
    const length = this.#lists.at(row + LENGTH);
    if (length === this.#lists.at(row + CAPACITY)) this.#enlarge(row, length);
    const at = this.#lists.at(row + AT);
    if (this.#lists.at(row + CAPACITY) > LARGEST_SHARED) (this.#own[at] as Uint32Array)[length] = entry;
    else this.#shared.set(at + length, entry);
    this.#lists.set(row + LENGTH, length + 1);
  }

  /** The list as it is now, without removed documents; valid until the next change. */
  read(list: number): Postings | undefined {
    if (list >= this.count) return undefined;
    const row = list * STRIDE;
    if (this.#lists.at(row + LENGTH) === 0) return undefined;
    if (this.#lists.at(row + SETTLED) !== this.#removals.length) this.#settle(row);
    const length = this.#lists.at(row + LENGTH);
    return length === 0 ? undefined : this.#place(row, length);
  }

  /** The frequency in full of an entry whose 8 bits say 255. */
  largeFrequency(list: number, doc: number): number {
    return this.#large.get(list * MOST_DOCUMENTS + doc) ?? FREQUENCY_MASK;
  }

  /** Takes removed documents out of every list now. */
  settleAll(): void {
    for (let list = 0; list < this.count; list++) this.read(list);
  }

  #place(row: number, length: number): Postings {
    const at = this.#lists.at(row + AT);
    if (this.#lists.at(row + CAPACITY) <= LARGEST_SHARED) return { data: this.#shared.data, at, length };
    return { data: this.#own[at] as Uint32Array, at: 0, length };
  }

  #enlarge(row: number, length: number): void {
    const { data, at } = this.#place(row, length);
    const size = largerSize(length);
    this.#lists.set(row + CAPACITY, size);
    if (size <= LARGEST_SHARED) {
      const to = this.#free.get(size)?.pop() ?? this.#shared.extend(size);
      // Extending may have moved the shared entries to a larger array.
      this.#shared.data.copyWithin(to, at, at + length);
      this.#lists.set(row + AT, to);
      this.#release(length, at);
      return;
    }
    const own = new Uint32Array(size);
    own.set(data.subarray(at, at + length));
    if (length > LARGEST_SHARED) {
      this.#own[this.#lists.at(row + AT)] = own;
    } else {
      this.#lists.set(row + AT, this.#own.push(own) - 1);
      this.#release(length, at);
    }
  }

  #release(size: number, at: number): void {
    if (size === 0) return;
    const places = this.#free.get(size);
    if (places) places.push(at);
    else this.#free.set(size, [at]);
  }

  #settle(row: number): void {
    const from = this.#lists.at(row + SETTLED);
    const to = this.#removals.length;
    this.#lists.set(row + SETTLED, to);
    const place = this.#place(row, this.#lists.at(row + LENGTH));
    if (to - from > FEW_REMOVALS) keepAlive(place, this.#removals);
    else for (let i = from; i < to; i++) takeOut(place, this.#removals.at(i));
    this.#lists.set(row + LENGTH, place.length);
  }
}

function largerSize(length: number): number {
  if (length < LARGEST_SHARED) return Math.max(SMALLEST, length * 2);
  return Math.ceil(length * (length < 1024 ? 1.5 : 1.2));
}

/** First position at or after `from` whose document is `doc` or later. */
export function lowerBound(data: Uint32Array, from: number, to: number, doc: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((data[middle] as number) >>> FREQUENCY_BITS < doc) low = middle + 1;
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

function keepAlive(place: Postings, removals: Removals): void {
  const { data, at, length } = place;
  let kept = at;
  for (let i = at; i < at + length; i++) {
    const entry = data[i] as number;
    if (removals.has(entry >>> FREQUENCY_BITS)) continue;
    data[kept++] = entry;
  }
  place.length = kept - at;
}

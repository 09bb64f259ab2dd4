import { GrowingUint32 } from '../growing.ts';
import { FREQUENCY_BITS, PostingLists } from '../passages/posting-lists.ts';
import { Removals } from '../passages/removals.ts';

/** A pair of characters as one small number; unlike pairs that meet only cost a candidate. */
const BASE = 32_749;
/** Marks pairs with one character left out between them. */
const SKIP = 0x1fff;
/** Names begin with their place: there a wrong character leaves no pair that tells the name from thousands. */
const HEAD = 4;
/** So many entries of lists are gone through for one text, those of the rarest pairs. */
const BUDGET = 12_000;
/** So many names are looked at one by one. */
const MOST_COMPARED = 800;
const CLASSES = 64;
/** A name whose first character is in the text is likelier meant: as much as a rare pair, as this many pairs. */
const WEIGHT_OF_FIRST = 10;
const FIRST = 3;

/** Which names have which pairs of characters: finds names that a text resembles. */
export class Bigrams {
  readonly #texts: readonly string[];
  readonly #numbers = new Map<number, number>();
  readonly #lists = new PostingLists(new Removals());
  /** Name → its first character. */
  readonly #firsts = new GrowingUint32();
  #weights = new Float32Array(1024);

  /** @param texts the names by number; it grows */
  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** Names come with rising numbers. */
  add(name: number, text: string): void {
    while (this.#firsts.length < name) this.#firsts.push(0);
    this.#firsts.push(text.charCodeAt(0));
    const seen = new Set<number>();
    for (let i = 0; i + 1 < text.length; i++) {
      seen.add(pair(text, i));
      if (i + 2 < Math.min(HEAD, text.length)) seen.add(pairAround(text, i));
    }
    for (const key of seen) {
      let list = this.#numbers.get(key);
      if (list === undefined) {
        list = this.#numbers.size;
        this.#numbers.set(key, list);
      }
      this.#lists.append(list, name, 1);
    }
  }

  /** Whether any name has these two characters side by side. */
  has(text: string): boolean {
    return this.#numbers.has(pair(text, 0));
  }

  /** The numbers of the names that share most with the text, rare pairs counting more. */
  candidates(text: string, limit: number): number[] {
    const keys = new Set<number>();
    for (let i = 0; i + 1 < text.length; i++) {
      keys.add(pair(text, i));
      if (i + 2 < text.length) keys.add(pairAround(text, i));
    }
    const touched = this.#collect(keys);
    const characters = new Set(Array.from(text, (_, i) => text.charCodeAt(i)));
    for (const name of touched) {
      if (!characters.has(this.#firsts.at(name))) continue;
      this.#weights[name] = (this.#weights[name] as number) + WEIGHT_OF_FIRST;
    }
    const near = this.#heaviest(touched).map((name) => ({
      name,
      shared: this.#shared(name, keys, characters),
    }));
    for (const name of touched) this.#weights[name] = 0;
    return near
      .filter(({ shared }) => shared > 1)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, limit)
      .map(({ name }) => name);
  }

  /** Goes through the lists of the rarest pairs and leaves their weights behind. */
  #collect(keys: ReadonlySet<number>): number[] {
    const lists = [...keys]
      .flatMap((key) => this.#numbers.get(key) ?? [])
      .flatMap((list) => this.#lists.read(list) ?? [])
      .sort((a, b) => a.length - b.length);
    if (this.#weights.length < this.#firsts.length) this.#weights = new Float32Array(this.#firsts.length * 2);
    const weights = this.#weights;
    const touched: number[] = [];
    let budget = BUDGET;
    for (const { data, at, length } of lists) {
      budget -= length;
      if (budget < 0 && touched.length > 0) break;
      const weight = Math.log2((this.#firsts.length + 1) / length) + 1;
      for (let i = at; i < at + Math.min(length, BUDGET); i++) {
        const name = (data[i] as number) >>> FREQUENCY_BITS;
        if (weights[name] === 0) touched.push(name);
        weights[name] = (weights[name] as number) + weight;
      }
    }
    return touched;
  }

  /** Those of the greatest weights, without sorting thousands: by classes of weight. */
  #heaviest(names: readonly number[]): readonly number[] {
    if (names.length <= MOST_COMPARED) return names;
    let most = 0;
    for (const name of names) most = Math.max(most, this.#weights[name] as number);
    const classOf = (name: number) => Math.ceil(((this.#weights[name] as number) / most) * CLASSES);
    const sizes = new Uint32Array(CLASSES + 1);
    for (const name of names) sizes[classOf(name)] = (sizes[classOf(name)] as number) + 1;
    let least = CLASSES;
    for (let count = sizes[least] as number; least > 1 && count < MOST_COMPARED; )
      count += sizes[--least] as number;
    return names.filter((name) => classOf(name) >= least).slice(0, 2 * MOST_COMPARED);
  }

  /** How many of the name's pairs the text has; of equal ones the shorter name is nearer. */
  #shared(name: number, keys: ReadonlySet<number>, characters: ReadonlySet<number>): number {
    const text = this.#texts[name] ?? '';
    let shared = 0;
    for (let i = 0; i + 1 < text.length; i++) {
      if (keys.has(pair(text, i))) shared++;
      if (i + 2 < Math.min(HEAD, text.length) && keys.has(pairAround(text, i))) shared++;
    }
    if (shared < 2) return 0;
    return shared + shared / text.length + (characters.has(text.charCodeAt(0)) ? FIRST : 0);
  }
}

function pair(text: string, at: number): number {
  return (text.charCodeAt(at) % BASE) * BASE + (text.charCodeAt(at + 1) % BASE);
}

function pairAround(text: string, at: number): number {
  return ((text.charCodeAt(at) ^ SKIP) % BASE) * BASE + (text.charCodeAt(at + 2) % BASE);
}

import { GrowingUint32 } from '../growing.ts';
import { FREQUENCY_BITS, PostingLists } from '../passages/posting-lists.ts';
import { Removals } from '../passages/removals.ts';

/** A pair of characters as one small number; unlike pairs that meet only cost a candidate. */
const BASE = 32_749;
/** Character → its number below `BASE`: looked up, for dividing takes long. */
const FOLDED = Uint16Array.from({ length: 2 ** 16 }, (_, code) => code % BASE);
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
  /** The names that a text touches. */
  readonly #touched = new GrowingUint32();
  /** For the text at hand: pairs and characters it has. */
  readonly #text = new TextPairs();

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
    this.#text.open(text);
    const touched = this.#collect();
    for (let i = 0; i < touched.length; i++) {
      const name = touched[i] as number;
      if (!this.#text.hasCharacter(this.#firsts.at(name))) continue;
      this.#weights[name] = (this.#weights[name] as number) + WEIGHT_OF_FIRST;
    }
    const near = Array.from(this.#heaviest(touched), (name) => ({ name, shared: this.#shared(name) }));
    for (let i = 0; i < touched.length; i++) this.#weights[touched[i] as number] = 0;
    this.#text.close();
    return near
      .filter(({ shared }) => shared > 1)
      .sort((a, b) => b.shared - a.shared)
      .slice(0, limit)
      .map(({ name }) => name);
  }

  /** Goes through the lists of the rarest pairs and leaves their weights behind. */
  #collect(): Uint32Array {
    const lists = this.#text.keys
      .flatMap((key) => this.#numbers.get(key) ?? [])
      .flatMap((list) => this.#lists.read(list) ?? [])
      .sort((a, b) => a.length - b.length);
    if (this.#weights.length < this.#firsts.length) this.#weights = new Float32Array(this.#firsts.length * 2);
    const weights = this.#weights;
    const touched = this.#touched;
    touched.length = 0;
    let budget = BUDGET;
    for (const { data, at, length } of lists) {
      budget -= length;
      if (budget < 0 && touched.length > 0) break;
      const weight = Math.log2((this.#firsts.length + 1) / length) + 1;
      for (let i = at; i < at + Math.min(length, BUDGET); i++) {
        const name = (data[i] as number) >>> FREQUENCY_BITS;
        const known = weights[name] as number;
        if (known === 0) touched.push(name);
        weights[name] = known + weight;
      }
    }
    return touched.values();
  }

  /** Those of the greatest weights, without sorting thousands: by classes of weight. */
  #heaviest(names: Uint32Array): Uint32Array {
    if (names.length <= MOST_COMPARED) return names;
    const weights = this.#weights;
    let most = 0;
    for (let i = 0; i < names.length; i++) {
      const weight = weights[names[i] as number] as number;
      if (weight > most) most = weight;
    }
    const classes = new Uint8Array(names.length);
    const sizes = new Uint32Array(CLASSES + 1);
    for (let i = 0; i < names.length; i++) {
      const ofName = Math.ceil(((weights[names[i] as number] as number) / most) * CLASSES);
      classes[i] = ofName;
      sizes[ofName] = (sizes[ofName] as number) + 1;
    }
    let least = CLASSES;
    for (let count = sizes[least] as number; least > 1 && count < MOST_COMPARED; )
      count += sizes[--least] as number;
    return names.filter((_, i) => (classes[i] as number) >= least).subarray(0, 2 * MOST_COMPARED);
  }

  /** How many of the name's pairs the text has; of equal ones the shorter name is nearer. */
  #shared(name: number): number {
    const text = this.#texts[name] ?? '';
    const pairs = this.#text;
    let shared = 0;
    for (let i = 0; i + 1 < text.length; i++) {
      if (pairs.has(pair(text, i))) shared++;
      if (i + 2 < HEAD && i + 2 < text.length && pairs.has(pairAround(text, i))) shared++;
    }
    if (shared < 2) return 0;
    return shared + shared / text.length + (pairs.hasCharacter(text.charCodeAt(0)) ? FIRST : 0);
  }
}

const FILTER = 2 ** 16 - 1;

/** The pairs of a text, asked for thousands of times: most that it has not are told by one look at a table. */
class TextPairs {
  keys: number[] = [];
  readonly #set = new Set<number>();
  readonly #mayBe = new Uint8Array(FILTER + 1);
  readonly #characters = new Uint8Array(2 ** 16);
  #text = '';

  open(text: string): void {
    this.#text = text;
    for (let i = 0; i < text.length; i++) {
      this.#characters[text.charCodeAt(i)] = 1;
      if (i + 1 < text.length) this.#set.add(pair(text, i));
      if (i + 2 < text.length) this.#set.add(pairAround(text, i));
    }
    this.keys = [...this.#set];
    for (const key of this.keys) this.#mayBe[key & FILTER] = 1;
  }

  has(key: number): boolean {
    return this.#mayBe[key & FILTER] === 1 && this.#set.has(key);
  }

  hasCharacter(code: number): boolean {
    return this.#characters[code] === 1;
  }

  /** Leaves all tables empty for the next text. */
  close(): void {
    for (const key of this.keys) this.#mayBe[key & FILTER] = 0;
    for (let i = 0; i < this.#text.length; i++) this.#characters[this.#text.charCodeAt(i)] = 0;
    this.#set.clear();
  }
}

function pair(text: string, at: number): number {
  return (FOLDED[text.charCodeAt(at)] as number) * BASE + (FOLDED[text.charCodeAt(at + 1)] as number);
}

function pairAround(text: string, at: number): number {
  return (FOLDED[text.charCodeAt(at) ^ SKIP] as number) * BASE + (FOLDED[text.charCodeAt(at + 2)] as number);
}

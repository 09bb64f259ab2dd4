import { readingsOf } from './readings.ts';

/** Names that have more ways to be read than this are known by the first ones. */
const MOST_READINGS = 8;
const LEAST_LETTERS = 5;
/** Initials say little: fewer letters fit too many names by chance. */
const LEAST_INITIALS = 6;
const MOST_WORDS = 14;
/** A key is the hash of a spelling times this plus the number of the name: exact in a double. */
const MOST_NAMES = 2 ** 21;

export interface PinyinMatch {
  /** Places in the text. */
  start: number;
  end: number;
  names: number[];
  initials: boolean;
}

/**
 * Names by the way they are read. The spellings themselves are not kept, only sorted hashes of them: eight bytes
 * each instead of a hundred; what a hash finds is spelt anew to make sure.
 */
export class PinyinNames {
  readonly #texts: readonly string[];
  readonly #sorted: Float64Array;
  /** What came after the sorting. */
  readonly #later = new Map<number, number[]>();

  /** @param texts grows by the names that are added later */
  constructor(texts: readonly string[]) {
    this.#texts = texts;
    const keys: number[] = [];
    for (const [name, text] of texts.entries()) {
      for (const spelling of spellingsOf(text)) keys.push(hash(spelling) * MOST_NAMES + name);
    }
    this.#sorted = Float64Array.from(keys).sort();
  }

  add(name: number, text: string): void {
    for (const spelling of spellingsOf(text)) {
      const key = hash(spelling);
      const names = this.#later.get(key);
      if (names) names.push(name);
      else this.#later.set(key, [name]);
    }
  }

  /** Runs of whole words that spell a name. `wu zhi xian`, `wuzhi xian`, `wuzhixian` are one. */
  find(text: string): PinyinMatch[] {
    const found: PinyinMatch[] = [];
    for (const run of text.matchAll(/[a-z]+(?:[ '’-]{1,2}[a-z]+)*/g)) {
      const words = [...run[0].matchAll(/[a-z]+/g)];
      for (let from = 0; from < words.length; from++) {
        let letters = '';
        for (let to = from; to < Math.min(words.length, from + MOST_WORDS); to++) {
          const last = words[to];
          letters += last?.[0] ?? '';
          const start = run.index + (words[from]?.index ?? 0);
          const end = run.index + (last?.index ?? 0) + (last?.[0].length ?? 0);
          for (const initials of from === to ? [false, true] : [false]) {
            const names = this.#lookUp(initials ? ofInitials(letters) : letters);
            if (names.length > 0) found.push({ start, end, names, initials });
          }
        }
      }
    }
    return found;
  }

  #lookUp(spelling: string): number[] {
    const key = hash(spelling);
    const names = [...(this.#later.get(key) ?? [])];
    for (let i = this.#lowerBound(key * MOST_NAMES); i < this.#sorted.length; i++) {
      const name = (this.#sorted[i] as number) - key * MOST_NAMES;
      if (name >= MOST_NAMES) break;
      names.push(name);
    }
    return names.filter((name) => spellingsOf(this.#texts[name] ?? '').includes(spelling));
  }

  #lowerBound(value: number): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#sorted[middle] as number) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** All spellings of a name that are long enough to say it; initials are marked. */
function spellingsOf(text: string): string[] {
  let full = [''];
  let initials = [''];
  for (const character of text) {
    const readings = readingsOf(character);
    if (readings.length === 0) return [];
    full = combine(full, readings);
    initials = combine(initials, [...new Set(readings.map((reading) => reading[0] ?? ''))]);
  }
  return [
    ...full.filter((spelling) => spelling.length >= LEAST_LETTERS),
    ...initials.filter((short) => short.length >= LEAST_INITIALS).map(ofInitials),
  ];
}

function ofInitials(letters: string): string {
  return `·${letters}`;
}

function combine(before: readonly string[], readings: readonly string[]): string[] {
  if (readings.length === 1) return before.map((start) => start + (readings[0] ?? ''));
  return before.flatMap((start) => readings.map((reading) => start + reading)).slice(0, MOST_READINGS);
}

/** 32 bits (FNV-1a). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

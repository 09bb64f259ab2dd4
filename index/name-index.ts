import { Bigrams } from './names/bigrams.ts';
import { COMMON_WORDS, isCommon } from './names/common-words.ts';
import { ExactNames, withoutOverlap } from './names/exact.ts';
import { likelySpans, overlaps, type Span } from './names/likely-spans.ts';
import { readNames, writeNames } from './names/name-snapshot.ts';
import { NameStore } from './names/name-store.ts';
import { PinyinNames } from './names/pinyin-names.ts';
import { findLikenesses } from './names/resemblance.ts';
import { squeeze } from './names/squeeze.ts';
import { normalizeText, originalSpan } from './normalize.ts';

export interface WeightedName {
  text: string;
  /** The caller's word for what kind of name this is. */
  how: string;
  /** 0…1: 1 is the full name. */
  score: number;
}

export interface NameCandidate {
  id: string;
  /** 0…1: the weight of the name, less what the match lacks. Below 0.6 it is no more than a hint. */
  score: number;
  /** `how` of the name where it stands as it is, else `part` (shortened), `slip` (misspelt) or `pinyin`. */
  how: string;
  /** The name that was recognised, folded. */
  name: string;
}

export interface NameMatch {
  /** UTF-16 offsets into the text that was given; `end` is exclusive. */
  start: number;
  end: number;
  text: string;
  /** Best first; several when the words fit several ids. */
  candidates: NameCandidate[];
}

export interface NameIndexOptions {
  /** Words that name nobody: a name made of nothing else is not taken in (人民政府, 服务中心, 申请). */
  common?: Iterable<string>;
  /**
   * Whether a piece of a text is a word or a place in its own right, and so no misspelling of another:
   * `dictionaryWords(folder)`. Without it most misspellings are no more than hints.
   */
  isWord?: (text: string) => boolean;
}

/** Longer texts are searched for whole names only. */
const LONGEST_FOR_LIKENESS = 200;
/** Spelt in full it says as much as the name; what sounds the same is told beside it. */
const PINYIN_QUALITY = 0.99;
const INITIALS_QUALITY = 0.7;

/**
 * Finds the names of things inside a text: whole names first, the longest; then shortened (中宁机关事务中心) and
 * misspelt ones and pinyin. Full-width, traditional and capital letters make no difference.
 */
export class NameIndex {
  readonly #store: NameStore;
  readonly #exact = new ExactNames();
  readonly #bigrams: Bigrams;
  readonly #common: ReadonlySet<string>;
  readonly #isWord: ((text: string) => boolean) | undefined;
  #pinyin: PinyinNames | undefined;

  constructor(options: NameIndexOptions = {}, store = new NameStore()) {
    this.#common = new Set(options.common ?? COMMON_WORDS);
    this.#isWord = options.isWord;
    this.#store = store;
    this.#bigrams = new Bigrams(store.texts);
    for (const [name, text] of store.texts.entries()) this.#learn(name, text);
  }

  /** Number of different names ever given. */
  get size(): number {
    return this.#store.texts.length;
  }

  has(id: string): boolean {
    return this.#store.has(id);
  }

  /** Gives an id its names, in place of those it had. */
  set(id: string, names: readonly WeightedName[]): void {
    this.#store.unlink(id);
    for (const { text, how, score } of names) {
      const folded = normalizeText(text).replace(/\s+/g, '');
      if (folded.length < 2 || isCommon(folded, this.#common)) continue;
      const { name, isNew } = this.#store.link(id, folded, how, score);
      if (!isNew) continue;
      this.#learn(name, folded);
      this.#pinyin?.add(name, folded);
    }
  }

  delete(id: string): void {
    this.#store.unlink(id);
  }

  /** Names in a text, in the order of reading; the spans do not overlap. */
  find(text: string): NameMatch[] {
    const squeezed = squeeze(text);
    const exact = this.#exact
      .find(squeezed.text, (part) => this.#store.find(part))
      .map(({ start, end, name }): Span => ({ start, end, names: [{ name, quality: 1 }] }));
    const like = [...this.#likenesses(squeezed.text, exact), ...this.#spelt(squeezed.text)];
    const spans = [...exact.filter((span) => !like.some((other) => overlaps(span, other))), ...like];
    return spans
      .sort((a, b) => a.start - b.start)
      .map(({ start, end, names }) => {
        const [from, to] = originalSpan(squeezed.offsets, start, end);
        const said = text.slice(from, to).trimEnd();
        return { start: from, end: from + said.length, text: said, candidates: this.#candidates(names) };
      });
  }

  snapshot(): Uint8Array {
    return writeNames(this.#store);
  }

  /** @throws {SnapshotError} */
  static restore(bytes: Uint8Array, options: NameIndexOptions = {}): NameIndex {
    return new NameIndex(options, readNames(bytes));
  }

  #learn(name: number, text: string): void {
    this.#exact.add(text);
    this.#bigrams.add(name, text);
  }

  /** Shortened and misspelt names. */
  #likenesses(text: string, exact: readonly Span[]): Span[] {
    if (text.length > LONGEST_FOR_LIKENESS) return [];
    const vocabulary = {
      bigrams: this.#bigrams,
      textOf: (name: number) => this.#store.texts[name] ?? '',
      isWord: this.#isWord,
      isRank: (character: string) => this.#common.has(character),
    };
    const found = findLikenesses(text, vocabulary).filter(
      ({ name, start, end }) => this.#store.isAlive(name) && !isCommon(text.slice(start, end), this.#common),
    );
    return likelySpans(found, exact, (name) => this.#store.bestScore(name));
  }

  #spelt(text: string): Span[] {
    if (!/[a-z]{2}/.test(text)) return [];
    this.#pinyin ??= new PinyinNames(this.#store.texts);
    const spans = this.#pinyin.find(text).map(({ start, end, names, initials }): Span => {
      const quality = initials ? INITIALS_QUALITY : PINYIN_QUALITY;
      const alive = names.filter((name) => this.#store.isAlive(name));
      return { start, end, names: alive.map((name) => ({ name, quality, how: 'pinyin' })) };
    });
    return withoutOverlap(spans.filter((span) => span.names.length > 0));
  }

  /** Each id once, by its best name. */
  #candidates(names: Span['names']): NameCandidate[] {
    const best = new Map<string, NameCandidate>();
    for (const { name, quality, how } of names) {
      for (const reference of this.#store.references(name)) {
        const score = Math.round(reference.score * quality * 1000) / 1000;
        if ((best.get(reference.id)?.score ?? -1) >= score) continue;
        const text = this.#store.texts[name] ?? '';
        best.set(reference.id, { id: reference.id, score, how: how ?? reference.how, name: text });
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score);
  }
}

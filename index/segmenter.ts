import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { normalize, normalizeText, originalSpan } from './normalize.ts';

/** A file of the dictionary folder is missing or malformed. nodejieba itself would abort the process. */
export class DictionaryError extends Error {
  readonly code = 'dictionary';
  constructor(
    readonly file: string,
    reason: string,
    cause?: unknown,
  ) {
    super(`${file}: ${reason}`, { cause });
    this.name = 'DictionaryError';
  }
}

export interface Segment {
  /** Folded: simplified, half width, lower case. */
  term: string;
  /** UTF-16 offsets into the text that was given; `end` is exclusive. */
  start: number;
  end: number;
}

interface Jieba {
  load(files: Record<'dict' | 'userDict' | 'idfDict' | 'stopWordDict', string>): boolean;
  cut(text: string): string[];
  cutForSearch(text: string): string[];
  insertWord(word: string): boolean;
}

/** Runs worth finding: Han; numbers as `12.5` or `1,234`; words of other scripts, hosts and addresses whole. */
const RUN =
  /(\p{Script=Han}+)|(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)*(?![a-z\d])|[^\P{L}\p{Script=Han}](?:[^\P{L}\p{Script=Han}]|[\p{N}\p{M}]|[.@_-](?=[a-z\d]))*|\p{N}[\p{N}a-z]*/gu;

/** The folder nodejieba, of which a process has one, was last loaded with. */
let loaded: string | undefined;
let jieba: Jieba | undefined;

/**
 * Cuts Chinese text into the terms that are indexed and looked for.
 *
 * Only runs of Han reach nodejieba, without its guessing model: it would split `2023` and invent words. The
 * dictionary loads at the first Han character (some 0.2 s), so that a start without a search costs nothing.
 *
 * The folder holds `words.txt` (jieba's format), `terms.txt` (words of the field, one a line, `#` comments)
 * and `idf.txt` (one line: keyword extraction is not used, and jieba's own table costs half a second).
 */
export class Segmenter {
  readonly #folder: string;

  constructor(options: { folder: string }) {
    this.#folder = options.folder;
  }

  /** Every term with its place, shorter words inside longer ones included, in the order of reading. */
  segment(text: string): Segment[] {
    const { text: folded, offsets } = normalize(text);
    const segments: Segment[] = [];
    const push = (term: string, at: number) => {
      const [start, end] = originalSpan(offsets, at, at + term.length);
      segments.push({ term: termOf(term), start, end });
    };
    for (const run of folded.matchAll(RUN)) {
      if (run[1] === undefined) push(run[0], run.index);
      else this.#placeWords(run[0], run.index, push);
    }
    return segments;
  }

  /** The terms alone: what an index takes in. */
  terms(text: string): string[] {
    const terms: string[] = [];
    for (const [run, han] of normalizeText(text).matchAll(RUN)) {
      if (han === undefined) terms.push(termOf(run));
      else for (const word of this.#jieba().cutForSearch(han)) terms.push(word);
    }
    return terms;
  }

  /**
   * The text in pieces that do not overlap and leave nothing out, punctuation and white space included.
   * Joined they are the input.
   */
  cut(text: string): string[] {
    const { text: folded, offsets } = normalize(text);
    const ends = new Set<number>([0, text.length]);
    for (const run of folded.matchAll(RUN)) {
      let at = run.index;
      ends.add(offsets[at] ?? 0);
      for (const word of run[1] === undefined ? [run[0]] : this.#jieba().cut(run[0])) {
        at += word.length;
        ends.add(offsets[at] ?? text.length);
      }
    }
    const places = [...ends].sort((a, b) => a - b);
    return places.slice(1).map((end, i) => text.slice(places[i], end));
  }

  /**
   * cutForSearch tells no places. It gives for each word of the plain cut first its two-character words, then
   * its three-character words, then the word itself, each from left to right: so places can be counted back.
   */
  #placeWords(run: string, offset: number, push: (term: string, at: number) => void): void {
    const found = this.#jieba().cutForSearch(run);
    let next = 0;
    let base = 0;
    for (const word of this.#jieba().cut(run)) {
      const size = [...word].length;
      for (const part of [2, 3]) {
        let from = base;
        while (size > part && found[next] !== undefined && [...(found[next] ?? '')].length === part) {
          const term = found[next++] ?? '';
          const at = run.indexOf(term, from);
          push(term, offset + at);
          from = at + 1;
        }
      }
      push(word, offset + base);
      next++;
      base += word.length;
    }
  }

  #jieba(): Jieba {
    if (jieba === undefined || loaded !== this.#folder) {
      jieba = load(this.#folder);
      loaded = this.#folder;
    }
    return jieba;
  }
}

/** `1,234` is looked for as `1234`. */
function termOf(run: string): string {
  return run.includes(',') ? run.replaceAll(',', '') : run;
}

function load(folder: string): Jieba {
  const file = (name: string): string => {
    const path = join(folder, name);
    if (!existsSync(path)) throw new DictionaryError(path, 'missing');
    return path;
  };
  const stub = file('idf.txt');
  const dict = file('words.txt');
  const terms = readTerms(file('terms.txt'));
  const library = createRequire(import.meta.url)('nodejieba') as Jieba;
  library.load({ dict, userDict: stub, idfDict: stub, stopWordDict: stub });
  for (const term of terms) library.insertWord(term);
  return library;
}

/** Reads a word list: one a line, `#` begins a comment. */
export function readTerms(path: string): string[] {
  const words: string[] = [];
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new DictionaryError(path, 'cannot be read', cause);
  }
  for (const line of text.split('\n')) {
    const word = normalizeText(line.replace(/#.*/, '').trim());
    if (word) words.push(word);
  }
  return words;
}

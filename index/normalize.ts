import { simplify } from './variants.ts';

/** A folded text and the way back from it. */
export interface Normalized {
  text: string;
  /**
   * For each UTF-16 unit of `text` the offset of the original character it came from, and at the end the length
   * of the original; see `originalSpan`.
   */
  offsets: Uint32Array;
}

/** One base character with the marks that combine with it: the largest piece that NFKC may join or split. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gsu;
/** Characters without shape that hide inside copied text and would tear words: soft hyphen, zero width, marks. */
const INVISIBLE = /\u00ad|[\u200b-\u200f]|[\u2060-\u2064]|[\ufe00-\ufe0f]|\ufeff/gu;

const folds = new Map<string, string>();

/**
 * Folds what one reader takes for the same: full and half width (NFKC), traditional and simplified characters,
 * capitals; drops invisible characters. Meant for comparing, not for showing.
 */
export function normalize(text: string): Normalized {
  if (isFolded(text)) return { text, offsets: identity(text.length) };
  let folded = '';
  const offsets: number[] = [];
  let at = 0;
  for (const cluster of clusters(text)) {
    const target = fold(cluster);
    for (let i = 0; i < target.length; i++) offsets.push(at);
    folded += target;
    at += cluster.length;
  }
  offsets.push(at);
  return { text: folded, offsets: Uint32Array.from(offsets) };
}

/**
 * Where `[start, end)` of a folded text stood in the original. One character may have become several (㈠ → (一)):
 * then the span takes in the whole of it.
 */
export function originalSpan(offsets: Uint32Array, start: number, end: number): [number, number] {
  const last = offsets[end - 1] ?? 0;
  let after = end;
  while (after < offsets.length - 1 && (offsets[after] ?? 0) <= last) after++;
  return [offsets[start] ?? 0, offsets[after] ?? 0];
}

/** `normalize(text).text` without the way back: for building an index. */
export function normalizeText(text: string): string {
  if (isFolded(text)) return text;
  let folded = '';
  for (const cluster of clusters(text)) folded += fold(cluster);
  return folded;
}

const UNKNOWN = 0;
const SAME = 1;
const OTHER = 2;
/** What folding does to each UTF-16 unit when it stands alone, as far as met. */
const effects = new Uint8Array(65_536);

/** Most texts are plain simplified Chinese already: then nothing is copied. */
function isFolded(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (effects[unit] === UNKNOWN) effects[unit] = standsAlone(unit) ? SAME : OTHER;
    if (effects[unit] === OTHER) return false;
  }
  return true;
}

function standsAlone(unit: number): boolean {
  const character = String.fromCharCode(unit);
  return !/[\p{M}\p{Cs}]/u.test(character) && foldAnew(character) === character;
}

/** Splits only where a combining mark makes it necessary; plain characters are the usual case. */
function clusters(text: string): Iterable<string> {
  return /\p{M}/u.test(text) ? (text.match(CLUSTER) ?? []) : text;
}

/** The set of different characters in Chinese text is small: each is worked out once. */
function fold(cluster: string): string {
  const known = folds.get(cluster);
  if (known !== undefined) return known;
  const result = foldAnew(cluster);
  if (folds.size > 50_000) folds.clear();
  folds.set(cluster, result);
  return result;
}

function foldAnew(cluster: string): string {
  const wide = cluster.normalize('NFKC').replace(INVISIBLE, '').toLowerCase().normalize('NFKC');
  let result = '';
  for (const character of wide) result += simplify(character) ?? character;
  return result;
}

function identity(length: number): Uint32Array {
  const offsets = new Uint32Array(length + 1);
  for (let i = 0; i <= length; i++) offsets[i] = i;
  return offsets;
}

import { GrowingUint32 } from '../growing.ts';

/** One way of calling one id: `score` 0…1. */
export interface Reference {
  id: string;
  how: string;
  score: number;
}

/** No link. Row 0 of `refs` is never used, so that a column of zeros means no links. */
const NONE = 0;
const SCORE_STEPS = 1000;

/**
 * Names and the ids they stand for, many to many, in columns: at 300,000 names an object each would cost more
 * than the names.
 *
 *     name 7 "县农业农村局" → ref 12 → ref 90 → …      (nextOfName)
 *     owner 3 "410823|…"    → ref 12 → ref 13 → …      (nextOfOwner)
 */
export class NameStore {
  readonly texts: string[] = [];
  readonly #byText = new Map<string, number>();
  readonly #firstOfName = new GrowingUint32();
  readonly #owners: string[] = [];
  readonly #byOwner = new Map<string, number>();
  readonly #firstOfOwner = new GrowingUint32();
  readonly #hows: string[] = [];
  readonly #name = new GrowingUint32();
  readonly #owner = new GrowingUint32();
  readonly #meta = new GrowingUint32();
  readonly #nextOfName = new GrowingUint32();
  readonly #nextOfOwner = new GrowingUint32();
  readonly #free: number[] = [];

  constructor() {
    this.#addRow(0, 0, 0);
  }

  /** The number of a folded name that somebody has, else `undefined`. */
  find(text: string): number | undefined {
    const name = this.#byText.get(text);
    return name === undefined || this.#firstOfName.at(name) === NONE ? undefined : name;
  }

  isAlive(name: number): boolean {
    return this.#firstOfName.at(name) !== NONE;
  }

  has(id: string): boolean {
    const owner = this.#byOwner.get(id);
    return owner !== undefined && this.#firstOfOwner.at(owner) !== NONE;
  }

  /** @returns the number of the name, and whether it was never seen before. */
  link(id: string, text: string, how: string, score: number): { name: number; isNew: boolean } {
    const before = this.texts.length;
    const name = intern(text, this.texts, this.#byText, this.#firstOfName);
    const owner = intern(id, this.#owners, this.#byOwner, this.#firstOfOwner);
    let kind = this.#hows.indexOf(how);
    if (kind < 0) kind = this.#hows.push(how) - 1;
    const ref = this.#addRow(name, owner, kind * (SCORE_STEPS + 1) + Math.round(score * SCORE_STEPS));
    this.#nextOfName.set(ref, this.#firstOfName.at(name));
    this.#firstOfName.set(name, ref);
    this.#nextOfOwner.set(ref, this.#firstOfOwner.at(owner));
    this.#firstOfOwner.set(owner, ref);
    return { name, isNew: name === before };
  }

  /** Takes all names from an id. The texts stay known: they usually come back. */
  unlink(id: string): void {
    const owner = this.#byOwner.get(id);
    if (owner === undefined) return;
    for (let ref = this.#firstOfOwner.at(owner); ref !== NONE; ref = this.#nextOfOwner.at(ref)) {
      this.#unlinkFromName(ref);
      this.#free.push(ref);
    }
    this.#firstOfOwner.set(owner, NONE);
  }

  references(name: number): Reference[] {
    const result: Reference[] = [];
    for (let ref = this.#firstOfName.at(name); ref !== NONE; ref = this.#nextOfName.at(ref)) {
      const meta = this.#meta.at(ref);
      result.push({
        id: this.#owners[this.#owner.at(ref)] ?? '',
        how: this.#hows[Math.floor(meta / (SCORE_STEPS + 1))] ?? '',
        score: (meta % (SCORE_STEPS + 1)) / SCORE_STEPS,
      });
    }
    return result;
  }

  /** The highest score any id has the name with. */
  bestScore(name: number): number {
    let best = 0;
    for (let ref = this.#firstOfName.at(name); ref !== NONE; ref = this.#nextOfName.at(ref)) {
      best = Math.max(best, this.#meta.at(ref) % (SCORE_STEPS + 1));
    }
    return best / SCORE_STEPS;
  }

  /** Every id with its names, for a snapshot. */
  *entries(): Iterable<[string, { text: string; how: string; score: number }[]]> {
    for (const [owner, id] of this.#owners.entries()) {
      const names = [];
      for (let ref = this.#firstOfOwner.at(owner); ref !== NONE; ref = this.#nextOfOwner.at(ref)) {
        const meta = this.#meta.at(ref);
        const how = this.#hows[Math.floor(meta / (SCORE_STEPS + 1))] ?? '';
        const score = (meta % (SCORE_STEPS + 1)) / SCORE_STEPS;
        names.push({ text: this.texts[this.#name.at(ref)] ?? '', how, score });
      }
      if (names.length) yield [id, names.reverse()];
    }
  }

  #unlinkFromName(ref: number): void {
    const name = this.#name.at(ref);
    const next = this.#nextOfName.at(ref);
    let link = this.#firstOfName.at(name);
    if (link === ref) {
      this.#firstOfName.set(name, next);
      return;
    }
    while (this.#nextOfName.at(link) !== ref) link = this.#nextOfName.at(link);
    this.#nextOfName.set(link, next);
  }

  #addRow(name: number, owner: number, meta: number): number {
    const reused = this.#free.pop();
    if (reused !== undefined) {
      this.#name.set(reused, name);
      this.#owner.set(reused, owner);
      this.#meta.set(reused, meta);
      return reused;
    }
    this.#name.push(name);
    this.#owner.push(owner);
    this.#meta.push(meta);
    this.#nextOfName.push(NONE);
    return this.#nextOfOwner.push(NONE);
  }
}

function intern(text: string, texts: string[], byText: Map<string, number>, first: GrowingUint32): number {
  const known = byText.get(text);
  if (known !== undefined) return known;
  const number = texts.push(text) - 1;
  byText.set(text, number);
  first.push(NONE);
  return number;
}

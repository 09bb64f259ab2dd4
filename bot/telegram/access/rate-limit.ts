import { Lru } from '../operation/lru.ts';

const WINDOW_MS = 60_000;
/** People and chats that are counted at once. */
const COUNTED = 50_000;

interface Count {
  from: number;
  used: number;
  told: boolean;
}

/** So many in a minute for each key. */
export class RateLimit {
  readonly #counts = new Lru<number, Count>(COUNTED);

  constructor(
    readonly perMinute: number,
    readonly now: () => number = Date.now,
  ) {}

  /** `notice` is said once in each minute in which there is too much; after that it is `silent`. */
  admit(key: number): 'ok' | 'notice' | 'silent' {
    const time = this.now();
    const known = this.#counts.get(key);
    const count = known && time - known.from < WINDOW_MS ? known : { from: time, used: 0, told: false };
    this.#counts.set(key, count);
    count.used += 1;
    if (count.used <= this.perMinute) return 'ok';
    if (count.told) return 'silent';
    count.told = true;
    return 'notice';
  }
}

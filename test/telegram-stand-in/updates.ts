import type { Update } from './types.ts';
import { ApiError } from './types.ts';

/** The queue of updates: confirmed by offset, one poll at a time, as `getUpdates` is documented. */
export class Updates {
  #queue: Update[] = [];
  #next = 1;
  #allowed: ReadonlySet<string> = new Set();
  #waiting: { wake: (why: 'news' | 'conflict') => void } | undefined;
  /** Set while a webhook takes the updates. */
  deliver: ((update: Update) => void) | undefined;

  /** Which kinds the bot has asked for last; without a word from it nothing changes. */
  allow(kinds: readonly string[] | undefined): void {
    if (kinds) this.#allowed = new Set(kinds);
  }

  push(kind: string, value: unknown): Update {
    const update: Update = { update_id: this.#next, [kind]: value };
    if (this.#allowed.size > 0 && !this.#allowed.has(kind)) return update;
    this.#next += 1;
    if (this.deliver) this.deliver(update);
    else {
      this.#queue.push(update);
      this.#waiting?.wake('news');
    }
    return update;
  }

  get pending(): number {
    return this.#queue.length;
  }

  /** What waits when a webhook is set is delivered to it. */
  takeAll(): Update[] {
    return this.#queue.splice(0);
  }

  drop(): void {
    this.#queue = [];
  }

  /** @throws {ApiError} 409 when another poll takes over, as Telegram ends the older one. */
  async poll(offset: number, limit: number, timeoutSeconds: number, gone: AbortSignal): Promise<Update[]> {
    this.#waiting?.wake('conflict');
    if (offset > 0) this.#queue = this.#queue.filter((update) => update.update_id >= offset);
    else if (offset < 0) this.#queue = this.#queue.slice(offset);
    if (this.#queue.length === 0 && timeoutSeconds > 0) {
      const why = await this.#wait(timeoutSeconds * 1000, gone);
      if (why === 'conflict') {
        throw new ApiError(
          409,
          'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
        );
      }
    }
    return this.#queue.slice(0, limit);
  }

  #wait(milliseconds: number, gone: AbortSignal): Promise<'news' | 'conflict' | 'timeout'> {
    return new Promise((resolve) => {
      const done = (why: 'news' | 'conflict' | 'timeout') => {
        clearTimeout(timer);
        gone.removeEventListener('abort', onGone);
        if (this.#waiting === entry) this.#waiting = undefined;
        resolve(why);
      };
      const onGone = () => done('timeout');
      const entry = { wake: done };
      const timer = setTimeout(() => done('timeout'), milliseconds);
      gone.addEventListener('abort', onGone);
      this.#waiting = entry;
    });
  }
}

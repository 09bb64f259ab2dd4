import type { SyncAdapter } from 'lowdb';
import { LowSync } from 'lowdb';
import type { Update } from '../port/types.ts';

export interface PendingState {
  /** Taken in and not yet handled. */
  pending: Update[];
  /** The last ones that were handled, to know them again. */
  handled: number[];
}

/** Telegram repeats no more than what it holds unconfirmed. */
const REMEMBERED = 500;
/** What was handled is written at the latest after so long. */
const WRITE_AFTER_MS = 100;

/**
 * Updates between being taken in and being handled. They are on the disk before Telegram is told that it need not
 * keep them; after a crash those not handled are handled.
 */
export class PendingUpdates {
  readonly #low: LowSync<PendingState>;
  readonly #handled: Set<number>;
  readonly #pending = new Map<number, Update>();
  #timer: NodeJS.Timeout | undefined;

  readonly #failed: (error: unknown) => void;

  /** @param failed told when the disk refuses what can wait */
  constructor(adapter: SyncAdapter<PendingState>, failed: (error: unknown) => void) {
    this.#failed = failed;
    this.#low = new LowSync(adapter, { pending: [], handled: [] });
    this.#low.read();
    for (const update of this.#low.data.pending) this.#pending.set(update.update_id, update);
    this.#handled = new Set(this.#low.data.handled);
  }

  /** What an earlier process left. */
  get left(): Update[] {
    return [...this.#pending.values()];
  }

  get size(): number {
    return this.#pending.size;
  }

  /** @returns those that were not known; they are on the disk now */
  take(updates: readonly Update[]): Update[] {
    const fresh = updates.filter(({ update_id: id }) => !this.#pending.has(id) && !this.#handled.has(id));
    if (fresh.length === 0) return [];
    for (const update of fresh) this.#pending.set(update.update_id, update);
    try {
      this.#write();
    } catch (error) {
      // Not taken in: Telegram keeps them and gives them again.
      for (const { update_id: id } of fresh) this.#pending.delete(id);
      throw error;
    }
    return fresh;
  }

  handled(id: number): void {
    if (!this.#pending.delete(id)) return;
    this.#handled.add(id);
    const [oldest] = this.#handled;
    if (this.#handled.size > REMEMBERED && oldest !== undefined) this.#handled.delete(oldest);
    this.#timer ??= setTimeout(() => this.#writeLater(), WRITE_AFTER_MS);
  }

  close(): void {
    if (this.#timer) this.#writeLater();
  }

  /** What cannot be written now is written with the next; at worst something is handled again after a crash. */
  #writeLater(): void {
    try {
      this.#write();
    } catch (error) {
      this.#failed(error);
    }
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#low.data = { pending: this.left, handled: [...this.#handled] };
    this.#low.write();
  }
}

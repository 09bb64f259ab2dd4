import type { SyncAdapter } from 'lowdb';
import { LowSync } from 'lowdb';
import type { Journal } from '../operation/journal.ts';
import type { Update } from '../port/types.ts';

export interface PendingState {
  /** Taken in and not yet handled. */
  pending: Update[];
  /** The last ones that were handled, to know them again. */
  handled: number[];
  /** Of those pending: for which something was about to be said. */
  begun?: number[];
}

/** Telegram repeats no more than what it holds unconfirmed. */
const REMEMBERED = 500;

/**
 * Updates between being taken in and being handled. They are on the disk before Telegram is told that it need not
 * keep them; after a crash those not handled are handled. How far each has come is told to the journal between.
 */
export class PendingUpdates {
  readonly #low: LowSync<PendingState>;
  readonly #handled: Set<number>;
  readonly #pending = new Map<number, Update>();
  readonly #begun = new Set<number>();
  /** Begun by an earlier process: what was to be said may have been said. */
  readonly #doubtful: ReadonlySet<number>;

  constructor(
    adapter: SyncAdapter<PendingState>,
    private readonly journal: Journal,
  ) {
    this.#low = new LowSync(adapter, { pending: [], handled: [] });
    this.#low.read();
    const { pending, handled, begun = [] } = this.#low.data;
    for (const update of pending) this.#pending.set(update.update_id, update);
    this.#handled = new Set(handled);
    for (const id of begun) this.#begun.add(id);
    for (const line of journal.read()) this.#recall(line);
    this.#doubtful = new Set(this.#begun);
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

  /** Whether the process ended while an answer was on its way: nobody knows whether it arrived. */
  isDoubtful(id: number): boolean {
    return this.#doubtful.has(id);
  }

  /** Something is about to be said for an update. */
  begin(id: number): void {
    if (this.#begun.has(id) || !this.#pending.has(id)) return;
    this.#begun.add(id);
    this.journal.append(`b${id}`);
  }

  handled(id: number): void {
    if (!this.#finish(id)) return;
    this.journal.append(`h${id}`);
  }

  close(): void {
    this.journal.close();
  }

  #finish(id: number): boolean {
    if (!this.#pending.delete(id)) return false;
    this.#begun.delete(id);
    this.#handled.add(id);
    const [oldest] = this.#handled;
    if (this.#handled.size > REMEMBERED && oldest !== undefined) this.#handled.delete(oldest);
    return true;
  }

  #recall(line: string): void {
    const id = Number(line.slice(1));
    if (line.startsWith('h')) this.#finish(id);
    else if (line.startsWith('b') && this.#pending.has(id)) this.#begun.add(id);
  }

  /** What the journal says is in the file from here on. */
  #write(): void {
    this.#low.data = { pending: this.left, handled: [...this.#handled], begun: [...this.#begun] };
    this.#low.write();
    this.journal.clear();
  }
}

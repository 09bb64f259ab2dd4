import { createHash } from 'node:crypto';
import type { SyncAdapter } from 'lowdb';
import { LowSync } from 'lowdb';
import type { Journal } from '../operation/journal.ts';
import type { Update } from '../port/types.ts';

export interface PendingState {
  /** Taken in and not yet handled. */
  pending: Update[];
  /** Marks of the last ones that were handled, to know them again. */
  handled: string[];
  /** Of those pending: for which something was about to be said. */
  begun?: string[];
}

/** Telegram repeats no more than what it holds unconfirmed. */
const REMEMBERED = 500;

/**
 * Updates between being taken in and being handled. They are on the disk before Telegram is told that it need not
 * keep them; after a crash those not handled are handled. How far each has come is told to the journal between.
 */
export class PendingUpdates {
  readonly #low: LowSync<PendingState>;
  readonly #handled: Set<string>;
  readonly #pending = new Map<string, Update>();
  readonly #begun: Set<string>;
  /** Begun by an earlier process: what was to be said may have been said. */
  readonly #doubtful: ReadonlySet<string>;
  /** Ids that this process has taken in. */
  readonly #taken = new Set<number>();
  readonly #marks = new WeakMap<Update, string>();

  constructor(
    adapter: SyncAdapter<PendingState>,
    private readonly journal: Journal,
  ) {
    this.#low = new LowSync(adapter, { pending: [], handled: [] });
    this.#low.read();
    const { pending, handled, begun = [] } = this.#low.data;
    for (const update of pending) this.#pending.set(this.#markOf(update), update);
    this.#handled = new Set(handled);
    this.#begun = new Set(begun);
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
    const fresh = updates.filter((update) => !this.#knows(update));
    if (fresh.length === 0) return [];
    for (const update of fresh) this.#pending.set(this.#markOf(update), update);
    try {
      this.#write();
    } catch (error) {
      // Not taken in: Telegram keeps them and gives them again.
      for (const update of fresh) this.#pending.delete(this.#markOf(update));
      throw error;
    }
    for (const { update_id: id } of fresh) this.#taken.add(id);
    trim(this.#taken);
    return fresh;
  }

  /** Whether the process ended while an answer was on its way: nobody knows whether it arrived. */
  isDoubtful(update: Update): boolean {
    return this.#doubtful.has(this.#markOf(update));
  }

  /** Something is about to be said for an update. */
  begin(update: Update): void {
    const mark = this.#markOf(update);
    if (this.#begun.has(mark) || !this.#pending.has(mark)) return;
    this.#begun.add(mark);
    this.journal.append(`b${mark}`);
  }

  handled(update: Update): void {
    const mark = this.#markOf(update);
    if (this.#finish(mark)) this.journal.append(`h${mark}`);
  }

  close(): void {
    this.journal.close();
  }

  /**
   * By its number; one that an earlier process took in by its content too, for numbers may begin anew meanwhile: after
   * a week of silence Telegram chooses them at random, and a token may be another bot's.
   */
  #knows(update: Update): boolean {
    const mark = this.#markOf(update);
    return this.#taken.has(update.update_id) || this.#pending.has(mark) || this.#handled.has(mark);
  }

  #markOf(update: Update): string {
    const known = this.#marks.get(update);
    if (known) return known;
    const digest = createHash('sha256').update(JSON.stringify(update)).digest('base64url').slice(0, 12);
    const mark = `${update.update_id}:${digest}`;
    this.#marks.set(update, mark);
    return mark;
  }

  #finish(mark: string): boolean {
    if (!this.#pending.delete(mark)) return false;
    this.#begun.delete(mark);
    this.#handled.add(mark);
    trim(this.#handled);
    return true;
  }

  #recall(line: string): void {
    const mark = line.slice(1);
    if (line.startsWith('h')) this.#finish(mark);
    else if (line.startsWith('b') && this.#pending.has(mark)) this.#begun.add(mark);
  }

  /** What the journal says is in the file from here on. */
  #write(): void {
    this.#low.data = { pending: this.left, handled: [...this.#handled], begun: [...this.#begun] };
    this.#low.write();
    this.journal.clear();
  }
}

/** The oldest go first. */
function trim(known: Set<unknown>): void {
  for (const oldest of known) {
    if (known.size <= REMEMBERED) return;
    known.delete(oldest);
  }
}

import type { Update } from '../port/types.ts';

export interface DispatcherOptions {
  handle(update: Update): Promise<void>;
  /** Told when an update is done with, however it ended. */
  done(update: Update): void;
  failed(update: Update, error: unknown): void;
  /** Milliseconds one update may take before the next of its chat goes on. */
  deadline(update: Update): number;
}

/** An update took too long; whatever it was doing goes on unwatched. */
export class DeadlineError extends Error {
  readonly code = 'deadline';
}

/** Hands updates to their handler: one after the other within a chat, side by side across chats. */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #queues = new Map<number, Promise<void>>();

  constructor(options: DispatcherOptions) {
    this.#options = options;
  }

  /** Chats in which something is being handled. */
  get busy(): number {
    return this.#queues.size;
  }

  dispatch(update: Update): void {
    const key = chatOf(update);
    const before = this.#queues.get(key) ?? Promise.resolve();
    const work = before.then(() => this.#run(update));
    this.#queues.set(key, work);
    void work.then(() => {
      if (this.#queues.get(key) === work) this.#queues.delete(key);
    });
  }

  /** Resolves when nothing is being handled any more. */
  async drain(): Promise<void> {
    while (this.#queues.size > 0) await Promise.all(this.#queues.values());
  }

  async #run(update: Update): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = this.#options.deadline(update);
    const deadline = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new DeadlineError(`no end after ${limit} ms`)), limit);
    });
    try {
      await Promise.race([this.#options.handle(update), deadline]);
    } catch (error) {
      this.#options.failed(update, error);
    } finally {
      clearTimeout(timer);
      this.#options.done(update);
    }
  }
}

/** Inline queries have no chat: they are serial for each person. */
export function chatOf(update: Update): number {
  const message =
    update.message ??
    update.channel_post ??
    update.edited_message ??
    update.edited_channel_post ??
    update.callback_query?.message;
  return (
    message?.chat.id ??
    update.my_chat_member?.chat.id ??
    update.inline_query?.from.id ??
    update.callback_query?.from.id ??
    0
  );
}

import type { Update } from './types.ts';
import type { Updates } from './updates.ts';

/** Delivers updates by POST, one after the other, again and again until the receiver says 2xx. */
export class Webhook {
  url = '';
  #secret: string | undefined;
  #queue: Update[] = [];
  #running = false;
  #closed = false;
  /** Deliveries tried, repeats included. */
  attempts = 0;

  constructor(readonly updates: Updates) {}

  get pending(): number {
    return this.#queue.length;
  }

  set(url: string, secret: string | undefined): void {
    this.url = url;
    this.#secret = secret;
    this.updates.deliver = url ? (update) => this.#enqueue(update) : undefined;
    if (url) for (const update of this.updates.takeAll()) this.#enqueue(update);
  }

  close(): void {
    this.#closed = true;
  }

  /** Sends an update once more, as Telegram does when it missed the acknowledgement. */
  repeat(update: Update): void {
    this.#enqueue(update);
  }

  #enqueue(update: Update): void {
    this.#queue.push(update);
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#queue.length > 0 && this.url && !this.#closed) {
      const update = this.#queue[0];
      if (update && (await this.#deliver(update))) this.#queue.shift();
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
    this.#running = false;
  }

  async #deliver(update: Update): Promise<boolean> {
    this.attempts += 1;
    try {
      const response = await fetch(this.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(this.#secret ? { 'x-telegram-bot-api-secret-token': this.#secret } : {}),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(10_000),
      });
      return response.ok;
    } catch {
      return false; // not reachable: Telegram tries again too
    }
  }
}

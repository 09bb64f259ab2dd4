import { ApiError } from './types.ts';

/** Telegram's published pace; `burst` is what it lets through before it objects. */
export interface Pace {
  perChatPerSecond: number;
  perGroupPerMinute: number;
  overallPerSecond: number;
}

export const telegramPace: Pace = { perChatPerSecond: 1, perGroupPerMinute: 20, overallPerSecond: 30 };

/** Counts messages in sliding windows and refuses with 429 and `retry_after`, as Telegram does. */
export class RateLimits {
  #sent: { at: number; chat: number }[] = [];
  /** Calls refused so far. */
  refused = 0;

  constructor(
    readonly pace: Pace,
    /** Short bursts in one chat are let through. */
    readonly burst = 3,
  ) {}

  /** @throws {ApiError} 429 */
  admit(chat: number, isGroup: boolean, now = Date.now()): void {
    this.#sent = this.#sent.filter((entry) => now - entry.at < 60_000);
    const inChat = this.#sent.filter((entry) => entry.chat === chat);
    const second = (entries: { at: number }[]) => entries.filter((entry) => now - entry.at < 1000).length;
    if (second(this.#sent) >= this.pace.overallPerSecond) this.#refuse(1);
    if (second(inChat) >= this.pace.perChatPerSecond * this.burst) this.#refuse(1);
    if (isGroup && inChat.length >= this.pace.perGroupPerMinute) {
      this.#refuse(Math.max(1, Math.ceil((60_000 - (now - (inChat[0]?.at ?? now))) / 1000)));
    }
    this.#sent.push({ at: now, chat });
  }

  #refuse(seconds: number): never {
    this.refused += 1;
    throw new ApiError(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
  }
}

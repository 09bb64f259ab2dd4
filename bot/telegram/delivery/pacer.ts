export interface Pace {
  /** Messages a second over all chats. */
  perSecond: number;
  /** Messages a minute in one group. */
  perGroupMinute: number;
  /** Milliseconds between two messages in one chat. */
  gap: number;
}

const SECOND = 1000;
const MINUTE = 60_000;
/** So many floods in a second mean that it is all too much, not one chat. */
const GENERAL_FLOOD = 3;

/** When the next alert may go where. Answers to people are not held up by it. */
export class Pacer {
  readonly #chats = new Map<number, number[]>();
  readonly #blocked = new Map<number, number>();
  #sent: number[] = [];
  #floods: number[] = [];
  #allBlocked = 0;

  constructor(private readonly pace: Pace) {}

  /** Milliseconds to wait; 0 when it may go now. */
  wait(chat: number, now: number): number {
    const { perSecond, perGroupMinute, gap } = this.pace;
    this.#sent = this.#sent.filter((at) => now - at < SECOND);
    const here = (this.#chats.get(chat) ?? []).filter((at) => now - at < MINUTE);
    this.#chats.set(chat, here);
    const waits = [
      this.#allBlocked - now,
      (this.#blocked.get(chat) ?? 0) - now,
      (here.at(-1) ?? Number.NEGATIVE_INFINITY) + gap - now,
    ];
    if (this.#sent.length >= perSecond) waits.push((this.#sent[0] ?? now) + SECOND - now);
    // Groups have negative ids.
    if (chat < 0 && here.length >= perGroupMinute)
      waits.push((here.at(-perGroupMinute) ?? now) + MINUTE - now);
    return Math.max(0, ...waits);
  }

  note(chat: number, now: number): void {
    this.#sent.push(now);
    const here = this.#chats.get(chat);
    if (here) here.push(now);
    else this.#chats.set(chat, [now]);
  }

  /** Telegram said that it is too much. */
  flooded(chat: number, seconds: number, now: number): void {
    this.#blocked.set(chat, now + seconds * SECOND);
    this.#floods = [...this.#floods.filter((at) => now - at < SECOND), now];
    if (this.#floods.length >= GENERAL_FLOOD) this.#allBlocked = now + seconds * SECOND;
  }
}

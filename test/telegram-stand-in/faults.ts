import { ApiError } from './types.ts';

/**
 * What goes wrong with a call:
 * `lost` does what was asked and then drops the connection, so that the caller cannot know;
 * `stalled` does what was asked and then keeps silent: the caller waits;
 * `timeout` holds the connection for a while and drops it without doing anything.
 */
export type FaultKind =
  | 'flood'
  | 'forbidden'
  | 'kicked'
  | 'conflict'
  | 'server'
  | 'gateway'
  | 'timeout'
  | 'lost'
  | 'stalled'
  | 'topic-closed'
  | 'markup';

export interface Fault {
  kind: FaultKind;
  /** Only these methods; all when absent. */
  methods?: string[];
  /** Only calls about this chat. */
  chat?: number;
  /** How often it strikes; once when absent. */
  times?: number;
  /** Strikes each matching call with this probability instead, drawn from the seeded source. */
  share?: number;
  retryAfter?: number;
}

const errors: Partial<Record<FaultKind, (fault: Fault) => ApiError>> = {
  flood: ({ retryAfter = 1 }) =>
    new ApiError(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter }),
  forbidden: () => new ApiError(403, 'Forbidden: bot was blocked by the user'),
  kicked: () => new ApiError(403, 'Forbidden: bot was kicked from the supergroup chat'),
  conflict: () =>
    new ApiError(
      409,
      'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    ),
  server: () => new ApiError(500, 'Internal Server Error'),
  gateway: () => new ApiError(502, 'Bad Gateway'),
  'topic-closed': () => new ApiError(400, 'Bad Request: TOPIC_CLOSED'),
  markup: () =>
    new ApiError(
      400,
      'Bad Request: can\'t parse entities: Can\'t find end tag corresponding to start tag "b"',
    ),
};

/** Scripted trouble, in the order in which it was asked for. */
export class Faults {
  #script: (Fault & { left: number })[] = [];
  #seed: number;
  /** How often each kind struck. */
  readonly struck = new Map<FaultKind, number>();

  constructor(seed = 1) {
    this.#seed = seed;
  }

  add(fault: Fault): void {
    this.#script.push({
      ...fault,
      left: fault.times ?? (fault.share === undefined ? 1 : Number.POSITIVE_INFINITY),
    });
  }

  clear(): void {
    this.#script = [];
  }

  /** The fault that strikes this call, if any. */
  strike(method: string, chat: number | undefined): Fault | undefined {
    const fault = this.#script.find(
      (f) =>
        f.left > 0 &&
        (!f.methods || f.methods.some((m) => m.toLowerCase() === method.toLowerCase())) &&
        (f.chat === undefined || f.chat === chat) &&
        (f.share === undefined || this.#random() < f.share),
    );
    if (!fault) return undefined;
    fault.left -= 1;
    this.struck.set(fault.kind, (this.struck.get(fault.kind) ?? 0) + 1);
    return fault;
  }

  /** mulberry32: small, seeded, good enough to choose by. */
  #random(): number {
    this.#seed = (this.#seed + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#seed ^ (this.#seed >>> 15), 1 | this.#seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }
}

/** The answer a fault gives, or undefined for those that give none. */
export function faultError(fault: Fault): ApiError | undefined {
  return errors[fault.kind]?.(fault);
}

/** A call to Telegram that failed. Each class says what is known when you see it. */
export class TelegramTrouble extends Error {
  constructor(
    readonly code: string,
    readonly method: string,
    description: string,
    cause?: unknown,
  ) {
    super(`${method}: ${description}`, { cause });
    this.name = new.target.name;
  }
}

/** Nothing was done: too many calls. The same call is welcome after `retryAfter` seconds. */
export class FloodTrouble extends TelegramTrouble {
  constructor(
    method: string,
    readonly retryAfter: number,
  ) {
    super('flood', method, `too many requests, retry after ${retryAfter} s`);
  }
}

/** Nothing was done, and nothing can be said in this chat until somebody lets the bot in again. */
export class ForbiddenTrouble extends TelegramTrouble {
  constructor(
    method: string,
    description: string,
    readonly reason: 'blocked' | 'chat-gone',
  ) {
    super('forbidden', method, description);
  }
}

/** Nothing was done: the group has another id now. */
export class MigratedTrouble extends TelegramTrouble {
  constructor(
    method: string,
    readonly to: number,
  ) {
    super('migrated', method, `the chat is now ${to}`);
  }
}

/** Nothing was done: the topic is closed or gone; the rest of the chat may be open. */
export class TopicClosedTrouble extends TelegramTrouble {
  constructor(method: string, description: string) {
    super('topic-closed', method, description);
  }
}

/** Nothing was done: the markup was refused. The same words without markup may pass. */
export class MarkupTrouble extends TelegramTrouble {
  constructor(method: string, description: string) {
    super('markup', method, description);
  }
}

/** Another process polls with this token, or a webhook is set. */
export class ConflictTrouble extends TelegramTrouble {
  readonly byWebhook: boolean;

  constructor(method: string, description: string) {
    super('conflict', method, description);
    this.byWebhook = /webhook is active/i.test(description);
  }
}

/** The answer did not arrive, or the server failed: whether it was done is not known. */
export class LostTrouble extends TelegramTrouble {
  constructor(
    method: string,
    description: string,
    /** True when the call surely never reached Telegram. */
    readonly unsent: boolean,
    cause?: unknown,
  ) {
    super('lost', method, description, cause);
  }
}

/** Nothing was done and nothing will be, however often it is tried: the call itself is refused. */
export class RefusedTrouble extends TelegramTrouble {
  constructor(
    method: string,
    description: string,
    readonly status: number,
  ) {
    super('refused', method, description);
  }
}

interface Refusal {
  error_code: number;
  description: string;
  parameters?: { retry_after?: number; migrate_to_chat_id?: number };
}

const gone = /chat not found|group chat was deleted|user is deactivated|CHANNEL_PRIVATE/i;
const closed = /TOPIC_CLOSED|message thread not found|TOPIC_DELETED/i;
const markup = /can't parse entities|ENTITY_|unsupported start tag/i;

/** Telegram's refusal as one of the kinds above. */
export function troubleOf(method: string, { error_code, description, parameters }: Refusal): TelegramTrouble {
  if (error_code === 429) return new FloodTrouble(method, parameters?.retry_after ?? 1);
  if (parameters?.migrate_to_chat_id !== undefined)
    return new MigratedTrouble(method, parameters.migrate_to_chat_id);
  if (error_code === 409) return new ConflictTrouble(method, description);
  if (error_code >= 500) return new LostTrouble(method, `${error_code} ${description}`, false);
  if (gone.test(description)) return new ForbiddenTrouble(method, description, 'chat-gone');
  if (error_code === 403) return new ForbiddenTrouble(method, description, 'blocked');
  if (closed.test(description)) return new TopicClosedTrouble(method, description);
  if (markup.test(description)) return new MarkupTrouble(method, description);
  return new RefusedTrouble(method, description, error_code);
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH']);

/** A connection that failed. `code` is the system's, e.g. ECONNRESET. */
export function lostBy(method: string, error: unknown): LostTrouble {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const message = error instanceof Error ? error.message : String(error);
  return new LostTrouble(method, message, neverSent.has(code), error);
}

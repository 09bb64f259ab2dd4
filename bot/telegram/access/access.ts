import { randomInt, timingSafeEqual } from 'node:crypto';
import { LowSync, type SyncAdapter } from 'lowdb';
import { RateLimit } from './rate-limit.ts';

export interface Claimed {
  admins: number[];
}

export interface AccessOptions {
  /** Configured ids; with any, nobody can claim the bot. */
  admins: readonly number[];
  /** Users and chats that are answered; empty: everybody. */
  allowed: readonly number[];
  claimed: SyncAdapter<Claimed>;
}

const TRIES_PER_MINUTE = 5;
const codeAlphabet = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const codeLength = 10;

/** Who may ask, and who looks after the bot. */
export class Access {
  readonly #allowed: ReadonlySet<number>;
  readonly #configured: ReadonlySet<number>;
  readonly #low: LowSync<Claimed>;
  readonly #tries = new RateLimit(TRIES_PER_MINUTE);
  #code: string | undefined;

  constructor({ admins, allowed, claimed }: AccessOptions) {
    this.#configured = new Set(admins);
    this.#allowed = new Set(allowed);
    this.#low = new LowSync(claimed, { admins: [] });
    this.#low.read();
    if (this.admins.length === 0) this.#code = newCode();
  }

  /** Whoever says this first becomes the administrator; undefined when there is one. */
  get claimCode(): string | undefined {
    return this.#code;
  }

  get admins(): number[] {
    return [...new Set([...this.#configured, ...this.#low.data.admins])];
  }

  isAdmin(user: number): boolean {
    return this.#configured.has(user) || this.#low.data.admins.includes(user);
  }

  mayAsk(chat: number, user: number): boolean {
    if (this.#allowed.size === 0) return true;
    return this.#allowed.has(chat) || this.#allowed.has(user) || this.isAdmin(user);
  }

  claim(user: number, said: string): 'claimed' | 'wrong' | 'taken' | 'too-often' {
    if (this.#code === undefined) return 'taken';
    if (this.#tries.admit(user) !== 'ok') return 'too-often';
    const given = Buffer.from(said.trim().toUpperCase());
    const wanted = Buffer.from(this.#code);
    if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'wrong';
    this.#low.update((data) => {
      data.admins.push(user);
    });
    this.#code = undefined;
    return 'claimed';
  }
}

function newCode(): string {
  return Array.from({ length: codeLength }, () => codeAlphabet[randomInt(codeAlphabet.length)]).join('');
}

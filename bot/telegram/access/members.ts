import { Lru } from '../operation/lru.ts';
import type { TelegramPort } from '../port/port.ts';
import { TelegramTrouble } from '../port/trouble.ts';
import type { Speaker } from '../speaker.ts';

const REMEMBERED_MS = 60_000;

/** Who administers a chat, asked of Telegram and remembered for a minute. */
export class Members {
  readonly #known = new Lru<string, { admin: boolean; at: number }>(10_000);

  constructor(private readonly port: Pick<TelegramPort, 'member'>) {}

  /** Alone with the bot everybody is; in channels only administrators write. When Telegram does not say: no. */
  async isAdmin({ chat, user, anonymous }: Pick<Speaker, 'chat' | 'user' | 'anonymous'>): Promise<boolean> {
    if (chat.type === 'private' || chat.type === 'channel' || anonymous) return true;
    const key = `${chat.id}:${user}`;
    const known = this.#known.get(key);
    if (known && Date.now() - known.at < REMEMBERED_MS) return known.admin;
    try {
      const { status } = await this.port.member(chat.id, user);
      const admin = status === 'creator' || status === 'administrator';
      this.#known.set(key, { admin, at: Date.now() });
      return admin;
    } catch (error) {
      if (!(error instanceof TelegramTrouble)) throw error;
      return false;
    }
  }
}

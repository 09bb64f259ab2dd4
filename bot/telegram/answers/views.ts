import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import type { Query } from '../../../src/model/query.ts';
import type { TelegramMessage } from '../../render/telegram.ts';
import { Lru } from '../operation/lru.ts';

/** An answer whose buttons may be pressed long after, also by a bot that was started anew. */
export interface View {
  id: string;
  /** Who may press. */
  owner: number;
  question: string;
  query: Query;
  /** The talk it belongs to. */
  talk: string;
}

/** Buttons older than this say that they are. */
const KEPT_MS = 30 * 24 * 3600_000;

/** Views on the disk, one small file each; the pages shown last are kept at hand. */
export class ViewStore {
  readonly pages = new Lru<string, TelegramMessage[]>(500);
  readonly #recent = new Lru<string, View>(2000);

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  async keep(view: Omit<View, 'id'>): Promise<View> {
    const kept = { id: randomBytes(9).toString('base64url'), ...view };
    this.#recent.set(kept.id, kept);
    const low = this.#open(kept.id);
    low.data = kept;
    await low.write();
    return kept;
  }

  async get(id: string): Promise<View | undefined> {
    if (!/^[\w-]{12}$/.test(id)) return undefined;
    const known = this.#recent.get(id);
    if (known) return known;
    const low = this.#open(id);
    await low.read();
    return low.data ?? undefined;
  }

  /** Deletes what is too old. */
  tidy(now = Date.now()): void {
    for (const name of readdirSync(this.folder)) {
      const file = join(this.folder, name);
      if (now - (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? now) > KEPT_MS)
        rmSync(file, { force: true });
    }
  }

  #open(id: string): Low<View | null> {
    return new Low<View | null>(new JSONFile(join(this.folder, `${id}.json`)), null);
  }
}

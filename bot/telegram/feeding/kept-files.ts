import type { SyncAdapter } from 'lowdb';
import { LowSync } from 'lowdb';

/** SHA-256 of a file's bytes → Telegram's id of it. Telegram keeps what it once carried. */
export class KeptFiles {
  constructor(private readonly open: (shard: string) => SyncAdapter<Record<string, string>>) {}

  get(sha256: string): string | undefined {
    return this.#shard(sha256).data[sha256];
  }

  keep(sha256: string, fileId: string): void {
    const low = this.#shard(sha256);
    if (low.data[sha256] === fileId) return;
    low.data[sha256] = fileId;
    low.write();
  }

  #shard(sha256: string): LowSync<Record<string, string>> {
    const low = new LowSync(this.open(sha256.slice(0, 2)), {});
    low.read();
    return low;
  }
}

import { createHash } from 'node:crypto';
import { LowSync } from 'lowdb';
import type { RecordFiles } from './chat-store.ts';

type Shard = Record<string, string>;

/**
 * Which version of each report subscribers have been told of (or need not be). An alert is queued first and the
 * report is marked seen after: a crash between the two queues it again, which changes nothing.
 */
export class Seen {
  readonly #files: RecordFiles;
  readonly #shards = new Map<string, LowSync<Shard>>();
  /** False on the very first start: what is held then is no news. */
  readonly started: boolean;

  constructor(files: RecordFiles) {
    this.#files = files;
    this.started = files.list('seen').length > 0;
  }

  has(reportId: string, version: string): boolean {
    return this.#shard(reportId).data[reportId] === version;
  }

  version(reportId: string): string | undefined {
    return this.#shard(reportId).data[reportId];
  }

  /** Many at once cost one write for each shard they fall into. */
  mark(entries: readonly { reportId: string; version: string }[]): void {
    const touched = new Set<LowSync<Shard>>();
    for (const { reportId, version } of entries) {
      const shard = this.#shard(reportId);
      if (shard.data[reportId] === version) continue;
      shard.data[reportId] = version;
      touched.add(shard);
    }
    for (const shard of touched) shard.write();
    if (!this.started && entries.length === 0) this.#shard('').write();
  }

  forget(reportId: string): void {
    const shard = this.#shard(reportId);
    if (!(reportId in shard.data)) return;
    delete shard.data[reportId];
    shard.write();
  }

  #shard(reportId: string): LowSync<Shard> {
    const name = createHash('sha256').update(reportId).digest('hex').slice(0, 2);
    let shard = this.#shards.get(name);
    if (!shard) {
      shard = new LowSync<Shard>(this.#files.open(`seen/${name}`), {});
      shard.read();
      this.#shards.set(name, shard);
    }
    return shard;
  }
}

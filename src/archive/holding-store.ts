import { statSync } from 'node:fs';
import { LowSync } from 'lowdb';
import { type Layout, shardNames, shardOf } from './layout.ts';
import { readFolder } from './read-file.ts';
import type { HoldingRecord } from './record.ts';
import { syncFolder, type WriteOptions } from './safe-file.ts';
import { SealedJsonFile } from './sealed-json.ts';

type Shard = Record<string, HoldingRecord>;

export interface Change {
  put?: readonly HoldingRecord[];
  remove?: readonly string[];
}

/** What differs after a commit or a refresh. */
export interface Difference {
  changed: HoldingRecord[];
  removed: HoldingRecord[];
}

/** A change may fall into the tick of the clock in which the folder was looked at; within it we look again. */
const CLOCK_TICK_MS = 50;

/**
 * The truth about what is held: a report is held if and only if its shard says so. Rewriting one shard is the
 * moment at which a change happens; before it nothing has, after it everything has.
 */
export class HoldingStore {
  readonly records = new Map<string, HoldingRecord>();
  /** Shard → time and size of its file when it was read. */
  private readonly seen = new Map<string, string>();
  private readonly members = new Map<string, ReadonlySet<string>>();
  private folderSeen = '';

  constructor(private readonly layout: Layout) {
    this.refresh();
  }

  /**
   * Makes the change, shard by shard. When a write fails the rest is left undone: `error` says why, `difference`
   * what has been done nevertheless.
   */
  commit(change: Change): { bytes: number; difference: Difference; error?: unknown } {
    const difference: Difference = { changed: [], removed: [] };
    let bytes = 0;
    try {
      for (const [name, content] of this.edited(change)) {
        bytes += this.write(name, content);
        add(difference, this.take(name, content));
      }
      if (bytes > 0) syncFolder(this.layout.holdings);
    } catch (error) {
      return { bytes, difference, error };
    }
    return { bytes, difference };
  }

  /** Reads what another process has changed since. @throws {ArchiveError} `damaged`, `other-version`, `read-failed` */
  refresh(): Difference {
    const difference: Difference = { changed: [], removed: [] };
    const folder = stamp(this.layout.holdings);
    if (folder === this.folderSeen && folder !== '') return difference;
    const present = new Set(shardsIn(this.layout.holdings));
    for (const name of shardNames) {
      if (!present.has(name) && !this.seen.has(name)) continue;
      const mark = stamp(this.layout.shardFile(name));
      if (mark === this.seen.get(name)) continue;
      add(difference, this.take(name, this.file(name).read() ?? {}));
      this.seen.set(name, mark);
    }
    this.folderSeen = settled(this.layout.holdings) ? folder : '';
    return difference;
  }

  private edited(change: Change): Map<string, Shard> {
    const edited = new Map<string, Shard>();
    const shard = (id: string) => {
      const name = shardOf(id);
      const open = edited.get(name) ?? this.shard(name);
      edited.set(name, open);
      return open;
    };
    for (const record of change.put ?? []) shard(record.reportId)[record.reportId] = record;
    for (const id of change.remove ?? []) delete shard(id)[id];
    return edited;
  }

  private shard(name: string): Shard {
    const content: Shard = {};
    for (const id of this.members.get(name) ?? []) {
      const record = this.records.get(id);
      if (record) content[id] = record;
    }
    return content;
  }

  private take(name: string, content: Shard): Difference {
    const difference: Difference = { changed: [], removed: [] };
    for (const id of this.members.get(name) ?? []) {
      const record = this.records.get(id);
      if (content[id] || !record) continue;
      difference.removed.push(record);
      this.records.delete(id);
    }
    for (const record of Object.values(content)) {
      if (this.records.get(record.reportId)?.version !== record.version) difference.changed.push(record);
      this.records.set(record.reportId, record);
    }
    this.members.set(name, new Set(Object.keys(content)));
    return difference;
  }

  private write(name: string, content: Shard): number {
    // The folder is synced once, when all shards of a change are written.
    const adapter = this.file(name, { folderSynced: false });
    const document = new LowSync<Shard>(adapter, content);
    document.write();
    return adapter.written;
  }

  private file(name: string, options: WriteOptions = {}): SealedJsonFile<Shard> {
    return new SealedJsonFile<Shard>(this.layout.shardFile(name), 'holdings', options);
  }
}

function add(to: Difference, more: Difference): void {
  to.changed.push(...more.changed);
  to.removed.push(...more.removed);
}

function shardsIn(folder: string): string[] {
  return readFolder(folder).flatMap((name) => /^([0-9a-f]{2})\.json$/.exec(name)?.[1] ?? []);
}

/** Every write is a rename, so a file's inode, time and size tell a new content. */
function stamp(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.ino} ${stat.mtimeNs} ${stat.size}` : '';
}

function settled(folder: string): boolean {
  const stat = statSync(folder, { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > CLOCK_TICK_MS;
}

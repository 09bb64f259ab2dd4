import { createHash } from 'node:crypto';
import { join } from 'node:path';

/**
 * ```
 * <data>/holdings/<xx>.json                  what is held: 256 shards, the truth
 * <data>/reports/<xx>/<id>.<version>.json    one file a version of a report, never changed
 * <data>/sources/<xx>/<sha256>               the files they were read from, to the byte
 * <data>/index/*.bin                         snapshots of what can be computed from shards and reports
 * <data>/writers/<pid>-<token>.json          who writes
 * <data>/bot/                                what the bot remembers of chats: see `bot/telegram/open-desk.ts`
 * <data>/restoring                           there while a backup is brought back: half of it is no archive
 * ```
 */
export class Layout {
  readonly holdings: string;
  readonly reports: string;
  readonly sources: string;
  readonly index: string;
  readonly writers: string;
  readonly restoring: string;
  readonly bot: string;

  constructor(readonly folder: string) {
    this.holdings = join(folder, 'holdings');
    this.reports = join(folder, 'reports');
    this.sources = join(folder, 'sources');
    this.index = join(folder, 'index');
    this.writers = join(folder, 'writers');
    this.restoring = join(folder, 'restoring');
    this.bot = join(folder, 'bot');
  }

  shardFile(shard: string): string {
    return join(this.holdings, `${shard}.json`);
  }

  reportFile(reportId: string, version: string): string {
    return join(this.reports, shardOf(reportId), `${reportId}.${version}.json`);
  }

  sourceFile(sha256: string): string {
    return join(this.sources, sha256.slice(0, 2), sha256);
  }
}

export const shardNames: readonly string[] = Array.from({ length: 256 }, (_, i) =>
  i.toString(16).padStart(2, '0'),
);

/** The same two digits for a report's shard and its folder, so that a lost shard is rebuilt from one folder. */
export function shardOf(reportId: string): string {
  return createHash('sha256').update(reportId).digest('hex').slice(0, 2);
}

/** `2023-0123456789.ab12cd34.json` → its id and version; undefined for any other name. */
export function parseReportFile(name: string): { reportId: string; version: string } | undefined {
  const found = /^(.+)\.([0-9a-f]{8})\.json$/.exec(name);
  return found?.[1] && found[2] ? { reportId: found[1], version: found[2] } : undefined;
}

import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openArchive } from '../../../src/archive/archive.ts';
import { passagesOf } from '../../../src/archive/passages.ts';
import type { Report } from '../../../src/model/report.ts';
import { reports } from './reports.ts';

/** Each shard is rewritten once a batch, so larger batches write less. */
const BATCH = 2000;
/** Files that are synced side by side. */
const AHEAD = 64;
export const DONE = 'filled';

export interface Filled {
  count: number;
  passages: number;
  /** Seconds for the files and shards, and for making all indexes from them. */
  storing: number;
  indexing: number;
}

/** An archive of so many generated reports, with real files and snapshots. */
export async function fillArchive(
  folder: string,
  count: number,
  tell: (done: number) => void,
): Promise<Filled> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const archive = openArchive(folder, 'write');
  let batch: Report[] = [];
  let done = 0;
  let passages = 0;
  let started = performance.now();
  const put = async () => {
    for (let i = 0; i < batch.length; i += AHEAD) await archive.prepare(batch.slice(i, i + AHEAD));
    archive.putAll(batch);
    done += batch.length;
    batch = [];
    tell(done);
  };
  for (const report of reports(count)) {
    batch.push(report);
    passages += passagesOf(report).length;
    if (batch.length === BATCH) await put();
  }
  await put();
  const storing = (performance.now() - started) / 1000;
  started = performance.now();
  archive.saveSnapshots(true);
  const indexing = (performance.now() - started) / 1000;
  archive.close();
  const filled: Filled = { count, passages, storing, indexing };
  writeFileSync(join(folder, DONE), JSON.stringify(filled));
  return filled;
}

export function isFilled(folder: string): boolean {
  return existsSync(join(folder, DONE));
}

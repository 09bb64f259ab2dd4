import {
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type Archive, openArchive } from '../../../src/archive/archive.ts';
import { passagesOf } from '../../../src/archive/passages.ts';
import type { Report } from '../../../src/model/report.ts';
import { type Lap, lap } from '../workers/stopwatch.ts';
import { reports } from './reports.ts';

/** Every shard is rewritten once a batch, so that large batches write less. */
const BATCH = 4000;
/** Files that are synced side by side. */
const AHEAD = 128;
const DONE = 'filled';

export interface Filled {
  count: number;
  passages: number;
  /** The files of the reports, synced; then the shards, all indexes and their snapshots. */
  storing: Lap;
  indexing: Lap;
}

/**
 * An archive of so many generated reports, made by the program's own writer: real files, shards and snapshots, all
 * synced. The reports are the first of any larger archive, so it goes on from a smaller one where there is one.
 */
export async function fillArchive(
  folder: string,
  count: number,
  smaller: string | undefined,
  tell: (done: number) => void,
): Promise<Filled> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (smaller) copyArchive(smaller, folder);
  const filled: Filled = smaller
    ? { ...filledAs(smaller), count }
    : { count, passages: 0, storing: { ms: 0, processor: 0 }, indexing: { ms: 0, processor: 0 } };
  const archive = openArchive(folder, 'write');
  const held = archive.holdings.length;
  loadIndexes(archive);
  for (const batch of batches(count, held)) {
    for (const report of batch) filled.passages += passagesOf(report).length;
    add(filled.storing, await lap(() => prepare(archive, batch)));
    add(filled.indexing, await lap(() => archive.putAll(batch)));
    tell(archive.holdings.length);
  }
  add(filled.indexing, await lap(() => archive.saveSnapshots(true)));
  if (archive.holdings.length !== count) throw new Error(`${archive.holdings.length} of ${count} are held`);
  archive.close();
  writeFileSync(join(folder, DONE), JSON.stringify(filled));
  return filled;
}

export function isFilled(folder: string): boolean {
  return existsSync(join(folder, DONE));
}

export function filledAs(folder: string): Filled {
  return JSON.parse(readFileSync(join(folder, DONE), 'utf8')) as Filled;
}

/** So that every batch goes into them while its reports are in memory, not read from the disk in the end. */
function loadIndexes(archive: Archive): void {
  archive.searchPassages('公开', { limit: 1 });
  archive.column('applications.newReceived.total');
  archive.findAgencies('教育局');
}

function* batches(count: number, from: number): Generator<Report[]> {
  let batch: Report[] = [];
  for (const report of reports(count, from)) {
    batch.push(report);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function prepare(archive: Archive, batch: readonly Report[]): Promise<void> {
  for (let i = 0; i < batch.length; i += AHEAD) await archive.prepare(batch.slice(i, i + AHEAD));
}

/** Report files are never changed, so two archives may share them on the disk. */
function copyArchive(from: string, to: string): void {
  for (const part of ['holdings', 'index']) cpSync(join(from, part), join(to, part), { recursive: true });
  for (const entry of readdirSync(join(from, 'reports'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const copy = to + file.slice(from.length);
    mkdirSync(dirname(copy), { recursive: true });
    linkSync(file, copy);
  }
}

function add(sum: Lap, { ms, processor }: Lap): void {
  sum.ms += ms;
  sum.processor += processor;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { readDataFile } from '../catalogue/data-file.ts';
import { ArchiveError, errorCode, systemReason } from './errors.ts';
import { Layout, shardNames } from './layout.ts';
import { readWhole } from './read-file.ts';
import { type HoldingRecord, sourcesOf } from './record.ts';
import { makeFolder, temporaryName, writeFileSafely } from './safe-file.ts';
import { digest, openSealed } from './sealed-json.ts';

const LIST = 'backup.json';
const listSchema = z.strictObject({
  format: z.literal(1),
  madeAt: z.string(),
  reports: z.number(),
  /** Path → SHA-256 of the file. */
  files: z.record(z.string(), z.string()),
});
export type BackupList = z.infer<typeof listSchema>;

/** Other rooms of the data folder that are not copied: they belong to a process or can be made again. */
const LEFT_OUT = ['holdings', 'reports', 'sources', 'writers', 'samples', 'damaged', 'inbox'];
const ATTEMPTS = 5;

/**
 * Copies an archive, also while it is written: shard by shard, each with exactly the report files that it names.
 * The list with the checksums is written last; without it the copy is no backup.
 * @param target a folder that is empty or not there @throws {ArchiveError}
 */
export function backup(folder: string, target: string, clock: () => Date): BackupList {
  requireEmpty(target);
  const from = new Layout(folder);
  const files: Record<string, string> = {};
  let reports = 0;
  for (const name of shardNames) reports += copyShard(from, new Layout(target), name, files);
  for (const path of otherFiles(folder)) copyChecked(folder, target, path, files);
  const list: BackupList = { format: 1, madeAt: clock().toISOString(), reports, files };
  writeFileSafely(join(target, LIST), [Buffer.from(`${JSON.stringify(list, null, 1)}\n`)]);
  return list;
}

/**
 * Brings a backup back into a data folder that holds nothing yet. Every file is checked before the first is copied.
 * @throws {ArchiveError} `damaged`, `missing`, `write-failed`
 */
export function restore(source: string, folder: string): BackupList {
  const list = readDataFile(listSchema, join(source, LIST));
  requireEmpty(folder);
  for (const [path, sha256] of Object.entries(list.files)) requireSame(join(source, path), sha256);
  // Shards last: what they name is then there already, should this be interrupted.
  const paths = Object.keys(list.files).sort((a, b) => Number(isShard(a)) - Number(isShard(b)));
  for (const path of paths) writeFileSafely(join(folder, path), [readFileSync(join(source, path))]);
  return list;
}

function copyShard(from: Layout, to: Layout, name: string, files: Record<string, string>): number {
  const file = from.shardFile(name);
  for (let attempt = 1; existsSync(file); attempt += 1) {
    const bytes = readFileSync(file);
    const records = Object.values(openSealed<Record<string, HoldingRecord>>(bytes, 'holdings', file));
    try {
      for (const path of records.flatMap((record) => versionFiles(from, record)))
        copyChecked(from.folder, to.folder, relative(from.folder, path), files);
      for (const sha256 of new Set(records.flatMap(sourcesOf))) copySource(from, to, sha256, files);
    } catch (error) {
      // Taken out by the writer since the shard was read: read it again.
      if (errorCode(error) === 'ENOENT' && attempt < ATTEMPTS) continue;
      throw error;
    }
    const path = portable(relative(from.folder, file));
    writeFileSafely(join(to.folder, path), [bytes]);
    files[path] = digest(bytes);
    return records.length;
  }
  return 0;
}

/** One that is not there was not kept; one that is damaged stays behind, for the report is whole without it. */
function copySource(from: Layout, to: Layout, sha256: string, files: Record<string, string>): void {
  const bytes = readWhole(from.sourceFile(sha256));
  if (!bytes || digest(bytes) !== sha256) return;
  const path = relative(from.folder, from.sourceFile(sha256));
  writeFileSafely(join(to.folder, path), [bytes]);
  files[portable(path)] = sha256;
}

function versionFiles(layout: Layout, { reportId, version, history }: HoldingRecord): string[] {
  return [version, ...history.map((past) => past.version)].map((v) => layout.reportFile(reportId, v));
}

/** Subscriptions, settings and snapshots: each is replaced in one step by its owner, so a copy is whole. */
function otherFiles(folder: string): string[] {
  const entries = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  return entries
    .filter((entry) => entry.isFile() && !temporaryName.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => !LEFT_OUT.includes(path.split(sep)[0] ?? ''));
}

function copyChecked(from: string, to: string, path: string, files: Record<string, string>): void {
  const bytes = readFileSync(join(from, path));
  writeFileSafely(join(to, path), [bytes]);
  files[portable(path)] = digest(bytes);
}

function requireSame(file: string, sha256: string): void {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    throw new ArchiveError('missing', file, `备份中的文件无法读取：${systemReason(error)}`, error);
  }
  if (digest(bytes) !== sha256) throw new ArchiveError('damaged', file, '备份中的文件已损坏：校验和不符');
}

function requireEmpty(folder: string): void {
  const holds = existsSync(folder) ? readdirSync(folder) : [];
  if (holds.length === 0) makeFolder(folder);
  else throw new ArchiveError('write-failed', folder, '目录不是空的');
}

function isShard(path: string): boolean {
  return path.startsWith('holdings/');
}

function portable(path: string): string {
  return path.split(sep).join('/');
}

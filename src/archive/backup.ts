import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type BackupList, LIST, modeOf, requireEmpty } from './backup-list.ts';
import { ArchiveError } from './errors.ts';
import { Layout, shardNames } from './layout.ts';
import { readWhole } from './read-file.ts';
import { type HoldingRecord, sourcesOf } from './record.ts';
import { requireRestored } from './restoring.ts';
import { temporaryName, writeFileSafely } from './safe-file.ts';
import { writeFilesSafely } from './safe-files.ts';
import { checkSealed, digest, openSealed } from './sealed-json.ts';

/** Other rooms of the data folder that are not copied: they belong to a process or can be made again. */
const LEFT_OUT = ['holdings', 'reports', 'sources', 'writers', 'samples', 'damaged', 'inbox', 'restoring'];
const ATTEMPTS = 5;
/** Bytes that are held in memory and synced side by side. */
const AT_ONCE = 4_000_000;

/**
 * Copies an archive, also while it is written: shard by shard, each with exactly the report files that it names.
 * The list with the checksums is written last; without it the copy is no backup. A damaged file is refused by name.
 * @param target a folder that is empty or not there @throws {ArchiveError}
 */
export async function backup(folder: string, target: string, clock: () => Date): Promise<BackupList> {
  const from = new Layout(folder);
  requireRestored(from);
  requireEmpty(target);
  const files: Record<string, string> = {};
  let reports = 0;
  for (const name of shardNames) {
    const { paths, count } = await copyShard(from, name, target);
    Object.assign(files, paths);
    reports += count;
  }
  for (const path of otherFiles(folder)) {
    const bytes = readWhole(join(folder, path));
    // One that its owner has taken away since is no part of what is held now.
    if (bytes) Object.assign(files, await copy(target, [{ path, bytes, mode: modeOf(join(folder, path)) }]));
  }
  const list: BackupList = { format: 1, madeAt: clock().toISOString(), reports, files };
  writeFileSafely(join(target, LIST), [Buffer.from(`${JSON.stringify(list, null, 1)}\n`)]);
  return list;
}

interface Piece {
  /** In the data folder. */
  path: string;
  bytes: Buffer;
  mode?: number;
}

/** The files of a shard, then the shard. @returns path → SHA-256 */
async function copyShard(from: Layout, name: string, target: string) {
  const file = from.shardFile(name);
  for (let attempt = 1; ; attempt += 1) {
    const bytes = readWhole(file);
    if (!bytes) return { paths: {}, count: 0 };
    const records = Object.values(openSealed<Record<string, HoldingRecord>>(bytes, 'holdings', file));
    try {
      const paths = await copyAll(target, filesOf(from, records));
      Object.assign(paths, await copy(target, [{ path: relative(from.folder, file), bytes }]));
      return { paths, count: records.length };
    } catch (error) {
      // Taken out by the writer since the shard was read: read it again.
      const gone = error instanceof ArchiveError && error.code === 'missing';
      if (!gone || attempt === ATTEMPTS) throw error;
    }
  }
}

/** @throws {ArchiveError} `missing`, `damaged` */
function* filesOf(from: Layout, records: readonly HoldingRecord[]): Generator<Piece> {
  for (const file of records.flatMap((record) => versionFiles(from, record))) {
    const bytes = readWhole(file);
    if (!bytes) throw new ArchiveError('missing', file, '文件不存在');
    checkSealed(bytes, 'report', file);
    yield { path: relative(from.folder, file), bytes };
  }
  for (const sha256 of new Set(records.flatMap(sourcesOf))) {
    const file = from.sourceFile(sha256);
    const bytes = readWhole(file);
    // One that is not there was not kept; one that is damaged stays behind, for the report is whole without it.
    if (bytes && digest(bytes) === sha256) yield { path: relative(from.folder, file), bytes };
  }
}

async function copyAll(target: string, pieces: Iterable<Piece>): Promise<Record<string, string>> {
  const paths: Record<string, string> = {};
  let waiting: Piece[] = [];
  let size = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    size += piece.bytes.length;
    if (size < AT_ONCE) continue;
    Object.assign(paths, await copy(target, waiting));
    waiting = [];
    size = 0;
  }
  return Object.assign(paths, await copy(target, waiting));
}

async function copy(target: string, pieces: readonly Piece[]): Promise<Record<string, string>> {
  await writeFilesSafely(
    pieces.map(({ path, bytes, mode }) => ({
      file: join(target, path),
      content: bytes,
      ...(mode === undefined ? {} : { mode }),
    })),
  );
  return Object.fromEntries(pieces.map(({ path, bytes }) => [portable(path), digest(bytes)]));
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

function portable(path: string): string {
  return path.split(sep).join('/');
}

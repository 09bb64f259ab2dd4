import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { ArchiveError, errorCode, systemReason } from './errors.ts';

/** How a file is named while it is being written; whatever bears such a name after a crash may be deleted. */
export const temporaryName = /\.[0-9a-f]{16}\.tmp$/;

export interface WriteOptions {
  mode?: number;
  /** False when the caller syncs the folder itself, once for several files. */
  folderSynced?: boolean;
}

/**
 * Replaces a file so that it holds either the old or the new content, whenever the power goes: own temporary
 * name, write, fsync, rename, fsync of the folder. On failure the temporary file is removed and the old stands.
 * @returns bytes written
 * @throws {ArchiveError} `write-failed`
 */
export function writeFileSafely(
  file: string,
  content: readonly Uint8Array[],
  { mode = 0o644, folderSynced = true }: WriteOptions = {},
): number {
  const temporary = `${file}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    const bytes = writeSynced(temporary, content, mode);
    renameSync(temporary, file);
    if (folderSynced) syncFolder(dirname(file));
    return bytes;
  } catch (error) {
    discard(temporary);
    throw new ArchiveError('write-failed', file, `无法写入：${systemReason(error)}`, error);
  }
}

function discard(temporary: string): void {
  try {
    rmSync(temporary, { force: true });
  } catch {
    // It was never made, or the disk refuses this too: the doctor deletes what bears such a name.
  }
}

function writeSynced(file: string, content: readonly Uint8Array[], mode: number): number {
  const descriptor = openCreating(file, mode);
  let total = 0;
  try {
    for (const part of content) {
      for (let done = 0; done < part.length; ) done += writeSync(descriptor, part, done);
      total += part.length;
    }
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return total;
}

function openCreating(file: string, mode: number): number {
  try {
    return openSync(file, 'wx', mode);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    makeFolder(dirname(file));
    return openSync(file, 'wx', mode);
  }
}

/** Makes a folder with its parents; each new name is synced into the folder above it. */
export function makeFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true });
  if (!first) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made));
}

/** A rename lasts only when its folder is synced too. Some systems (Windows) cannot open folders: then it is theirs. */
export function syncFolder(folder: string): void {
  let descriptor: number;
  try {
    descriptor = openSync(folder, 'r');
  } catch (error) {
    if (['EISDIR', 'EPERM', 'EACCES'].includes(errorCode(error) ?? '')) return;
    throw error;
  }
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ArchiveError, errorCode, systemReason } from './errors.ts';
import { makeFolder } from './safe-file.ts';

export interface NewFile {
  file: string;
  content: Uint8Array;
  mode?: number;
}

/**
 * Writes many new files as safely as `writeFileSafely` does one, side by side: disks sync several files in the time of
 * one, and meanwhile other work goes on.
 * @throws {ArchiveError} `write-failed` when one could not be written; others may have been
 */
export async function writeFilesSafely(files: readonly NewFile[]): Promise<void> {
  const results = await Promise.allSettled(files.map(writeOne));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  await Promise.all([...new Set(files.map(({ file }) => dirname(file)))].map(syncFolder));
}

async function writeOne({ file, content, mode = 0o644 }: NewFile): Promise<void> {
  const temporary = `${file}.${randomBytes(8).toString('hex')}.tmp`;
  try {
    const handle = await openCreating(temporary, mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    // Should this fail too, the doctor deletes what bears such a name.
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new ArchiveError('write-failed', file, `无法写入：${systemReason(error)}`, error);
  }
}

async function openCreating(file: string, mode: number): Promise<FileHandle> {
  try {
    return await open(file, 'wx', mode);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error;
    makeFolder(dirname(file));
    return open(file, 'wx', mode);
  }
}

async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle;
  try {
    handle = await open(folder, 'r');
  } catch (error) {
    // Some systems (Windows) cannot open folders: then it is theirs.
    if (['EISDIR', 'EPERM', 'EACCES'].includes(errorCode(error) ?? '')) return;
    throw new ArchiveError('write-failed', folder, `无法写入：${systemReason(error)}`, error);
  }
  try {
    await handle.sync();
  } catch (error) {
    throw new ArchiveError('write-failed', folder, `无法写入：${systemReason(error)}`, error);
  } finally {
    await handle.close();
  }
}

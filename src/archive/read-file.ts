import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import { ArchiveError, errorCode, systemReason } from './errors.ts';

/** @returns null where there is no file @throws {ArchiveError} `read-failed` */
export function readWhole(file: string): Buffer | null {
  return reading(file, () => readFileSync(file));
}

/** Up to `length` bytes from the beginning. */
export function readStart(file: string, length: number): Buffer | null {
  return reading(file, () => {
    const descriptor = openSync(file, 'r');
    try {
      const bytes = Buffer.alloc(Math.min(length, fstatSync(descriptor).size));
      let done = 0;
      for (let got = 1; got > 0 && done < bytes.length; done += got)
        got = readSync(descriptor, bytes, done, bytes.length - done, done);
      return bytes;
    } finally {
      closeSync(descriptor);
    }
  });
}

/** The names in a folder; none where there is no folder. @throws {ArchiveError} `read-failed` */
export function readFolder(folder: string): string[] {
  return reading(folder, () => readdirSync(folder)) ?? [];
}

function reading<T>(file: string, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new ArchiveError('read-failed', file, `无法读取：${systemReason(error)}`, error);
  }
}

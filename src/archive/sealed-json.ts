import { createHash } from 'node:crypto';
import type { SyncAdapter } from 'lowdb';
import { ArchiveError } from './errors.ts';
import { readWhole } from './read-file.ts';
import { type WriteOptions, writeFileSafely } from './safe-file.ts';

/** Raised when a stored shape changes; a file of another format is refused by name, never misread. */
export const STORE_FORMAT = 1;

/**
 * A lowdb adapter whose file tells when it was damaged:
 * `{"kind":"report","format":1,"sha256":"<of kind, format and data>","data":…}`
 * It is read and written whole, replaced in one step, and synced.
 */
export class SealedJsonFile<T> implements SyncAdapter<T> {
  /** Bytes of the last write. */
  written = 0;

  constructor(
    readonly file: string,
    readonly kind: string,
    readonly options: WriteOptions = {},
  ) {}

  /** @returns null where there is no file @throws {ArchiveError} */
  read(): T | null {
    const bytes = readWhole(this.file);
    return bytes && openSealed<T>(bytes, this.kind, this.file);
  }

  /** @throws {ArchiveError} `write-failed`; the old file stands */
  write(data: T): void {
    this.written = writeFileSafely(this.file, [seal(this.kind, data)], this.options);
  }
}

export function seal(kind: string, data: unknown, format = STORE_FORMAT): Buffer {
  return sealText(kind, JSON.stringify(data), format);
}

/** @param text the data as JSON already */
export function sealText(kind: string, text: string, format = STORE_FORMAT): Buffer {
  const sha256 = digest(`${kind} ${format} ${text}`);
  return Buffer.from(
    `{"kind":${JSON.stringify(kind)},"format":${format},"sha256":"${sha256}","data":${text}}\n`,
  );
}

const head = /^\{"kind":"([a-z-]+)","format":(\d+),"sha256":"([0-9a-f]{64})","data":/;

/** @throws {ArchiveError} `damaged`; `other-version` only where the file is whole */
export function openSealed<T>(bytes: Buffer, kind: string, file: string): T {
  return JSON.parse(checkSealed(bytes, kind, file).toString('utf8'));
}

/** Looks at the seal alone. @returns the data as JSON @throws {ArchiveError} as `openSealed` */
export function checkSealed(bytes: Buffer, kind: string, file: string): Buffer {
  const damaged = (reason: string) =>
    new ArchiveError('damaged', file, `文件已损坏：${reason}（用 nianbao doctor 检查并修复）`);
  const found = head.exec(bytes.toString('latin1', 0, 200));
  if (!found || found[1] !== kind) throw damaged('开头不符');
  if (bytes.toString('latin1', bytes.length - 2) !== '}\n') throw damaged('结尾缺失');
  const data = bytes.subarray(found[0].length, bytes.length - 2);
  const hash = createHash('sha256').update(`${kind} ${found[2]} `).update(data);
  if (hash.digest('hex') !== found[3]) throw damaged('校验和不符');
  if (Number(found[2]) !== STORE_FORMAT)
    throw new ArchiveError('other-version', file, `由另一版本的程序写成（格式 ${found[2]}）`);
  return data;
}

export function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

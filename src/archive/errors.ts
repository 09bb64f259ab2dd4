export type ArchiveErrorCode =
  /** Another process writes this archive. */
  | 'locked'
  /** A file does not hold what was written: cut short, changed bits, foreign content. */
  | 'damaged'
  /** A file was written by another version of the program. */
  | 'other-version'
  /** A file that the archive names is not there. */
  | 'missing'
  /** A restoring of this folder was broken off. */
  | 'unfinished'
  /** The system refused to write (disk full, read-only, no rights, too many open files). The old state stands. */
  | 'write-failed'
  /** The system refused to read. */
  | 'read-failed'
  /** The call needs `openArchive(dir, 'write')`. */
  | 'read-only';

/** Trouble with the archive's files. Whatever was acknowledged before is untouched when you see it. */
export class ArchiveError extends Error {
  constructor(
    readonly code: ArchiveErrorCode,
    /** The file or folder it happened at. */
    readonly file: string,
    reason: string,
    cause?: unknown,
  ) {
    super(`${file}：${reason}`, { cause });
    this.name = 'ArchiveError';
  }
}

/** Another process holds the right to write. */
export class LockedError extends ArchiveError {
  constructor(
    folder: string,
    readonly pid: number,
  ) {
    super('locked', folder, `进程 ${pid} 正在写入此数据目录，请等它结束，或交给它办理`);
    this.name = 'LockedError';
  }
}

const reasons: Record<string, string> = {
  ENOSPC: '磁盘已满',
  EDQUOT: '磁盘配额已用完',
  EFBIG: '超过允许的文件大小',
  EROFS: '磁盘只读',
  EACCES: '没有权限',
  EPERM: '没有权限',
  EMFILE: '打开的文件过多',
  ENFILE: '系统打开的文件过多',
  ENOTDIR: '路径中有一段不是目录',
  EIO: '磁盘读写出错',
};

/** The system's refusal in words; the system's own message where no words are kept. */
export function systemReason(error: unknown): string {
  const code = errorCode(error);
  return (code && reasons[code]) || (error instanceof Error ? error.message : String(error));
}

export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

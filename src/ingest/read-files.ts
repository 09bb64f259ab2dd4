import { readFile as readBytes, stat } from 'node:fs/promises';
import { IngestError, refusalOf } from './errors.ts';
import { inOrder } from './in-order.ts';
import { defaultLimits, type Limits, sizeDetail } from './limits.ts';
import { type FileRead, type ReadOptions, readFile } from './reader.ts';

/**
 * Reads files from disk, as many at a time as the pool has workers, and gives the results in the paths' order,
 * one array a path. Never throws for a bad file.
 */
export function readFiles(
  paths: Iterable<string> | AsyncIterable<string>,
  options: ReadOptions = {},
): AsyncGenerator<FileRead[]> {
  const width = options.pool ? options.pool.size * 2 : 1;
  return inOrder(paths, width, (path) => readPath(path, options));
}

/** Reads one file from disk; one that is too large is refused before it is loaded. */
export async function readPath(path: string, options: ReadOptions = {}): Promise<FileRead[]> {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  try {
    const { size } = await stat(path);
    if (size > limits.fileBytes) throw new IngestError('too-large', sizeDetail(size, limits));
    return await readFile(await readBytes(path), path, options);
  } catch (error) {
    return [{ path, error: refusalOf(fileTrouble(error)) }];
  }
}

const reasons: Record<string, string> = {
  EACCES: '没有读取权限',
  EPERM: '没有读取权限',
  ENOENT: '文件不存在',
  EISDIR: '这是文件夹',
  EMFILE: '打开的文件过多',
  EIO: '磁盘读取出错',
};

function fileTrouble(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code !== 'string' || error instanceof IngestError) return error;
  return new IngestError('unreadable', reasons[code] ?? code, { cause: error });
}

import { existsSync } from 'node:fs';
import { ArchiveError } from './errors.ts';
import type { Layout } from './layout.ts';

/** Half of a restored backup is no archive: what is missing would pass for not held. @throws {ArchiveError} `unfinished` */
export function requireRestored({ folder, restoring }: Layout): void {
  if (existsSync(restoring))
    throw new ArchiveError('unfinished', folder, '上一次恢复中途停了，请再运行一次 nianbao restore');
}

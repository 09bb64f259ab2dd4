import { existsSync, readdirSync, statSync } from 'node:fs';
import { z } from 'zod';
import { ArchiveError } from './errors.ts';
import { makeFolder, temporaryName } from './safe-file.ts';

/** The file that makes a folder a backup. */
export const LIST = 'backup.json';

export const listSchema = z.strictObject({
  format: z.literal(1),
  madeAt: z.string(),
  reports: z.number(),
  /** Path → SHA-256 of the file. */
  files: z.record(z.string(), z.string()),
});
export type BackupList = z.infer<typeof listSchema>;

/** What a kill left half-written does not count. @throws {ArchiveError} `write-failed` */
export function requireEmpty(folder: string): void {
  const holds = existsSync(folder) ? readdirSync(folder).filter((name) => !temporaryName.test(name)) : [];
  if (holds.length === 0) makeFolder(folder);
  else throw new ArchiveError('write-failed', folder, '目录不是空的');
}

/** Who may read a file: records of chats are for their owner alone, in a copy too. */
export function modeOf(file: string): number {
  return (statSync(file, { throwIfNoEntry: false })?.mode ?? 0o600) & 0o777;
}

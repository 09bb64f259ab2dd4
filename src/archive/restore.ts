import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readDataFile } from '../catalogue/data-file.ts';
import { type BackupList, LIST, listSchema, modeOf, requireEmpty } from './backup-list.ts';
import { ArchiveError, systemReason } from './errors.ts';
import { Layout } from './layout.ts';
import { syncFolder, writeFileSafely } from './safe-file.ts';
import { writeFilesSafely } from './safe-files.ts';
import { digest } from './sealed-json.ts';

/** Files that are synced side by side. */
const AT_ONCE = 64;

/**
 * Brings a backup back into a data folder that holds nothing yet, or in which this was broken off. Every file is
 * checked before the first is copied; until the last is copied the folder is no archive (`requireRestored`).
 * @throws {ArchiveError} `damaged`, `missing`, `write-failed`
 */
export async function restore(source: string, folder: string): Promise<BackupList> {
  const list = readDataFile(listSchema, join(source, LIST));
  const { restoring } = new Layout(folder);
  if (!existsSync(restoring)) requireEmpty(folder);
  for (const [path, sha256] of Object.entries(list.files)) requireSame(join(source, path), sha256);
  // Of what was broken off nothing stays: it may have been another backup.
  for (const name of readdirSync(folder))
    if (name !== basename(restoring)) rmSync(join(folder, name), { recursive: true });
  writeFileSafely(restoring, [Buffer.from(`${list.madeAt}\n`)]);
  const paths = Object.keys(list.files);
  for (let i = 0; i < paths.length; i += AT_ONCE) {
    const some = paths.slice(i, i + AT_ONCE);
    await writeFilesSafely(
      some.map((path) => {
        const from = join(source, path);
        return { file: join(folder, path), content: readFileSync(from), mode: modeOf(from) };
      }),
    );
  }
  rmSync(restoring);
  syncFolder(folder);
  return list;
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

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from '../package-root.ts';
import { ArchiveError } from './errors.ts';

/** What it has to say is a line. */
const MOST_SAID = 2000;

/**
 * Has snapshots written by another process, see `snapshot-process.ts`. When it returns they are on the disk.
 * @throws {ArchiveError} `write-failed`
 */
export async function writeSnapshotsAside(folder: string, kinds: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [program(), folder, ...kinds], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(0, MOST_SAID);
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).catch((error: unknown) => {
    throw new ArchiveError('write-failed', folder, '无法启动另一进程来写快照', error);
  });
  if (code !== 0) throw new ArchiveError('write-failed', folder, `快照未能写入（${code}）：${said.trim()}`);
}

/** The compiled program; where the sources run, beside them. */
function program(): string {
  const here = fileURLToPath(new URL('./snapshot-process.js', import.meta.url));
  if (!import.meta.url.endsWith('.ts')) return here;
  return join(packageRoot, 'dist', 'src', 'archive', 'snapshot-process.js');
}

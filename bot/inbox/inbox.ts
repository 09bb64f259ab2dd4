import { mkdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import type { App } from '../../src/app.ts';
import { systemReason } from '../../src/archive/errors.ts';
import { Intake } from './intake.ts';
import { DONE, REFUSED } from './put-aside.ts';

/** A file whose size has not changed for this long, and that nobody has open to write, is taken for complete. */
const QUIET_MS = 2500;
const LOOK_MS = 200;

export interface Inbox {
  /** Stops watching; the file in hand is finished first. */
  close(): Promise<void>;
}

/** The folder that is to be watched cannot be. */
export class InboxError extends Error {
  readonly code = 'inbox';
  constructor(folder: string, cause: unknown) {
    super(`收件目录 ${folder} 不能用：${systemReason(cause)}`, { cause });
  }
}

/**
 * Watches a folder. What is put there is taken in when it is completely written, then moved to `done/`, or to
 * `refused/` with the cause beside it. What lay there before is taken in too.
 * @throws {InboxError}
 */
export async function watchInbox(app: App, folder: string, tell: (text: string) => void): Promise<Inbox> {
  makeFolders(folder);
  const intake = new Intake(app, folder, tell);
  const watcher = watch(folder, {
    ignored: (path) => isIgnored(relative(folder, path)),
    awaitWriteFinish: { stabilityThreshold: QUIET_MS, pollInterval: LOOK_MS },
    followSymlinks: false,
    // A file that may not be read is refused like any other.
    ignorePermissionErrors: true,
  });
  watcher.on('add', (path) => intake.add(path));
  watcher.on('error', (error) =>
    tell(`收件目录 ${folder}：${error instanceof Error ? error.message : error}`),
  );
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
    close: async () => {
      await watcher.close();
      await intake.close();
    },
  };
}

function makeFolders(folder: string): void {
  try {
    for (const name of [DONE, REFUSED]) mkdirSync(join(folder, name), { recursive: true });
  } catch (error) {
    throw new InboxError(folder, error);
  }
}

/** What systems leave in folders, hidden files, and the names under which programs write what is not yet whole. */
const passedOver = /^[.~]|\.(?:part|partial|tmp|crdownload|filepart)$|^(?:Thumbs\.db|desktop\.ini)$/i;

/** The folders of what is finished are passed over too. */
function isIgnored(path: string): boolean {
  if (path === '') return false;
  const parts = path.split(sep);
  return parts[0] === DONE || parts[0] === REFUSED || parts.some((part) => passedOver.test(part));
}

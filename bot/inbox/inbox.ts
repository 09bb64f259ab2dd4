import { mkdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { watch } from 'chokidar';
import type { IngestSummary } from '../../src/app/summary.ts';
import type { App } from '../../src/app.ts';
import { DONE, putAside, REFUSED } from './put-aside.ts';

/** A file whose size has not changed for this long is taken for complete. */
const QUIET_MS = 2000;
const LOOK_MS = 200;

export interface Inbox {
  /** Stops watching; the file in hand is finished first. */
  close(): Promise<void>;
}

/**
 * Watches a folder. What is put there is taken in when it is completely written, then moved to `done/`, or to
 * `refused/` with the cause beside it. What lay there before is taken in too.
 */
export async function watchInbox(
  app: App,
  folder: string,
  tell: (text: string) => void,
  quietMs = QUIET_MS,
): Promise<Inbox> {
  for (const name of [DONE, REFUSED]) mkdirSync(join(folder, name), { recursive: true });
  let work = Promise.resolve();
  const watcher = watch(folder, {
    ignored: (path) => isIgnored(relative(folder, path)),
    awaitWriteFinish: { stabilityThreshold: quietMs, pollInterval: LOOK_MS },
    followSymlinks: false,
  });
  watcher.on('add', (path) => {
    work = work.then(() => take(app, folder, path, tell));
  });
  watcher.on('error', (error) =>
    tell(`收件目录 ${folder}：${error instanceof Error ? error.message : error}`),
  );
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
    close: async () => {
      await watcher.close();
      await work;
    },
  };
}

/** The folders of what is finished, hidden files, and the names under which programs write what is not yet whole. */
function isIgnored(path: string): boolean {
  const [first = ''] = path.split(sep);
  if (first === DONE || first === REFUSED) return true;
  return path
    .split(sep)
    .some((part) => /^[.~]|\.(?:part|partial|tmp|crdownload|filepart)$/i.test(part) && part !== '');
}

async function take(app: App, folder: string, path: string, tell: (text: string) => void): Promise<void> {
  try {
    const summary = await app.ingest([path]);
    tell(`收件：${relative(folder, path)} ${resultOf(summary)}`);
    putAside(folder, path, summary);
  } catch (error) {
    // The file stays where it is and is taken up again at the next start.
    tell(`收件：${relative(folder, path)} ${error instanceof Error ? error.message : String(error)}`);
  }
}

function resultOf({ files, added, updated, unchanged, rejected }: IngestSummary): string {
  const [only] = files;
  if (files.length === 1 && only?.error) return `未收录：${only.error.message}`;
  if (files.length === 1 && only) return `${only.agency} ${only.year}年 ${only.status}`;
  return `收录 ${added}，更新 ${updated}，无变化 ${unchanged}，未收录 ${rejected}`;
}

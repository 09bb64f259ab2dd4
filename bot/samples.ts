import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openApp } from '../src/app.ts';
import { openArchive } from '../src/archive/archive.ts';
import { ArchiveError, LockedError } from '../src/archive/errors.ts';
import { Layout } from '../src/archive/layout.ts';
import { makerOf } from '../src/archive/maker.ts';
import { writeFileSafely } from '../src/archive/safe-file.ts';
import { WriterLock } from '../src/archive/writer-lock.ts';
import { dataPath } from '../src/package-root.ts';

const PATIENCE_MS = 30_000;

/**
 * Sees that an archive holds the sample reports as this program reads them; it is made anew when the samples or
 * the reading have changed, or when it is damaged. Of two processes that start at once one makes it, the other waits.
 */
export async function refreshSamples(folder: string): Promise<void> {
  const mark = join(folder, 'samples-from');
  const maker = makerOf('src', 'data/samples', 'data/catalogue', 'data/lexicon');
  const until = Date.now() + PATIENCE_MS;
  while (!isFresh(folder, mark, maker)) {
    try {
      await makeSamples(folder, mark, maker);
    } catch (error) {
      if (!(error instanceof LockedError) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function makeSamples(folder: string, mark: string, maker: string): Promise<void> {
  clear(folder, mark, maker);
  // The samples lie beside the program already.
  const app = await openApp({ dataDir: folder, mode: 'write', keepSources: false, trusted: true });
  try {
    if (markOf(mark) === maker) return;
    await app.ingest([dataPath('samples')]);
    app.library.saveSnapshots(true);
    writeFileSafely(mark, [Buffer.from(maker)]);
  } finally {
    await app.close();
  }
}

/** Under the writer's lock, so that what another process has just made stays. */
function clear(folder: string, mark: string, maker: string): void {
  const layout = new Layout(folder);
  const lock = WriterLock.acquire(layout);
  try {
    if (isFresh(folder, mark, maker)) return;
    for (const part of [mark, layout.holdings, layout.reports, layout.sources, layout.index])
      rmSync(part, { recursive: true, force: true });
  } finally {
    lock.release();
  }
}

function isFresh(folder: string, mark: string, maker: string): boolean {
  if (markOf(mark) !== maker) return false;
  try {
    return openArchive(folder, 'read').holdings.length > 0;
  } catch (error) {
    if (error instanceof ArchiveError && ['damaged', 'other-version'].includes(error.code)) return false;
    throw error;
  }
}

function markOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not made yet.
    return undefined;
  }
}

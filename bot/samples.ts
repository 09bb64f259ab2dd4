import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApp } from '../src/app.ts';
import { LockedError } from '../src/archive/errors.ts';
import { makerOf } from '../src/archive/maker.ts';
import { writeFileSafely } from '../src/archive/safe-file.ts';
import { dataPath } from '../src/package-root.ts';

const PATIENCE_MS = 30_000;

/**
 * Sees that an archive holds the sample reports as this program reads them; it is made anew when the samples or
 * the reading have changed. Of two processes that start at once one makes it and the other waits.
 */
export async function refreshSamples(folder: string): Promise<void> {
  const mark = join(folder, 'samples-from');
  const maker = makerOf('src', 'data/samples', 'data/catalogue', 'data/lexicon');
  const until = Date.now() + PATIENCE_MS;
  while (markOf(mark) !== maker) {
    try {
      await makeSamples(folder, mark, maker);
    } catch (error) {
      if (!(error instanceof LockedError) || Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function makeSamples(folder: string, mark: string, maker: string): Promise<void> {
  const app = await openApp({ dataDir: folder, mode: 'write' });
  try {
    if (markOf(mark) === maker) return;
    for (const { reportId } of [...app.library.holdings]) app.remove(reportId);
    await app.ingest([dataPath('samples')]);
    app.library.saveSnapshots(true);
    writeFileSafely(mark, [Buffer.from(maker)]);
  } finally {
    await app.close();
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

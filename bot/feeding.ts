import { join } from 'node:path';
import type { App } from '../src/app.ts';
import { ArchiveError } from '../src/archive/errors.ts';
import { serveHandOver } from './hand-over/server.ts';
import { watchInbox } from './inbox/inbox.ts';

const TEND_MS = 60_000;

export interface FeedingOptions {
  /** The folder that is watched; `<data>/inbox` if not said. */
  inbox?: string | undefined;
  /** Told of every file in one line. */
  tell(text: string): void;
}

/** While the work goes on, files come in from the inbox and from other processes. */
export async function withFeeding<T>(app: App, options: FeedingOptions, work: () => Promise<T>): Promise<T> {
  const folder = options.inbox ?? join(app.library.folder, 'inbox');
  const stopServer = await serveHandOver(app);
  let tended = app.library.revision;
  const tending = setInterval(() => {
    if (tended !== app.library.revision) void tend(app, options.tell);
    tended = app.library.revision;
  }, TEND_MS).unref();
  try {
    const inbox = await watchInbox(app, folder, options.tell);
    try {
      return await work();
    } finally {
      await inbox.close();
    }
  } finally {
    clearInterval(tending);
    await stopServer();
  }
}

/**
 * Snapshots follow what comes in, so that a start after a crash has little to catch up with. Another process writes
 * them: of 50,000 reports that takes seconds, in which nobody would be answered.
 */
async function tend(app: App, tell: (text: string) => void): Promise<void> {
  try {
    await app.library.saveSnapshotsAside();
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    tell(error.message);
  }
}

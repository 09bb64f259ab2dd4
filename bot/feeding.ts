import { join } from 'node:path';
import type { App } from '../src/app.ts';
import { serveHandOver } from './hand-over/server.ts';
import { watchInbox } from './inbox/inbox.ts';

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
  try {
    const inbox = await watchInbox(app, folder, options.tell);
    try {
      return await work();
    } finally {
      await inbox.close();
    }
  } finally {
    await stopServer();
  }
}

import { type App, openApp } from '../../src/app.ts';
import { readLimits, readSetting } from '../settings.ts';

/** Opens the program for one piece of work and closes it, whatever happens. */
export async function withApp<T>(
  dataDir: string,
  mode: 'read' | 'write',
  work: (app: App) => Promise<T> | T,
): Promise<T> {
  const app = await openApp({
    dataDir,
    mode,
    limits: readLimits(process.env),
    keepSources: readSetting('keepSources', process.env),
  });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

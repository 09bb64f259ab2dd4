import { existsSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SyncAdapter } from 'lowdb';
import { syncFolder } from '../archive/safe-file.ts';
import { SealedJsonFile } from '../archive/sealed-json.ts';

/** Small records beside the archive, one sealed file each: `chats/-100123` is `<folder>/chats/-100123.json`. */
export class DiskRecords {
  constructor(private readonly folder: string) {}

  open<T>(name: string): SyncAdapter<T> {
    return new SealedJsonFile<T>(this.file(name), 'record', { mode: 0o600 });
  }

  list(folder: string): string[] {
    const path = join(this.folder, folder);
    if (!existsSync(path)) return [];
    return readdirSync(path)
      .filter((name) => name.endsWith('.json'))
      .map((name) => `${folder}/${name.slice(0, -'.json'.length)}`);
  }

  remove(name: string): void {
    const file = this.file(name);
    rmSync(file, { force: true });
    if (existsSync(dirname(file))) syncFolder(dirname(file));
  }

  private file(name: string): string {
    return join(this.folder, `${name}.json`);
  }
}

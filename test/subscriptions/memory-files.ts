import { MemorySync, type SyncAdapter } from 'lowdb';
import type { RecordFiles } from '../../src/subscriptions/chat-store.ts';

/** Records that outlive the objects that use them, as files do; kept as text so that nothing is shared by accident. */
export class MemoryFiles implements RecordFiles {
  readonly content = new Map<string, string>();
  /** The next write fails, as on a full disk. */
  full = false;

  open<T>(name: string): SyncAdapter<T> {
    const adapter = new MemorySync<string>();
    return {
      read: () => {
        const text = this.content.get(name);
        return text === undefined ? null : (JSON.parse(text) as T);
      },
      write: (data: T) => {
        if (this.full) throw new Error('no space left on device');
        adapter.write(JSON.stringify(data));
        this.content.set(name, adapter.read() ?? '');
      },
    };
  }

  list(folder: string): string[] {
    return [...this.content.keys()].filter((name) => name.startsWith(`${folder}/`));
  }

  remove(name: string): void {
    this.content.delete(name);
  }
}

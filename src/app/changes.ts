import type { Holding } from '../model/library.ts';
import type { Report } from '../model/report.ts';

/** What has happened to the archive; told after it is on the disk. */
export type Change =
  | { kind: 'added'; reportId: string; report: Report }
  /** `before` reads the version that was held until now. */
  | { kind: 'updated'; reportId: string; report: Report; before: () => Report }
  | { kind: 'removed'; reportId: string; holding: Holding };

export type ChangeListener = (change: Change) => void;

/** Those who want to be told. A listener deals with its own trouble: the change has happened already. */
export class ChangeFeed {
  private readonly listeners = new Set<ChangeListener>();

  /** @returns how to stop listening */
  listen(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  tell(change: Change): void {
    for (const listener of this.listeners) listener(change);
  }
}

import type { PostingState } from './compact-state.ts';
import { PostingLists } from './posting-lists.ts';
import type { Removals } from './removals.ts';

/** Postings of the windows from `firstWindow` up to the next part's. */
export interface Part {
  lists: PostingLists;
  firstWindow: number;
}

/** The postings of an index: those of a snapshot, which only lose entries, and those that came since. */
export class PostingParts {
  readonly all: readonly Part[];

  constructor(removals: Removals, frozen?: { state: PostingState; windows: number }) {
    const growing = { lists: new PostingLists(removals), firstWindow: frozen?.windows ?? 0 };
    if (!frozen) this.all = [growing];
    else {
      const { postings, large } = frozen.state;
      this.all = [{ lists: new PostingLists(removals, postings, large), firstWindow: 0 }, growing];
    }
  }

  get lists(): PostingLists[] {
    return this.all.map((part) => part.lists);
  }

  append(list: number, doc: number, frequency: number): void {
    this.all.at(-1)?.lists.append(list, doc, frequency);
  }

  /** How many documents a list has. */
  count(list: number): number {
    return this.all.reduce((sum, { lists }) => sum + (lists.read(list)?.length ?? 0), 0);
  }

  /** Takes removed documents out of every list now. */
  settle(): void {
    for (const { lists } of this.all) lists.settleAll();
  }
}

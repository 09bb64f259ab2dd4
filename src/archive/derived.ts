import { ArchiveError } from './errors.ts';
import { readSnapshot, readSnapshotVersions, type Versions, writeSnapshot } from './snapshot-file.ts';

/** Something that is computed from the store, owner by owner, and kept as a snapshot so that starts are quick. */
export interface Recipe<T> {
  kind: string;
  /** Names the programs and data it depends on. */
  maker(): string;
  create(): T;
  /** Undefined when the body was made with other settings. */
  restore(body: Uint8Array): T | undefined;
  snapshot(value: T): Uint8Array;
  /** What should be in it: owner → version. */
  versions(): Map<string, string>;
  put(value: T, owner: string): void;
  remove(value: T, owner: string): void;
}

export interface SnapshotState {
  file: string;
  kind: string;
  /** What a snapshot must be made by to be used. */
  maker: string;
  damaged: boolean;
  /** Owners that it lacks, has otherwise or has too many. */
  behind: number;
}

/**
 * A derived structure, made when it is first asked for: from its snapshot where there is a sound one, brought up to
 * the store by comparing versions owner by owner. So it cannot disagree with the store, whatever was killed when.
 */
export class Derived<T> {
  private value: T | undefined;
  /** Owner → version that the value holds. */
  private have = new Map<string, string>();
  /** Owners that the snapshot on the disk does not have as they are. */
  private readonly pending = new Set<string>();

  constructor(
    private readonly file: string,
    private readonly recipe: Recipe<T>,
    /** Told of a damaged snapshot, which is then rebuilt. */
    private readonly notice: (error: ArchiveError) => void,
  ) {}

  /** @throws {ArchiveError} when a report that it is made from cannot be read */
  get(): T {
    if (this.value !== undefined) return this.value;
    const value = this.restored();
    this.reconcile(value);
    this.value = value;
    return value;
  }

  get kind(): string {
    return this.recipe.kind;
  }

  /** How many owners should be in it. */
  get wanted(): number {
    return this.value === undefined ? this.recipe.versions().size : this.have.size;
  }

  /** How many owners the snapshot on the disk lacks or has otherwise; the value need not be loaded. */
  countBehind(): number {
    if (this.value !== undefined) return this.pending.size;
    const stored = this.sound(() => readSnapshotVersions(this.file, this.recipe.kind, this.recipe.maker()));
    return this.missing(Object.entries(stored ?? {}));
  }

  /** Looks at the file on the disk, body and all. */
  inspect(): SnapshotState {
    const { file } = this;
    const { kind } = this.recipe;
    const maker = this.recipe.maker();
    try {
      const snapshot = readSnapshot(file, kind, maker);
      const had = Object.entries(snapshot?.versions ?? {});
      return { file, kind, maker, damaged: false, behind: this.missing(had) };
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.code !== 'damaged') throw error;
      return { file, kind, maker, damaged: true, behind: this.wanted };
    }
  }

  private missing(had: [string, string][]): number {
    const wanted = this.recipe.versions();
    const same = had.filter(([owner, version]) => wanted.get(owner) === version).length;
    return Math.max(wanted.size, had.length) - same;
  }

  /** Tells of owners that have changed; nothing is done before somebody has asked for the value. */
  update(owners: Iterable<string>, versionOf: (owner: string) => string | undefined): void {
    if (this.value === undefined) return;
    for (const owner of owners) this.bring(this.value, owner, versionOf(owner));
  }

  /** @returns bytes written @throws {ArchiveError} `write-failed` */
  save(): number {
    const value = this.get();
    const body = this.recipe.snapshot(value);
    const versions: Versions = Object.fromEntries(this.have);
    const bytes = writeSnapshot(this.file, this.recipe.kind, this.recipe.maker(), { versions, body });
    this.pending.clear();
    return bytes;
  }

  /**
   * From here on only what changes afterwards counts as not in the snapshot, which another process writes from what
   * is in the store now. @returns what to call when it could not
   */
  beginAside(): { failed(): void } {
    const taken = [...this.pending];
    this.pending.clear();
    return {
      failed: () => {
        for (const owner of taken) this.pending.add(owner);
      },
    };
  }

  private restored(): T {
    const snapshot = this.sound(() => readSnapshot(this.file, this.recipe.kind, this.recipe.maker()));
    if (!snapshot) return this.recipe.create();
    const value = this.recipe.restore(snapshot.body);
    if (value === undefined) return this.recipe.create();
    this.have = new Map(Object.entries(snapshot.versions));
    return value;
  }

  /** A damaged snapshot is told of and counts as none. */
  private sound<S>(read: () => S | null): S | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.code !== 'damaged') throw error;
      this.notice(error);
      return null;
    }
  }

  private reconcile(value: T): void {
    const wanted = this.recipe.versions();
    for (const owner of [...this.have.keys()]) if (!wanted.has(owner)) this.bring(value, owner, undefined);
    for (const [owner, version] of wanted) this.bring(value, owner, version);
  }

  private bring(value: T, owner: string, version: string | undefined): void {
    const had = this.have.get(owner);
    if (had === version) return;
    this.pending.add(owner);
    // Forgotten first: should reading fail half-way, the owner is brought in again at the next start.
    this.have.delete(owner);
    if (had !== undefined) this.recipe.remove(value, owner);
    if (version === undefined) return;
    this.recipe.put(value, owner);
    this.have.set(owner, version);
  }
}

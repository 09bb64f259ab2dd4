import { join } from 'node:path';
import type { NameIndex } from '../../index/name-index.ts';
import type { PassageIndex } from '../../index/passage-index.ts';
import type { Column, Holding } from '../model/library.ts';
import type { ColumnStore } from './columns.ts';
import { Derived, type SnapshotState } from './derived.ts';
import type { ArchiveError } from './errors.ts';
import type { Difference } from './holding-store.ts';
import type { Layout } from './layout.ts';
import { agencyVersion, columnRecipe, nameRecipe, passageRecipe, type Shelf } from './recipes.ts';
import type { RowColumns } from './row-columns.ts';

export type { SnapshotState };

/** A start brings this many reports in without being felt; beyond it a snapshot is written. */
const BEHIND_REPORTS = 32;
/** In a large archive a snapshot costs more, so it may fall further behind: one part in … */
const BEHIND_SHARE = 200;

/** The three things that are computed from the store. Each is made when first asked for. */
export class DerivedSet {
  readonly passages: Derived<PassageIndex>;
  readonly names: Derived<NameIndex>;
  private readonly columns: Derived<ColumnStore>;

  constructor(
    layout: Layout,
    private readonly shelf: Shelf,
    notice: (error: ArchiveError) => void,
  ) {
    const file = (kind: string) => join(layout.index, `${kind}.bin`);
    this.passages = new Derived(file('passages'), passageRecipe(shelf), notice);
    this.columns = new Derived(file('columns'), columnRecipe(shelf), notice);
    this.names = new Derived(file('names'), nameRecipe(shelf), notice);
  }

  column(readingId: string, holdings: readonly Holding[], rows: RowColumns): Column {
    const columns = this.columns.get();
    return columns.column(
      readingId,
      rows.places((row) => columns.slots.get(holdings[row]?.reportId ?? '')),
    );
  }

  update({ changed, removed }: Difference, agencies: Iterable<string>): void {
    const reports = [...removed, ...changed].map((record) => record.reportId);
    const version = (id: string) => this.shelf.records.get(id)?.version;
    this.columns.update(reports, version);
    this.passages.update(reports, version);
    this.names.update(agencies, (id) => {
      const agency = this.shelf.agency(id);
      return agency && agencyVersion(agency);
    });
  }

  inspect(): SnapshotState[] {
    return this.parts.map((part) => part.inspect());
  }

  /** Writes the snapshots that are far behind; with `all` every one that is behind at all. */
  save(all: boolean): void {
    this.write(this.farBehind(all).map((part) => part.kind));
  }

  /** The same by `write` elsewhere, which is given the kinds. */
  async saveAside(write: (kinds: readonly string[]) => Promise<void>): Promise<void> {
    const parts = this.farBehind(false);
    if (parts.length === 0) return;
    const begun = parts.map((part) => part.beginAside());
    try {
      await write(parts.map((part) => part.kind));
    } catch (error) {
      for (const { failed } of begun) failed();
      throw error;
    }
  }

  write(kinds: readonly string[]): void {
    for (const part of this.parts) if (kinds.includes(part.kind)) part.save();
  }

  private farBehind(all: boolean) {
    return this.parts.filter((part) => {
      const bearable = all ? 0 : Math.max(BEHIND_REPORTS, part.wanted / BEHIND_SHARE);
      return part.countBehind() > bearable;
    });
  }

  private get parts() {
    return [this.columns, this.names, this.passages];
  }
}

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
  private rows: { revision: number; slots: Uint32Array } | undefined;

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

  column(readingId: string, holdings: readonly Holding[], revision: number): Column {
    const columns = this.columns.get();
    if (this.rows?.revision !== revision) {
      this.rows = { revision, slots: slotsOf(holdings, columns) };
    }
    return columns.column(readingId, this.rows.slots);
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
    return [this.columns, this.names, this.passages].map((part) => part.inspect());
  }

  /** Writes the snapshots that are far behind; with `all` every one that is behind at all. */
  save(all: boolean): void {
    for (const part of [this.columns, this.names, this.passages]) {
      const behind = part.countBehind();
      const bearable = all ? 0 : Math.max(BEHIND_REPORTS, part.wanted / BEHIND_SHARE);
      if (behind > bearable) part.save();
    }
  }
}

/** A plain loop: it runs after every change, over every report. */
function slotsOf(holdings: readonly Holding[], columns: ColumnStore): Uint32Array {
  const slots = new Uint32Array(holdings.length);
  let row = 0;
  for (const { reportId } of holdings) slots[row++] = columns.slots.get(reportId) ?? 0;
  return slots;
}

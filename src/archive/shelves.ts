import type {
  AgencyMention,
  Column,
  HeldAgency,
  Holding,
  Library,
  LibraryRows,
  PassageHit,
  PassageSearch,
} from '../model/library.ts';
import type { Report } from '../model/report.ts';
import { DerivedSet, type SnapshotState } from './derived-set.ts';
import { ArchiveError } from './errors.ts';
import { type Difference, HoldingStore } from './holding-store.ts';
import type { Layout } from './layout.ts';
import { Lru } from './lru.ts';
import { mentionsIn } from './mentions.ts';
import { searchPassages, searchRanked } from './passage-search.ts';
import { type Passage, passagesOf } from './passages.ts';
import type { HoldingRecord } from './record.ts';
import { Register } from './register.ts';
import { ReportStore } from './report-store.ts';
import { SourceStore } from './source-store.ts';

/** Reports whose passages stay in memory, a few kilobytes each: an answer from passages looks at a hundred. */
const CUT_IN_MEMORY = 2048;

/** The reading side of an archive: what is held, and what is computed from it. Takes no lock. */
export class Shelves implements Library {
  revision = 0;
  /** Trouble with snapshots that was got over: damaged ones that were rebuilt, ones that could not be written. */
  readonly notices: ArchiveError[] = [];
  protected readonly store: HoldingStore;
  protected readonly files: ReportStore;
  protected readonly sources: SourceStore;
  protected readonly derived: DerivedSet;
  private readonly register = new Register();
  private readonly cut = new Lru<HoldingRecord, Passage[]>(CUT_IN_MEMORY);

  /** @throws {ArchiveError} when the store cannot be read */
  constructor(protected readonly layout: Layout) {
    this.files = new ReportStore(layout);
    this.sources = new SourceStore(layout);
    this.store = new HoldingStore(layout);
    this.register.apply({ changed: [...this.store.records.values()], removed: [] });
    this.derived = new DerivedSet(
      layout,
      {
        records: this.store.records,
        report: (id) => this.held(id),
        agencyIds: { [Symbol.iterator]: () => this.register.agencyIds[Symbol.iterator]() },
        agency: (id) => this.register.agency(id),
      },
      (error) => this.notices.push(error),
    );
  }

  get folder(): string {
    return this.layout.folder;
  }

  get holdings(): readonly Holding[] {
    return this.register.holdings;
  }

  get rows(): LibraryRows {
    return this.register.rows;
  }

  get agencies(): readonly HeldAgency[] {
    return this.register.agencies;
  }

  agency(agencyId: string): HeldAgency | undefined {
    return this.register.agency(agencyId);
  }

  holding(reportId: string): HoldingRecord | undefined {
    return this.store.records.get(reportId);
  }

  /** @throws {ArchiveError} when it is held but its file cannot be read: never another version in its place */
  report(reportId: string): Report | undefined {
    return this.current(reportId, (version) => this.files.read(reportId, version).report);
  }

  /** An earlier version of a report, by the version of `HoldingRecord.history`. @throws {ArchiveError} */
  pastReport(reportId: string, version: string): Report {
    return this.files.read(reportId, version).report;
  }

  /** The file that a report was read from, to the byte; undefined when it was not kept. @throws {ArchiveError} */
  source(reportId: string): Buffer | undefined {
    const record = this.store.records.get(reportId);
    return record && this.sources.read(record.sha256);
  }

  column(readingId: string): Column {
    return this.derived.column(readingId, this.register.holdings, this.register.rows);
  }

  findAgencies(text: string): AgencyMention[] {
    return mentionsIn(this.derived.names.get(), text);
  }

  searchPassages(text: string, options: PassageSearch = {}): PassageHit[] {
    const search = options.ranked ? searchRanked : searchPassages;
    return search(this.derived.passages.get(), this, text, options, (id) => this.passages(id));
  }

  /** Sees what another process has changed. @returns whether anything has */
  refresh(): boolean {
    return this.apply(this.store.refresh());
  }

  /** What state the snapshots on the disk are in. */
  inspectSnapshots(): SnapshotState[] {
    return this.derived.inspect();
  }

  protected apply(difference: Difference): boolean {
    if (difference.changed.length + difference.removed.length === 0) return false;
    const agencies = this.register.apply(difference);
    this.revision += 1;
    this.derived.update(difference, agencies);
    return true;
  }

  private held(reportId: string): Report {
    const record = this.store.records.get(reportId);
    if (!record) throw new ArchiveError('missing', reportId, '没有收录');
    return this.files.read(reportId, record.version).report;
  }

  /** The passages of a report; the record is another one when the report is. */
  private passages(reportId: string): Passage[] {
    const record = this.store.records.get(reportId);
    const known = record && this.cut.get(record);
    if (known) return known;
    const report = this.current(reportId, (version) => this.files.readText(reportId, version));
    const passages = report ? passagesOf(report) : [];
    const now = this.store.records.get(reportId);
    if (now) this.cut.set(now, passages);
    return passages;
  }

  /** Reads from the file of the version held; undefined when none is. */
  private current<T>(reportId: string, read: (version: string) => T): T | undefined {
    const record = this.store.records.get(reportId);
    if (!record) return undefined;
    try {
      return read(record.version);
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.code !== 'missing' || !this.refresh()) throw error;
      // Another process took it out or replaced it a moment ago.
      const now = this.store.records.get(reportId);
      return now && read(now.version);
    }
  }
}

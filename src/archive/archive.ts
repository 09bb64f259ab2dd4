import type {
  AgencyMention,
  Column,
  HeldAgency,
  Holding,
  Library,
  PassageHit,
  PassageSearch,
} from '../model/library.ts';
import type { Report } from '../model/report.ts';
import { DerivedSet, type SnapshotState } from './derived-set.ts';
import { ArchiveError } from './errors.ts';
import { type Difference, HoldingStore } from './holding-store.ts';
import { Layout } from './layout.ts';
import { mentionsIn } from './mentions.ts';
import { searchPassages } from './passage-search.ts';
import type { HoldingRecord } from './record.ts';
import { Register } from './register.ts';
import { ReportStore } from './report-store.ts';
import { type Outcome, Staging } from './staging.ts';
import { WriterLock } from './writer-lock.ts';

/**
 * All reports of one data folder. Opened to read it takes no lock and sees what others write after `refresh()`;
 * opened to write it is the only one, until `close()`.
 */
export class Archive implements Library {
  revision = 0;
  /** Bytes that puts and removals have written since opening. */
  written = 0;
  /** Trouble with snapshots that was got over: damaged ones that were rebuilt, ones that could not be written. */
  readonly notices: ArchiveError[] = [];
  private readonly layout: Layout;
  private readonly lock: WriterLock | undefined;
  private readonly store: HoldingStore;
  private readonly files: ReportStore;
  private readonly staging: Staging;
  private readonly register = new Register();
  private readonly derived: DerivedSet;

  /** @throws {LockedError} when another process writes @throws {ArchiveError} when the store cannot be read */
  constructor(folder: string, mode: 'read' | 'write') {
    this.layout = new Layout(folder);
    this.lock = mode === 'write' ? WriterLock.acquire(this.layout) : undefined;
    try {
      this.files = new ReportStore(this.layout);
      this.store = new HoldingStore(this.layout);
    } catch (error) {
      this.lock?.release();
      throw error;
    }
    this.staging = new Staging(this.files, this.store.records);
    this.register.apply({ changed: [...this.store.records.values()], removed: [] });
    this.derived = new DerivedSet(
      this.layout,
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
    if (!this.store.records.has(reportId)) return undefined;
    try {
      return this.held(reportId);
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.code !== 'missing' || !this.refresh()) throw error;
      // Another process took it out or replaced it a moment ago.
      return this.store.records.has(reportId) ? this.held(reportId) : undefined;
    }
  }

  /** An earlier version of a report, by the version of `HoldingRecord.history`. @throws {ArchiveError} */
  pastReport(reportId: string, version: string): Report {
    return this.files.read(reportId, version).report;
  }

  column(readingId: string): Column {
    return this.derived.column(readingId, this.register.holdings, this.revision);
  }

  findAgencies(text: string): AgencyMention[] {
    return mentionsIn(this.derived.names.get(), text);
  }

  searchPassages(text: string, options: PassageSearch = {}): PassageHit[] {
    return searchPassages(this.derived.passages.get(), this, text, options);
  }

  put(report: Report): Outcome {
    const [outcome] = this.putAll([report]);
    if (!outcome) throw new ArchiveError('write-failed', this.folder, '没有写入');
    return outcome;
  }

  /**
   * Writes the files of reports ahead of `putAll`, many at a time, while other work goes on. It may be left out, and
   * what it could not write `putAll` tries again.
   */
  async prepare(reports: readonly Report[]): Promise<void> {
    this.requireWriter();
    await this.staging.prepare(reports);
  }

  /**
   * Takes reports in, each under its own id: the files first, then the shards. When it returns, all of them
   * are on the disk and are answered from. Ids must differ.
   * @throws {ArchiveError} `write-failed`; then the reports of shards not yet written have changed nothing
   */
  putAll(reports: readonly Report[]): Outcome[] {
    this.requireWriter();
    const outcomes = reports.map((report) => {
      const { outcome, bytes } = this.staging.stage(report);
      this.written += bytes;
      return outcome;
    });
    const records = outcomes.flatMap((outcome) => (outcome.status === 'unchanged' ? [] : [outcome.record]));
    this.commit({ put: records });
    return outcomes;
  }

  /** @returns what was taken out; undefined when it is not held */
  remove(reportId: string): HoldingRecord | undefined {
    this.requireWriter();
    const record = this.store.records.get(reportId);
    if (!record) return undefined;
    this.commit({ remove: [reportId] });
    for (const version of this.files.versions(reportId)) this.files.delete(reportId, version);
    return record;
  }

  /** Sees what another process has changed. @returns whether anything has */
  refresh(): boolean {
    if (this.lock) return false;
    return this.apply(this.store.refresh());
  }

  /** Tells other processes where the writer takes files over. */
  announce(port: number): string {
    this.requireWriter();
    this.lock?.announce(port);
    return this.lock?.token ?? '';
  }

  /** Brings the snapshots up to date where they are so far behind that the next start would feel it. */
  saveSnapshots(all = false): void {
    this.requireWriter();
    this.derived.save(all);
  }

  /** What state the snapshots on the disk are in. */
  inspectSnapshots(): SnapshotState[] {
    return this.derived.inspect();
  }

  /** A snapshot that cannot be written is noticed, no more: the store is whole, the next start takes longer. */
  close(): void {
    try {
      if (this.lock) this.derived.save(false);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      this.notices.push(error);
    } finally {
      this.lock?.release();
    }
  }

  private held(reportId: string): Report {
    const record = this.store.records.get(reportId);
    if (!record) throw new ArchiveError('missing', reportId, '没有收录');
    return this.files.read(reportId, record.version).report;
  }

  private commit(change: { put?: HoldingRecord[]; remove?: string[] }): void {
    const { bytes, difference, error } = this.store.commit(change);
    this.written += bytes;
    this.apply(difference);
    if (error) throw error;
  }

  private apply(difference: Difference): boolean {
    if (difference.changed.length + difference.removed.length === 0) return false;
    const agencies = this.register.apply(difference);
    this.revision += 1;
    this.derived.update(difference, agencies);
    return true;
  }

  private requireWriter(): void {
    if (!this.lock) throw new ArchiveError('read-only', this.folder, '数据目录以只读方式打开');
  }
}

export function openArchive(folder: string, mode: 'read' | 'write'): Archive {
  return new Archive(folder, mode);
}

import type { Report } from '../model/report.ts';
import { ArchiveError } from './errors.ts';
import { Layout } from './layout.ts';
import { type HoldingRecord, sourcesOf } from './record.ts';
import { requireRestored } from './restoring.ts';
import { Shelves } from './shelves.ts';
import { writeSnapshotsAside } from './snapshots-aside.ts';
import { type Outcome, Staging } from './staging.ts';
import { WriterLock } from './writer-lock.ts';

/**
 * All reports of one data folder. Opened to read it takes no lock and sees what others write after `refresh()`;
 * opened to write it is the only one, until `close()`.
 */
export class Archive extends Shelves {
  /** Bytes that puts and removals have written since opening, kept sources not counted. */
  written = 0;
  private readonly staging: Staging;
  private savingAside = false;

  constructor(
    layout: Layout,
    private readonly lock: WriterLock | undefined,
  ) {
    super(layout);
    this.staging = new Staging(this.files, this.store.records);
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
   * Keeps a file that a report was read from, ahead of `putAll`. When it returns the file is on the disk.
   * @param sha256 of the bytes, as in the report's `source` @throws {ArchiveError} `write-failed`
   */
  async keepSource(sha256: string, bytes: Uint8Array): Promise<void> {
    this.requireWriter();
    await this.sources.keep(sha256, bytes);
  }

  /**
   * Takes reports in, each under its own id: the files first, then the shards. When it returns, all of them
   * are on the disk and are answered from. Ids must differ.
   * @throws {ArchiveError} `write-failed`; then the reports of shards not yet written have changed nothing
   */
  putAll(reports: readonly Report[]): Outcome[] {
    this.requireWriter();
    try {
      const outcomes = reports.map((report) => {
        const { outcome, bytes } = this.staging.stage(report);
        this.written += bytes;
        return outcome;
      });
      const records = outcomes.flatMap((outcome) => (outcome.status === 'unchanged' ? [] : [outcome.record]));
      this.commit({ put: records });
      this.sources.settle(reports.map((report) => report.source.sha256));
      return outcomes;
    } finally {
      this.files.forgetIncoming();
    }
  }

  /** @returns what was taken out; undefined when it is not held */
  remove(reportId: string): HoldingRecord | undefined {
    this.requireWriter();
    const record = this.store.records.get(reportId);
    if (!record) return undefined;
    this.commit({ remove: [reportId] });
    this.files.deleteAll(reportId);
    this.sources.delete(this.unneeded(sourcesOf(record)));
    return record;
  }

  /** One that writes knows everything already. */
  override refresh(): boolean {
    return this.lock ? false : super.refresh();
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

  /** The same by another process, while this one goes on answering. @throws {ArchiveError} `write-failed` */
  async saveSnapshotsAside(): Promise<void> {
    this.requireWriter();
    if (this.savingAside) return;
    this.savingAside = true;
    try {
      await this.derived.saveAside((kinds) => writeSnapshotsAside(this.folder, kinds));
    } finally {
      this.savingAside = false;
    }
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

  private commit(change: { put?: HoldingRecord[]; remove?: string[] }): void {
    const { bytes, difference, error } = this.store.commit(change);
    this.written += bytes;
    this.apply(difference);
    if (error) throw error;
  }

  /** The same file may have been read under two names, for two agencies. */
  private unneeded(hashes: readonly string[]): Set<string> {
    const left = new Set(hashes);
    for (const record of this.store.records.values()) {
      left.delete(record.sha256);
      for (const past of record.history) left.delete(past.sha256);
    }
    return left;
  }

  private requireWriter(): void {
    if (!this.lock) throw new ArchiveError('read-only', this.folder, '数据目录以只读方式打开');
  }
}

/** @throws {LockedError} when another process writes @throws {ArchiveError} when the store cannot be read */
export function openArchive(folder: string, mode: 'read' | 'write'): Archive {
  const layout = new Layout(folder);
  requireRestored(layout);
  const lock = mode === 'write' ? WriterLock.acquire(layout) : undefined;
  try {
    return new Archive(layout, lock);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

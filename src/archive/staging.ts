import type { Report } from '../model/report.ts';
import { type HoldingRecord, recordOf, type StoredReport } from './record.ts';
import type { ReportStore } from './report-store.ts';

export type Outcome =
  | { status: 'added'; record: HoldingRecord }
  | { status: 'updated'; record: HoldingRecord; before: HoldingRecord }
  | { status: 'unchanged'; record: HoldingRecord };

/** Puts report files on the disk before the shards name them: until then they count for nothing. */
export class Staging {
  constructor(
    private readonly files: ReportStore,
    private readonly records: ReadonlyMap<string, HoldingRecord>,
  ) {}

  /** Writes files ahead of `stage`, side by side. @throws {ArchiveError} `write-failed` */
  async prepare(reports: readonly Report[]): Promise<void> {
    const fresh = reports.filter((report) => !this.isUnchanged(report));
    await this.files.prepare(fresh.map((report) => this.asStored(report)));
  }

  /** @returns what will have happened once the record is in its shard @throws {ArchiveError} `write-failed` */
  stage(report: Report): { outcome: Outcome; bytes: number } {
    const before = this.records.get(report.id);
    if (before && this.isUnchanged(report))
      return { outcome: { status: 'unchanged', record: before }, bytes: 0 };
    const stored = this.asStored(report);
    const { version, bytes } = this.files.write(stored);
    const record = recordOf(stored, version, before);
    return { outcome: before ? { status: 'updated', record, before } : { status: 'added', record }, bytes };
  }

  private isUnchanged(report: Report): boolean {
    return this.records.get(report.id)?.sha256 === report.source.sha256;
  }

  private asStored(report: Report): StoredReport {
    return { sequence: (this.records.get(report.id)?.sequence ?? 0) + 1, report };
  }
}

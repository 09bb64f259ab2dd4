import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { LowSync } from 'lowdb';
import type { Report } from '../model/report.ts';
import { ArchiveError, errorCode } from './errors.ts';
import { type Layout, parseReportFile, shardOf } from './layout.ts';
import { Lru } from './lru.ts';
import { type PackedReport, packReport, unpackReport } from './packed-report.ts';
import { readFolder } from './read-file.ts';
import type { StoredReport } from './record.ts';
import { writeFilesSafely } from './safe-files.ts';
import { digest, SealedJsonFile, sealText } from './sealed-json.ts';

const KEPT_IN_MEMORY = 256;
const VERSION_DIGITS = 8;

/** The report files: one a version, written once, never changed. Knows nothing of which version counts. */
export class ReportStore {
  /** Files that were written ahead: key → bytes. */
  private readonly prepared = new Map<string, number>();
  /** What `write` was given and what has not been forgotten since: not to be read back from the disk. */
  private readonly incoming = new Map<string, StoredReport>();
  private readonly recent = new Lru<string, StoredReport>(KEPT_IN_MEMORY);

  constructor(private readonly layout: Layout) {}

  /** Writes the files ahead of `write`, side by side. Until a shard names them they count for nothing. */
  async prepare(all: readonly StoredReport[]): Promise<void> {
    const files = all.map((stored) => {
      const text = JSON.stringify(packReport(stored));
      const version = digest(text).slice(0, VERSION_DIGITS);
      const file = this.layout.reportFile(stored.report.id, version);
      return { name: key(stored.report.id, version), file, content: sealText('report', text) };
    });
    await writeFilesSafely(files);
    for (const { name, content } of files) this.prepared.set(name, content.length);
  }

  /**
   * @returns the version, the first eight digits of the content's hash, and the bytes written
   * @throws {ArchiveError} `write-failed`
   */
  write(stored: StoredReport): { version: string; bytes: number } {
    const packed = packReport(stored);
    const version = digest(JSON.stringify(packed)).slice(0, VERSION_DIGITS);
    const name = key(stored.report.id, version);
    const prepared = this.prepared.get(name);
    this.prepared.delete(name);
    this.recent.set(name, stored);
    this.incoming.set(name, stored);
    if (prepared !== undefined) return { version, bytes: prepared };
    const document = this.document(stored.report.id, version);
    document.data = packed;
    document.write();
    return { version, bytes: document.adapter.written };
  }

  /** @throws {ArchiveError} `missing`, `damaged`, `other-version`, `read-failed` */
  read(reportId: string, version: string): StoredReport {
    const name = key(reportId, version);
    const known = this.recent.get(name) ?? this.incoming.get(name);
    if (known) return known;
    const stored = this.load(reportId, version);
    this.recent.set(name, stored);
    return stored;
  }

  /** What stands in a report beside its tables: quicker to have, and not kept in memory. @throws {ArchiveError} */
  readText(reportId: string, version: string): Pick<Report, 'agency' | 'sections'> {
    const name = key(reportId, version);
    const known = this.recent.get(name) ?? this.incoming.get(name);
    return (known ?? this.loadPacked(reportId, version).packed).report;
  }

  /** Lets go of what was written, however much that was at once: the indexes have taken it in. */
  forgetIncoming(): void {
    this.incoming.clear();
  }

  /** The same from the disk, past the memory: for checks and for passes over everything. */
  load(reportId: string, version: string): StoredReport {
    const { packed, file } = this.loadPacked(reportId, version);
    try {
      return unpackReport(packed);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      throw new ArchiveError('damaged', file, `文件已损坏：${error.message}`, error);
    }
  }

  private loadPacked(reportId: string, version: string): { packed: PackedReport; file: string } {
    const document = this.document(reportId, version);
    document.read();
    const file = document.adapter.file;
    const packed = document.data;
    if (!packed) throw new ArchiveError('missing', file, '文件不存在');
    const report: { id: string } | undefined = packed.report;
    if (report?.id !== reportId) throw new ArchiveError('damaged', file, '文件内容与文件名不符');
    return { packed, file };
  }

  /** Every version of one report that is on the disk. */
  versions(reportId: string): string[] {
    return listReportFiles(join(this.layout.reports, shardOf(reportId)))
      .filter((found) => found.reportId === reportId)
      .map((found) => found.version);
  }

  /** After a removal. What the disk does not let go of now is a left-over, which the doctor deletes. */
  deleteAll(reportId: string): void {
    try {
      for (const version of this.versions(reportId)) {
        this.recent.delete(key(reportId, version));
        this.prepared.delete(key(reportId, version));
        rmSync(this.layout.reportFile(reportId, version), { force: true });
      }
    } catch (error) {
      if (!(error instanceof ArchiveError) && errorCode(error) === undefined) throw error;
    }
  }

  private document(reportId: string, version: string) {
    const adapter = new SealedJsonFile<PackedReport | null>(
      this.layout.reportFile(reportId, version),
      'report',
    );
    return Object.assign(new LowSync<PackedReport | null>(adapter, null), { adapter });
  }
}

export function listReportFiles(folder: string): { reportId: string; version: string }[] {
  return readFolder(folder).flatMap((name) => parseReportFile(name) ?? []);
}

function key(reportId: string, version: string): string {
  return `${reportId}.${version}`;
}

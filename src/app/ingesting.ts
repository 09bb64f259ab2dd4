import type { Archive } from '../archive/archive.ts';
import { ArchiveError } from '../archive/errors.ts';
import type { Outcome } from '../archive/staging.ts';
import type { FileRead } from '../ingest/reader.ts';
import type { Warning } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Report } from '../model/report.ts';
import type { Change } from './changes.ts';

export type FileStatus = 'added' | 'updated' | 'unchanged' | 'rejected';

/** A line of `ingest --json`. */
export interface FileOutcome {
  path: string;
  status: FileStatus;
  reportId: string | null;
  agency: string | null;
  year: number | null;
  warnings: Warning[];
  error: { code: string; message: string } | null;
}

/** Reports whose files are synced before the next are read: enough to overlap the disk with the decoding. */
const GROUP = 16;
const GROUP_MS = 500;

export interface IngestingOptions {
  audit(report: Report): Finding[];
  onFile(outcome: FileOutcome): void;
  onChange(change: Change): void;
}

/** One batch on its way into the archive. A file is told of when its report is on the disk, not before. */
export class Ingesting {
  private waiting: { path: string; report: Report }[] = [];
  private lastFlush = Date.now();
  /** Report id → the file of this batch that gave it. */
  private readonly given = new Map<string, string>();

  constructor(
    private readonly archive: Archive,
    private readonly options: IngestingOptions,
  ) {}

  async take(read: FileRead): Promise<void> {
    if ('error' in read) {
      await this.flush();
      this.options.onFile(rejected(read.path, read.error));
      return;
    }
    const { path, report } = read;
    if (this.waiting.some((other) => other.report.id === report.id)) await this.flush();
    const findings = await this.check(path, report);
    if (findings) this.waiting.push({ path, report: { ...report, findings } });
    if (this.waiting.length >= GROUP || Date.now() - this.lastFlush > GROUP_MS) await this.flush();
  }

  /** A check that fails is a fault of the program: it costs this file, not the batch. */
  private async check(path: string, report: Report): Promise<Finding[] | undefined> {
    try {
      return this.options.audit(report);
    } catch (error) {
      const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
      await this.take({ path, error: { code: 'internal', message: `程序核查该年报时出错（${cause}）` } });
      return undefined;
    }
  }

  async flush(): Promise<void> {
    const group = this.waiting;
    this.waiting = [];
    this.lastFlush = Date.now();
    if (group.length === 0) return;
    const reports = group.map(({ report }) => report);
    await this.prepare(reports);
    for (const [i, outcome] of this.put(reports).entries()) {
      const item = group[i];
      if (item) this.tell(item.path, item.report, outcome);
    }
  }

  private async prepare(reports: Report[]): Promise<void> {
    try {
      await this.archive.prepare(reports);
    } catch (error) {
      // What could not be written ahead is written by `put`, which tells of each report for itself.
      if (!(error instanceof ArchiveError)) throw error;
    }
  }

  /** When the disk refuses, each report tells for itself whether it got in before. */
  private put(reports: Report[]): (Outcome | ArchiveError)[] {
    const before = new Map(reports.map(({ id }) => [id, this.archive.holding(id)]));
    try {
      return this.archive.putAll(reports);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      return reports.map((report) => {
        const record = this.archive.holding(report.id);
        if (record?.sha256 !== report.source.sha256) return error;
        if (record === before.get(report.id)) return { status: 'unchanged', record };
        return { status: record.history.length > 0 ? 'updated' : 'added', record, before: record };
      });
    }
  }

  private tell(path: string, report: Report, outcome: Outcome | ArchiveError): void {
    if (outcome instanceof ArchiveError) {
      this.options.onFile(rejected(path, { code: outcome.code, message: outcome.message }));
      return;
    }
    const warnings = [...report.warnings, ...this.replaced(path, report, outcome)];
    const { id: reportId, year } = report;
    const { status } = outcome;
    if (status !== 'unchanged') this.options.onChange(changeOf(this.archive, report, outcome));
    this.given.set(reportId, path);
    this.options.onFile({
      path,
      status,
      reportId,
      agency: report.agency.name,
      year,
      warnings,
      error: null,
    });
  }

  private replaced(path: string, report: Report, outcome: Outcome): Warning[] {
    const earlier = this.given.get(report.id);
    if (outcome.status !== 'updated' || earlier === undefined || earlier === path) return [];
    const what = `${report.agency.name}${report.year}年的年报`;
    return [{ code: 'replaced-in-batch', message: `同一批文件中还有${what}：${earlier}，以本文件为准` }];
  }
}

function changeOf(archive: Archive, report: Report, outcome: Outcome): Change {
  const { reportId, history } = outcome.record;
  const past = outcome.status === 'updated' ? history.at(-1) : undefined;
  if (!past) return { kind: 'added', reportId, report };
  return { kind: 'updated', reportId, report, before: () => archive.pastReport(reportId, past.version) };
}

export function rejected(path: string, error: { code: string; message: string }): FileOutcome {
  return { path, status: 'rejected', reportId: null, agency: null, year: null, warnings: [], error };
}

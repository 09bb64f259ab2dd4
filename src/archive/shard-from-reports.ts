import { ArchiveError } from './errors.ts';
import { type HoldingRecord, recordOf, type StoredReport } from './record.ts';
import { listReportFiles, type ReportStore } from './report-store.ts';

/**
 * A lost shard made again from the report files of its folder: of each report the version with the highest sequence
 * is held. Where one of its files is damaged nobody knows whether that was the newest: it is withdrawn.
 */
export function shardFromReports(
  files: ReportStore,
  folder: string,
  withdraw: (reportId: string) => void,
): Record<string, HoldingRecord> {
  const versions = new Map<string, string[]>();
  for (const { reportId, version } of listReportFiles(folder))
    versions.set(reportId, [...(versions.get(reportId) ?? []), version]);
  const shard: Record<string, HoldingRecord> = {};
  for (const [reportId, found] of versions) {
    const record = newest(files, reportId, found);
    if (record) shard[reportId] = record;
    else withdraw(reportId);
  }
  return shard;
}

function newest(files: ReportStore, reportId: string, versions: string[]): HoldingRecord | undefined {
  try {
    return versions
      .map((version) => ({ version, stored: files.load(reportId, version) }))
      .sort((a, b) => a.stored.sequence - b.stored.sequence)
      .reduce(addVersion, undefined);
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'damaged') return undefined;
    throw error;
  }
}

function addVersion(
  before: HoldingRecord | undefined,
  { version, stored }: { version: string; stored: StoredReport },
): HoldingRecord {
  return recordOf(stored, version, before);
}

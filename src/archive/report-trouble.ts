import type { Ailment } from './diagnosis.ts';
import { ArchiveError } from './errors.ts';
import type { HoldingRecord } from './record.ts';
import type { ReportStore } from './report-store.ts';

/** What is wrong with the file of a held report; undefined when nothing is. @throws {ArchiveError} when it cannot be told */
export function reportTrouble(
  files: ReportStore,
  { reportId, version, sha256, agencyId, year }: HoldingRecord,
): { code: Ailment['code']; message: string } | undefined {
  try {
    const { report } = files.load(reportId, version);
    const same = report.source.sha256 === sha256 && report.agency.id === agencyId && report.year === year;
    return same ? undefined : { code: 'report-differs', message: '与收录目录不一致' };
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    if (error.code === 'missing') return { code: 'report-missing', message: '文件不存在' };
    if (error.code !== 'damaged') throw error;
    return { code: 'report-damaged', message: '文件已损坏' };
  }
}

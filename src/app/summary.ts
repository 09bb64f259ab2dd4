import type { FileOutcome, FileStatus } from './ingesting.ts';

/** `ingest --json`, as `docs/contract.md` promises it. */
export interface IngestSummary extends Record<FileStatus, number> {
  files: FileOutcome[];
}

export function summaryOf(files: FileOutcome[]): IngestSummary {
  const count = (status: FileStatus) => files.filter((file) => file.status === status).length;
  return {
    files,
    added: count('added'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    rejected: count('rejected'),
  };
}

import type { Finding } from '../model/finding.ts';
import type { Holding } from '../model/library.ts';
import type { Report } from '../model/report.ts';

/** One line of a shard: what lists, names and filters need, so that the report itself is read only when asked for. */
export interface HoldingRecord extends Holding {
  aliases: string[];
  /** Names the report's file: the first digits of its content's hash. */
  version: string;
  /** Counts the versions of this report from 1; clocks may go back, this does not. */
  sequence: number;
  /** Earlier versions, oldest first. Their files are kept. */
  history: PastVersion[];
}

export interface PastVersion {
  version: string;
  sequence: number;
  sha256: string;
  file: string;
  ingestedAt: string;
}

/** The content of a report file. */
export interface StoredReport {
  sequence: number;
  report: Report;
}

export function recordOf(stored: StoredReport, version: string, before?: HoldingRecord): HoldingRecord {
  const { report, sequence } = stored;
  const errors = report.findings.filter((finding) => finding.severity === 'error');
  return {
    reportId: report.id,
    agencyId: report.agency.id,
    agency: report.agency.name,
    aliases: report.agency.aliases,
    region: report.agency.region,
    kind: report.agency.kind,
    year: report.year,
    edition: report.edition,
    publishedAt: report.publishedAt,
    file: report.source.file,
    sha256: report.source.sha256,
    ingestedAt: report.source.ingestedAt,
    warnings: report.warnings.length,
    errors: errors.length,
    ...(errors.length > 0 ? { contradicted: contradictedBy(errors) } : {}),
    findings: report.findings.length,
    version,
    sequence,
    history: before ? [...before.history, pastOf(before)] : [],
  };
}

/** A finding's first reading is the one that the computed figure stands against. */
function contradictedBy(errors: readonly Finding[]): string[] {
  const readings = errors.flatMap(({ computed, readings: [first] }) =>
    computed === null || first === undefined ? [] : [first],
  );
  return [...new Set(readings)];
}

/** The hashes of the files that a report and its past versions were read from. */
export function sourcesOf({ sha256, history }: HoldingRecord): string[] {
  return [sha256, ...history.map((past) => past.sha256)];
}

export function pastOf(record: HoldingRecord): PastVersion {
  const { version, sequence, sha256, file, ingestedAt } = record;
  return { version, sequence, sha256, file, ingestedAt };
}

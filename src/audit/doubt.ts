import type { Finding } from '../model/finding.ts';
import type { ReadingId, Report } from '../model/report.ts';

const known = new WeakMap<Report, ReadonlySet<ReadingId>>();

/** Readings of which the reader itself was not sure. Nobody is accused on their account. */
export function doubtful(report: Report): ReadonlySet<ReadingId> {
  let ids = known.get(report);
  if (!ids) {
    ids = new Set([...report.warnings.flatMap((warning) => warning.readings ?? []), ...onLostPages(report)]);
    known.set(report, ids);
  }
  return ids;
}

/** Where characters of a page could not be read, a digit may be among them. */
function onLostPages(report: Report): ReadingId[] {
  const pages = new Set(
    report.warnings.flatMap(({ code, place }) => (code === 'unmapped-glyphs' ? [place?.page] : [])),
  );
  if (pages.size === 0) return [];
  return Object.entries(report.readings).flatMap(([id, { source }]) => (pages.has(source.page) ? [id] : []));
}

export function anyDoubtful(report: Report, ids: readonly ReadingId[]): boolean {
  const doubts = doubtful(report);
  return doubts.size > 0 && ids.some((id) => doubts.has(id));
}

/** Digits that a machine recognised in a picture may be misread: what rests on them is no error yet. */
export function tempered(report: Report, findings: Finding[]): Finding[] {
  if (!report.warnings.some((warning) => warning.code === 'ocr-text-layer')) return findings;
  return findings.map((finding) =>
    finding.severity === 'error'
      ? { ...finding, severity: 'warning', message: `${finding.message}；文字来自扫描识别，请先对照原件` }
      : finding,
  );
}

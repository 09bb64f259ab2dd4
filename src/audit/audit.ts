import type { Finding, Severity } from '../model/finding.ts';
import type { Library } from '../model/library.ts';
import type { Report } from '../model/report.ts';
import { checks } from './checks/all.ts';
import { tempered } from './doubt.ts';

/** Of one rule: every cell of a table can break a law, but no report errs more often than this. */
const most = 200;
const rank: Record<Severity, number> = { error: 0, warning: 1, notice: 2 };

/**
 * What does not add up in a report, gravest first. With a library the year before and the other agencies are looked
 * at too; without one only the checks that need this report alone run. Nothing is ever corrected.
 */
export function audit(report: Report, library?: Library): Finding[] {
  const previous = library ? lastYear(report, library) : undefined;
  const findings = checks
    .filter((check) => library || check.needs === 'report')
    .flatMap((check) => check.run({ report, previous, library }).slice(0, most));
  return tempered(report, findings).sort((a, b) => rank[a.severity] - rank[b.severity]);
}

function lastYear(report: Report, library: Library): Report | undefined {
  const id = library.agency(report.agency.id)?.reports.get(report.year - 1);
  return id ? library.report(id) : undefined;
}

import type { AnswerFinding } from '../../model/answer.ts';
import type { Severity } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import type { Task } from '../task.ts';

const order: Severity[] = ['error', 'warning', 'notice'];

/** Gravest first. */
export function foundIn({ tools, library }: Task, report: Report): AnswerFinding[] {
  return tools
    .audit(report, library)
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .map((finding) => ({ ...finding, reportId: report.id, agency: report.agency.name, year: report.year }));
}

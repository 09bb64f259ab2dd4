import type { Finding, Severity } from '../model/finding.ts';
import type { Library } from '../model/library.ts';
import type { Report } from '../model/report.ts';

/** What a check may look at. */
export interface CheckInput {
  report: Report;
  /** The same agency's report of the year before, if held. */
  previous: Report | undefined;
  /** Absent when the report is checked by itself, as at ingest. */
  library: Library | undefined;
}

/**
 * One rule. `docs/checks.md` is generated from these, so every text is written for the officials who read it.
 * A check never throws for what a report prints: what cannot be assessed is left out or told as a notice.
 */
export interface Check {
  /** kebab-case, stable: it stands in `Finding.rule`. */
  id: string;
  title: string;
  formula: string;
  /** The severities it may give. */
  severities: Severity[];
  example: string;
  /** What must be at hand: this report alone, the year before, or the other agencies'. */
  needs: 'report' | 'previous' | 'library';
  run(input: CheckInput): Finding[];
}

import type { Finding, Severity } from '../model/finding.ts';
import type { Quotation } from './cells.ts';

/** A finding about words rather than figures. */
export function note(
  rule: string,
  severity: Severity,
  message: string,
  quotations: Quotation[] = [],
): Finding {
  return { rule, severity, message, readings: [], printed: null, computed: null, quotations };
}

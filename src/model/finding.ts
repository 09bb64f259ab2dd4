import type { Place } from './document.ts';

/** `error` only where printed figures contradict each other. */
export type Severity = 'error' | 'warning' | 'notice';

export interface Finding {
  /** The check's id, kebab-case, e.g. `review-block-total`. */
  rule: string;
  severity: Severity;
  /** Chinese, for people. */
  message: string;
  readings: string[];
  printed: number | null;
  computed: number | null;
  /** The words of the report that the finding rests on, and where they stand. */
  quotations: (Place & { text: string })[];
}

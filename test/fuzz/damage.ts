import type { GeneratedReport } from './generate-report.ts';
import type { Random } from './random.ts';

/** What goes wrong with a report between the form and the file that somebody publishes. */
export interface Damage {
  name: string;
  /** What it takes away cannot be read any more: its cells may only be missing under a warning. */
  lossy?: boolean;
}

/** Of the report itself, whatever its format. Changes it in place. */
export interface SheetDamage extends Damage {
  apply(report: GeneratedReport, random: Random): void;
}

/** Of its rows as lines of text. */
export interface LineDamage extends Damage {
  apply(lines: Line[], random: Random, report: GeneratedReport): Line[];
}

/** A row of a table as a line of cells, or a line of text between rows. */
export interface Line {
  cells: string[];
  kind: 'header' | 'body' | 'plain';
  /** Where the first value stands in `cells`. */
  first: number;
  /** The readings that the line's values print, in order. */
  ids: string[];
}

export function plainLine(text: string): Line {
  return { cells: [text], kind: 'plain', first: 1, ids: [] };
}

import type { Report } from '../model/report.ts';
import type { ReadingChange } from './model.ts';

const most = 12;

/** What another version of a report prints otherwise; `all` counts those that are not listed. */
export function readingChanges(before: Report, after: Report): { listed: ReadingChange[]; all: number } {
  const ids = [...new Set([...Object.keys(before.readings), ...Object.keys(after.readings)])];
  const changed = ids
    .map((reading) => ({ reading, before: printed(before, reading), after: printed(after, reading) }))
    .filter((change) => change.before !== change.after);
  // Totals say most, so they are listed first.
  const weight = (change: ReadingChange) =>
    /\.(total|decisions|amount|inForce)$/.test(change.reading) ? 0 : 1;
  return { listed: changed.sort((a, b) => weight(a) - weight(b)).slice(0, most), all: changed.length };
}

function printed(report: Report, reading: string): number | null | 'absent' {
  const found = report.readings[reading];
  return found ? found.value : 'absent';
}

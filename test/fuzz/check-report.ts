import type { Warning } from '../../src/model/document.ts';
import type { Reading } from '../../src/model/report.ts';

/** What was put in against what was read. */
export interface Checked {
  cells: number;
  /** Wrong, missing or made up, and no warning names it. */
  wrong: string[];
  /** Named by a warning, right or not. */
  warned: string[];
}

export function checkReadings(
  cells: ReadonlyMap<string, number | null>,
  readings: Readonly<Record<string, Reading>>,
  warnings: readonly Warning[],
): Checked {
  const named = new Set(warnings.flatMap((warning) => warning.readings ?? []));
  const wrong: string[] = [];
  for (const [id, value] of cells) {
    const reading = readings[id];
    if (named.has(id) || (reading && reading.value === value)) continue;
    wrong.push(`${id}: ${reading ? reading.value : 'no reading'}, printed ${value}`);
  }
  for (const id of Object.keys(readings)) {
    if (!cells.has(id) && !named.has(id)) wrong.push(`${id}: ${readings[id]?.value}, not printed`);
  }
  return { cells: cells.size, wrong, warned: [...named].filter((id) => cells.has(id)) };
}

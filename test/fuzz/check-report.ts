import type { Warning } from '../../src/model/document.ts';
import type { Reading } from '../../src/model/report.ts';

/** What was put in against what was read. */
export interface Checked {
  cells: number;
  /** Wrong, missing or made up, and no warning names it; or without its place and quotation. */
  wrong: string[];
  /** Named by a warning, right or not. */
  warned: string[];
}

/** It tells its line or page, and quotes a row that holds it. */
function isCited({ raw, source: { line, page, text } }: Reading): boolean {
  const bare = (printed: string) => printed.replace(/\s/g, '');
  return (line ?? page ?? 0) > 0 && text.trim() !== '' && bare(text).includes(bare(raw));
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
  for (const [id, reading] of Object.entries(readings)) {
    if (!cells.has(id) && !named.has(id)) wrong.push(`${id}: ${reading.value}, not printed`);
    if (!isCited(reading)) wrong.push(`${id}: ${reading.raw}, without its place or its row`);
  }
  return { cells: cells.size, wrong, warned: [...named].filter((id) => cells.has(id)) };
}

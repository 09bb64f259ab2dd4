import type { Report } from '../model/report.ts';
import { moneyCells } from './money.ts';
import { pointCells } from './points.ts';

/** What stands in columns beside a report's readings, for answers over the whole library. */
export function besideReadings(report: Report): Record<string, { value: number }> {
  return { ...pointCells(report), ...moneyCells(report) };
}

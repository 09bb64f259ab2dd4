import type { Report } from '../model/report.ts';
import { catalogue } from './catalogue.ts';

/** What sums of money of several reports are told in. */
export const commonUnit = '万元';
/** The form leaves the unit to the report, and the report prints none. */
export const unknownUnit = '元或万元';

const tenThousands: Record<string, number> = { 亿元: 10_000, 万元: 1, 元: 0.0001 };

export function isMoney(id: string): boolean {
  return catalogue().fields.get(id)?.unit.includes('元') ?? false;
}

/** The unit a cell is printed in: its own (3120.5万元), or the form's. */
export function printedUnit(id: string, raw: string): string {
  const own = /亿元|万元|元/.exec(raw)?.[0];
  if (own) return own;
  const unit = catalogue().fields.get(id)?.unit ?? '';
  return unit.startsWith('as printed') ? unknownUnit : unit;
}

/** A sum in `commonUnit`; null where nobody knows what it is in. */
export function inCommonUnit(value: number, unit: string): number | null {
  const factor = tenThousands[unit];
  return factor === undefined ? null : Math.round(value * factor * 1e6) / 1e6;
}

/** Id of the column that holds a reading in `commonUnit`. */
export function moneyColumn(id: string): string {
  return `money.${id}`;
}

/** Sums of money in one unit, as cells beside a report's readings: so that they can be added up and compared. */
export function moneyCells(report: Report): Record<string, { value: number }> {
  const cells: Record<string, { value: number }> = {};
  for (const [id, { value, raw }] of Object.entries(report.readings)) {
    if (value === null || !isMoney(id)) continue;
    const common = inCommonUnit(value, printedUnit(id, raw));
    if (common !== null) cells[moneyColumn(id)] = { value: common };
  }
  return cells;
}

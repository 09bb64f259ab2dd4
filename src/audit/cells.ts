import { catalogue } from '../catalogue/catalogue.ts';
import type { Place } from '../model/document.ts';
import type { Reading, ReadingId, Report } from '../model/report.ts';

/** A quotation as findings carry it. */
export type Quotation = Place & { text: string };

export function cell(report: Report, id: ReadingId): Reading | undefined {
  return report.readings[id];
}

/** The printed number, or undefined where the cell is blank or not there. */
export function printed(report: Report, id: ReadingId): number | undefined {
  return report.readings[id]?.value ?? undefined;
}

export function labelOf(id: string): string {
  return catalogue().describe(id)?.label ?? id;
}

export function unitOf(id: string): string {
  return catalogue().describe(id)?.unit ?? '';
}

/** The rows that the cells stand in, each once. */
export function quotations(report: Report, ids: readonly ReadingId[]): Quotation[] {
  const seen = new Map<string, Quotation>();
  for (const id of ids) {
    const source = report.readings[id]?.source;
    if (source) seen.set(`${source.page ?? ''}:${source.line ?? ''}:${source.text}`, source);
  }
  return [...seen.values()].slice(0, 6);
}

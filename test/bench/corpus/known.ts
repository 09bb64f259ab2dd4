import type { Report } from '../../../src/model/report.ts';
import { agencies } from './places.ts';
import { reportsOf, YEARS } from './reports.ts';

export const RECEIVED = 'applications.newReceived.total';

/**
 * Some of the first `count` reports, spread evenly over them and over the years, of agencies whose name no other bears:
 * what a question about them must answer is known.
 */
export function knownReports(count: number, wanted: number): Report[] {
  const held = [];
  const bearers = new Map<string, number>();
  for (const agency of agencies()) {
    if (held.length === Math.floor(count / YEARS.length)) break;
    held.push(agency);
    bearers.set(agency.name, (bearers.get(agency.name) ?? 0) + 1);
  }
  const unique = held.flatMap((agency, number) =>
    bearers.get(agency.name) === 1 ? [{ agency, number }] : [],
  );
  const step = Math.max(1, unique.length / wanted);
  return Array.from({ length: Math.min(wanted, unique.length) }, (_, i) => {
    const { agency, number } = unique[Math.floor(i * step)] ?? never();
    return [...reportsOf(agency, number)][i % YEARS.length] ?? never();
  });
}

function never(): never {
  throw new RangeError('the archive is too small to ask about');
}

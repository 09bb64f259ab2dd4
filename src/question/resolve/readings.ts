import { catalogue } from '../../catalogue/catalogue.ts';
import type { HeldAgency, Library } from '../../model/library.ts';
import type { Plan } from '../decide/clues.ts';
import type { Frame } from '../read/frame.ts';
import type { Wanted } from '../read/metrics.ts';

/** Of each figure the reading that the reports asked about have; without any, the first. */
export function resolveReadings(
  wanted: readonly Wanted[],
  library: Library,
  agencies: readonly HeldAgency[],
  years: readonly number[],
): string[] {
  const ids = wanted.map(
    (choice) => choice.find((id) => isHeld(id, choice, library, agencies, years)) ?? choice[0] ?? '',
  );
  return [...new Set(ids)].filter((id) => catalogue().describe(id) !== undefined);
}

function isHeld(
  id: string,
  choice: Wanted,
  library: Library,
  agencies: readonly HeldAgency[],
  years: readonly number[],
): boolean {
  if (choice.length < 2) return true;
  const column = library.column(id);
  const ofAgency = new Set(agencies.map((agency) => agency.id));
  return library.holdings.some(
    (holding, row) =>
      (years.length === 0 || years.includes(holding.year)) &&
      (ofAgency.size === 0 || ofAgency.has(holding.agencyId)) &&
      column.at(row).status !== 'absent',
  );
}

/** What is to be explained: 什么叫不予处理; 不予公开和不予处理有什么区别 is of both. */
export function topicsOf(frame: Frame, plan: Plan): string[] {
  if (plan.kind !== 'help' || !frame.has('define', 'differ')) return [];
  return frame.metrics.wanted.flatMap(([id]) => id ?? []);
}

/** 行政诉讼 as one figure is told with its two blocks. */
export function withParts(readings: readonly string[]): string[] {
  const blocks = ['reviews.directLitigation', 'reviews.litigationAfterReconsideration'];
  return readings.flatMap((id) => {
    const column = /^reviews\.litigation\.(\w+)$/.exec(id)?.[1];
    return column ? [id, ...blocks.map((block) => `${block}.${column}`)] : [id];
  });
}

/** 为什么 of a group of rows: the group and its rows; of a single row nothing more is known. */
export function reasonsOf(wanted: readonly Wanted[]): Wanted[] {
  const first = wanted[0]?.[0];
  const parts = first === undefined ? undefined : catalogue().sums.get(first)?.sumOf;
  return first !== undefined && parts && wanted.length === 1 ? [[first], ...parts.map((id) => [id])] : [];
}

/** The single figures behind a group, for 哪类, 构成, 什么原因. */
export function breakdown(wanted: readonly Wanted[], applicants: boolean): Wanted[] {
  const { sums, editions } = catalogue();
  const first = wanted[0]?.[0] ?? '';
  const [table, ...rest] = first.split('.');
  if (table === 'reviews') {
    const columns = editions.get('2021')?.reviews.columns ?? [];
    return columns.filter((c) => c.key !== 'total').map((c) => [`reviews.${rest[0]}.${c.key}`]);
  }
  if (table !== 'applications') return [...wanted];
  const row = rest.slice(0, -1).join('.');
  const column = rest.at(-1) ?? 'total';
  if (applicants || row === 'newReceived' || row === 'carriedForward')
    return (editions.get('2021')?.applications.columns ?? [])
      .filter((c) => c.key !== 'total')
      .map((c) => [`applications.${row}.${c.key}`]);
  if (row === 'handledTotal')
    return ['granted', 'partlyGranted', 'refused', 'unavailable', 'notProcessed', 'otherHandling'].map(
      (r) => [`applications.${r}.${column}`],
    );
  return sums.get(first)?.sumOf.map((id) => [id]) ?? [...wanted];
}

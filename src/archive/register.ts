import type { HeldAgency, Holding } from '../model/library.ts';
import type { Region } from '../model/report.ts';
import type { Difference } from './holding-store.ts';
import type { HoldingRecord } from './record.ts';
import { RowColumns } from './row-columns.ts';

/** So many agencies are put in their places one by one. */
const FEW = 100;

/** What is held, ordered for the features: rows by report id, and the agencies with their years. */
export class Register {
  readonly holdings: Holding[] = [];
  readonly rows = new RowColumns((id) => this.find(id));
  private readonly byAgency = new Map<string, Map<number, HoldingRecord>>();
  private readonly known = new Map<string, HeldAgency>();
  private listed: HeldAgency[] | undefined;

  get agencies(): readonly HeldAgency[] {
    this.listed ??= [...this.byAgency.keys()].sort().flatMap((id) => this.agency(id) ?? []);
    return this.listed;
  }

  agency(agencyId: string): HeldAgency | undefined {
    const records = this.byAgency.get(agencyId);
    if (!records) return undefined;
    const agency = this.known.get(agencyId) ?? heldAgency(agencyId, [...records.values()]);
    this.known.set(agencyId, agency);
    return agency;
  }

  get agencyIds(): Iterable<string> {
    return this.byAgency.keys();
  }

  /** @returns the agencies concerned */
  apply({ changed, removed }: Difference): Set<string> {
    const touched = new Set<string>();
    for (const record of removed) {
      this.remove(record);
      touched.add(record.agencyId);
    }
    const sorted = this.holdings.length === 0;
    for (const record of changed) {
      if (sorted) this.holdings.push(record);
      else this.insert(record);
      this.years(record.agencyId).set(record.year, record);
      touched.add(record.agencyId);
    }
    if (sorted) {
      this.holdings.sort((a, b) => compare(a.reportId, b.reportId));
      for (const [row, holding] of this.holdings.entries()) this.rows.insert(row, holding);
    }
    for (const id of touched) this.known.delete(id);
    this.relist(touched);
    return touched;
  }

  /** Brings the list of agencies up to date where it was asked for before: a few in place, many anew. */
  private relist(touched: ReadonlySet<string>): void {
    if (touched.size === 0 || !this.listed) return;
    if (touched.size > FEW) {
      this.listed = undefined;
      return;
    }
    const listed = [...this.listed];
    for (const id of touched) {
      const at = place(listed, id, (agency) => agency.id);
      const fresh = this.agency(id);
      listed.splice(at, listed[at]?.id === id ? 1 : 0, ...(fresh ? [fresh] : []));
    }
    this.listed = listed;
  }

  private insert(record: HoldingRecord): void {
    const row = this.row(record.reportId);
    const known = this.holdings[row]?.reportId === record.reportId;
    this.holdings.splice(row, known ? 1 : 0, record);
    if (known) this.rows.set(row, record);
    else this.rows.insert(row, record);
  }

  private remove(record: HoldingRecord): void {
    const row = this.find(record.reportId);
    if (row !== undefined) {
      this.holdings.splice(row, 1);
      this.rows.remove(row);
    }
    const years = this.byAgency.get(record.agencyId);
    years?.delete(record.year);
    if (years?.size === 0) this.byAgency.delete(record.agencyId);
  }

  private years(agencyId: string): Map<number, HoldingRecord> {
    const years = this.byAgency.get(agencyId) ?? new Map<number, HoldingRecord>();
    this.byAgency.set(agencyId, years);
    return years;
  }

  private find(reportId: string): number | undefined {
    const row = this.row(reportId);
    return this.holdings[row]?.reportId === reportId ? row : undefined;
  }

  /** The row of an id, or where it would stand. */
  private row(reportId: string): number {
    return place(this.holdings, reportId, (holding) => holding.reportId);
  }
}

/** Where an id stands in a sorted list, or would stand. */
function place<T>(sorted: readonly T[], id: string, idOf: (one: T) => string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = sorted[middle];
    if (one !== undefined && idOf(one) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** One agency over its years: it is called as in its newest report, and known by every name that any report uses. */
function heldAgency(id: string, records: HoldingRecord[]): HeldAgency {
  records.sort((a, b) => a.year - b.year);
  const newest = records.at(-1);
  const names = new Set(records.flatMap((record) => [record.agency, ...record.aliases]));
  const name = newest?.agency ?? '';
  names.delete(name);
  const region: Region = Object.assign({}, ...records.map((record) => record.region));
  const reports = new Map(records.map((record) => [record.year, record.reportId]));
  return { id, name, aliases: [...names].sort(), region, kind: newest?.kind ?? 'other', reports };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

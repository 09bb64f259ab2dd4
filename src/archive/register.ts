import type { HeldAgency, Holding } from '../model/library.ts';
import type { Region } from '../model/report.ts';
import type { Difference } from './holding-store.ts';
import type { HoldingRecord } from './record.ts';
import { RowColumns } from './row-columns.ts';

/** What is held, ordered for the features: rows by report id, and the agencies with their years. */
export class Register {
  readonly holdings: Holding[] = [];
  readonly rows = new RowColumns((id) => this.find(id));
  private readonly byAgency = new Map<string, Map<number, HoldingRecord>>();
  private readonly known = new Map<string, HeldAgency>();
  private listed: HeldAgency[] | undefined;
  private sortedIds: string[] | undefined;

  get agencies(): readonly HeldAgency[] {
    this.sortedIds ??= [...this.byAgency.keys()].sort();
    this.listed ??= this.sortedIds.flatMap((id) => this.agency(id) ?? []);
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
    const agencies = this.byAgency.size;
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
    if (touched.size > 0) this.listed = undefined;
    if (this.byAgency.size !== agencies || removed.length > 0) this.sortedIds = undefined;
    return touched;
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
    let low = 0;
    let high = this.holdings.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.holdings[middle]?.reportId ?? '') < reportId) low = middle + 1;
      else high = middle;
    }
    return low;
  }
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

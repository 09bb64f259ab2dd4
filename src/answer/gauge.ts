import { catalogue } from '../catalogue/catalogue.ts';
import { isMoney, moneyColumn } from '../catalogue/money.ts';
import type { Column, Library } from '../model/library.ts';
import type { Edition, Report } from '../model/report.ts';
import { roundRate, tidy } from './numbers.ts';
import { rowOf } from './rows.ts';

/**
 * What one reading, sum or rate comes to. `derived` was computed; its value is null where it cannot be
 * (division by zero). `partial` says that some of the summed cells are blank.
 */
export interface Measured {
  value: number | null;
  status: 'reported' | 'blank' | 'absent' | 'derived';
  partial?: boolean;
}

/** A figure of one report by its row; over a library without opening the report. */
export type Gauge = (row: number) => Measured;

/** Where cells come from: columns of the whole library, or one report opened. */
export interface CellSource {
  (readingId: string): Gauge;
  /** Whether the form that the report of a row follows has the cell: where it is absent then, it was lost or not read. */
  inForm(readingId: string, row: number): boolean;
}

const absent: Measured = { value: null, status: 'absent' };

export function librarySource(library: Library): CellSource {
  const cells = (id: string): Gauge => {
    const column = library.column(id);
    return isMoney(id) ? moneyGauge(column, library.column(moneyColumn(id))) : (row) => column.at(row);
  };
  return Object.assign(cells, {
    inForm: (id: string, row: number) => isInForm(id, library.holdings[row]?.edition ?? 'mixed'),
  });
}

/** Of a form that is mixed only what both editions have. */
function isInForm(id: string, edition: Edition): boolean {
  const editions = catalogue().fields.get(id)?.editions ?? [];
  return edition === 'mixed' ? editions.length > 1 : editions.includes(edition);
}

/** Money in one unit; that of a report which does not say what it counts in cannot be told. */
function moneyGauge(printed: Column, common: Column): Gauge {
  return (row) => {
    const cell = printed.at(row);
    if (cell.value === null) return cell;
    const { value } = common.at(row);
    return value === null ? { value, status: 'derived' } : { value, status: 'reported' };
  };
}

export function reportSource(report: Report): CellSource {
  const cells =
    (id: string): Gauge =>
    () =>
      report.readings[id] ?? { value: null, status: 'absent' };
  return Object.assign(cells, { inForm: (id: string) => isInForm(id, report.edition) });
}

interface Computed {
  revision: number;
  gauges: Map<string, Gauge>;
}

const computed = new WeakMap<Library, Computed>();
/** Sums and rates kept ready for a library; 0.5 MB each at 50,000 reports. */
const keptGauges = 32;

/** A gauge over the whole library. Sums and rates are computed once for each revision, for all rows. */
export function libraryGauge(library: Library, id: string): Gauge {
  const { sums, rates } = catalogue();
  if (!sums.has(id) && !rates.has(id)) return gauge(librarySource(library), id);
  let kept = computed.get(library);
  if (kept?.revision !== library.revision) {
    kept = { revision: library.revision, gauges: new Map() };
    computed.set(library, kept);
  }
  const known = kept.gauges.get(id);
  if (known) return known;
  const [oldest] = kept.gauges.keys();
  if (kept.gauges.size >= keptGauges && oldest !== undefined) kept.gauges.delete(oldest);
  const made = tabulate(gauge(librarySource(library), id), library.holdings.length);
  kept.gauges.set(id, made);
  return made;
}

const statuses = ['absent', 'blank', 'reported', 'derived'] as const;
const partialFlag = 4;

function tabulate(figure: Gauge, rows: number): Gauge {
  const values = new Float64Array(rows);
  const codes = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) {
    const { value, status, partial } = figure(row);
    values[row] = value ?? Number.NaN;
    codes[row] = statuses.indexOf(status) + (partial ? partialFlag : 0);
  }
  return (row) => {
    const value = values[row] ?? Number.NaN;
    const code = codes[row] ?? 0;
    const status = statuses[code % partialFlag] ?? 'absent';
    const told = Number.isNaN(value) ? null : value;
    return code >= partialFlag ? { value: told, status, partial: true } : { value: told, status };
  };
}

/** A gauge for any id of the catalogue; an id that nobody knows is absent everywhere. */
export function gauge(source: CellSource, id: string): Gauge {
  const { fields, sums, rates } = catalogue();
  const sum = sums.get(id);
  if (sum) return sumGauge(fields.has(id) ? source(id) : undefined, sum.sumOf, source);
  const rate = rates.get(id);
  if (rate) return ratioGauge(strictSum(rate.numerator.map(source)), strictSum(rate.denominator.map(source)));
  return fields.has(id) ? source(id) : () => absent;
}

/**
 * A row that is printed as one, as in the 2019 form's （六）其他处理, goes before the sum of its parts. With a part that the
 * form has and that was not read there is no sum: what is left would be taken for the whole.
 */
function sumGauge(printed: Gauge | undefined, ids: readonly string[], source: CellSource): Gauge {
  const parts = ids.map((id) => ({ id, cell: source(id) }));
  return (row) => {
    const own = printed?.(row);
    if (own?.status === 'reported') return own;
    let total = 0;
    let reported = 0;
    let blank = own?.status === 'blank' ? 1 : 0;
    for (const part of parts) {
      const cell = part.cell(row);
      if (cell.status === 'absent' && source.inForm(part.id, row)) return absent;
      if (cell.status === 'blank') blank++;
      if (cell.value === null) continue;
      reported++;
      total += cell.value;
    }
    if (reported === 0) return blank > 0 ? { value: null, status: 'blank' } : absent;
    const value = tidy(total);
    return blank > 0 ? { value, status: 'derived', partial: true } : { value, status: 'derived' };
  };
}

/** A rate needs every one of its cells: with one of them blank it is not known. */
function strictSum(parts: Gauge[]): Gauge {
  return (row) => {
    let total = 0;
    for (const part of parts) {
      const cell = part(row);
      if (cell.value === null) return cell;
      total += cell.value;
    }
    return { value: total, status: 'derived' };
  };
}

/** Part of a whole in percent. Null and `derived` where the whole is zero. */
export function ratioGauge(part: Gauge, whole: Gauge): Gauge {
  return (row) => {
    const below = whole(row);
    if (below.value === null) return below;
    const above = part(row);
    if (above.value === null) return above;
    if (below.value === 0) return { value: null, status: 'derived' };
    const value = roundRate((above.value / below.value) * 100);
    return above.partial || below.partial
      ? { value, status: 'derived', partial: true }
      : { value, status: 'derived' };
  };
}

/** Change in percent against the same agency's report of the year before. */
export function changeGauge(library: Library, plain: Gauge): Gauge {
  return (row) => {
    const holding = library.holdings[row];
    const before = holding && rowOf(library, holding.agencyId, holding.year - 1);
    if (before === undefined) return absent;
    const now = plain(row);
    if (now.value === null) return now;
    const then = plain(before);
    if (then.value === null) return then;
    if (then.value === 0) return { value: null, status: 'derived' };
    return { value: roundRate(((now.value - then.value) / then.value) * 100), status: 'derived' };
  };
}

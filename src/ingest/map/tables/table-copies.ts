import type { Grid } from '../../../model/document.ts';
import { joinedLabel } from './find-applications.ts';
import { disclosureRow } from './find-disclosure.ts';
import { labelFit } from './label.ts';
import { labelData } from './label-data.ts';
import { isTitle, printedCount } from './row-kinds.ts';
import { splitRow, type TableRow } from './stream.ts';

/** The rows of a document, parted into the prints of its tables; a document that prints them once has one copy. */
export interface TableCopies {
  copies: TableRow[][];
  /** The second begins where the first has ended; else they stand side by side, page for page. */
  sequential: boolean;
}

/** As many official rows twice with their figures are no slip, but a second print of the table. */
const leastTwice = { applications: 6, disclosure: 4, reviews: 1 };

/** A grid, or a line of text: what belongs to one print as a whole. */
interface Unit {
  rows: TableRow[];
  grid: Grid | undefined;
  /** `TABLE.ROW` of every official row that it prints with figures. */
  keys: ReadonlySet<string>;
  /** Begins a part of the report: what follows belongs with the next official row. */
  opens: boolean;
}

/**
 * Finds tables that are printed more than once: two reports in one file, two years side by side, the same page for
 * a screen and for a printer. Rows that say nothing go with the print that was begun last.
 */
export function tableCopies(rows: readonly TableRow[]): TableCopies {
  const whole: TableCopies = { copies: [[...rows]], sequential: true };
  if (!maybeTwice(rows)) return whole;
  const units = unitsOf(rows);
  const numbers = numberUnits(units);
  if (!printedTwice(units, numbers)) return whole;
  const copies: TableRow[][] = Array.from(
    { length: numbers.reduce((most, copy) => Math.max(most, copy), 0) + 1 },
    () => [],
  );
  for (const [i, unit] of units.entries()) copies[numbers[i] ?? 0]?.push(...unit.rows);
  const keyed = numbers.filter((_, i) => units[i]?.keys.size);
  const sequential = keyed.every((copy, i) => i === 0 || copy >= (keyed[i - 1] ?? 0));
  return { copies, sequential };
}

/** Cheap: no document is looked at closer that has not the rows of two tables. */
function maybeTwice(rows: readonly TableRow[]): boolean {
  let wide = 0;
  let articles = 0;
  let results = 0;
  for (const row of rows) {
    if (printedCount(row) >= 5) wide++;
    if (row.cells.some(({ bare, own }) => own && bare.startsWith('第二十条第'))) articles++;
    if (row.cells.filter(({ bare, own }) => own && bare === '结果维持').length >= 3) results++;
  }
  return wide >= 36 || articles >= 6 || results >= 2;
}

function unitsOf(rows: readonly TableRow[]): Unit[] {
  const groups: TableRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (row.grid && last?.[0]?.grid === row.grid) last.push(row);
    else groups.push([row]);
  }
  return groups.map((group, i) => {
    const next = groups[i + 1]?.[0];
    const keys = new Set(group.flatMap((row, r) => keyOf(row, group[r + 1] ?? next) ?? []));
    if (printsReviews(group)) keys.add('reviews.all');
    return { rows: group, grid: group[0]?.grid, keys, opens: group.some(isTitle) };
  });
}

/** A row of table 三 or 二 that is named beyond doubt and has its figures, in the row or alone on the next. */
function keyOf(row: TableRow, next: TableRow | undefined): string | undefined {
  const { label } = splitRow(row);
  if (!label.length) return undefined;
  const behind = next && !splitRow(next).label.length ? printedCount(next) : 0;
  const figures = Math.max(printedCount(row), behind);
  const text = joinedLabel(row);
  if (figures >= 5) {
    const official = labelData().rows.find(({ labels }) => labelFit(text, labels) >= 0.9);
    return official && `applications.${official.key}`;
  }
  const official = figures > 0 ? disclosureRow(row) : undefined;
  return official && `disclosure.${official.key}`;
}

/** Table 四 whole: the header of its three blocks and a row of fifteen, some of which may be unreadable. */
function printsReviews(rows: readonly TableRow[]): boolean {
  const results = rows.flatMap((row) => row.cells).filter(({ bare, own }) => own && bare === '结果维持');
  return results.length === 3 && rows.some((row) => printedCount(row) >= 8);
}

/** The print to which each unit belongs, from 0. */
function numberUnits(units: readonly Unit[]): number[] {
  const seen: Set<string>[] = [];
  const numbers: number[] = [];
  let current = 0;
  let waiting = false;
  for (const unit of units) {
    if (unit.keys.size) {
      current = copyOf(unit, seen, current);
      seen[current] = new Set([...(seen[current] ?? []), ...unit.keys]);
      // What stood between a heading and this row belongs with it.
      for (let i = numbers.length - 1; waiting && i >= 0 && numbers[i] === -1; i--) numbers[i] = current;
      waiting = false;
    }
    waiting ||= unit.opens;
    numbers.push(waiting && !unit.keys.size ? -1 : current);
  }
  return numbers.map((copy) => (copy === -1 ? current : copy));
}

/** The first print that lacks most of these rows; a line of text goes on with the print it stands in. */
function copyOf(unit: Unit, seen: readonly ReadonlySet<string>[], current: number): number {
  const lacks = (copy: number) => {
    const known = [...unit.keys].filter((key) => seen[copy]?.has(key)).length;
    return known * 2 < unit.keys.size;
  };
  if (!unit.grid && lacks(current)) return current;
  for (let copy = 0; copy < seen.length; copy++) if (lacks(copy)) return copy;
  return seen.length;
}

function printedTwice(units: readonly Unit[], numbers: readonly number[]): boolean {
  const [first, second] = [0, 1].map(
    (copy) => new Set(units.flatMap((unit, i) => (numbers[i] === copy ? [...unit.keys] : []))),
  );
  const twice = [...(first ?? [])].filter((key) => second?.has(key));
  return Object.entries(leastTwice).some(
    ([table, least]) => twice.filter((key) => key.startsWith(`${table}.`)).length >= least,
  );
}

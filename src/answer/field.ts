import { openReport } from './common.ts';
import { type Figure, figureOf } from './figures.ts';
import type { Gauge, Measured } from './gauge.ts';
import { measuredFigure, measuredGauge } from './measured.ts';
import { isFlow } from './names.ts';
import { tidy } from './numbers.ts';
import { holdingAt } from './rows.ts';
import type { Selection } from './selection.ts';
import type { Task } from './task.ts';

/** Who takes part in a ranking, and with what. */
export interface Field {
  rows: number[];
  gauge: Gauge;
  figure(row: number): Figure;
  /** Each year of an agency stands for itself. */
  byYear: boolean;
  /** The years of an agency are added up; its row is that of its newest year. */
  added: boolean;
}

/** What happened in several years can be added up; rates, and what is counted at a year's end, cannot. */
export function fieldOf(task: Task, id: string, selection: Selection): Field {
  const { query, library } = task;
  const gauge = measuredGauge(task, id);
  const several = selection.years.length > 1;
  if (!several || query.measure.kind !== 'plain' || !isFlow(id)) {
    const figure = (row: number) => measuredFigure(task, openReport(library, row), id);
    return { rows: selection.rows, gauge, figure, byYear: several, added: false };
  }
  const newest = new Map<string, number>();
  const all = new Map<number, number[]>();
  for (const row of selection.rows) newest.set(holdingAt(library, row).agencyId, row);
  for (const row of selection.rows) {
    const key = newest.get(holdingAt(library, row).agencyId) ?? row;
    all.set(key, [...(all.get(key) ?? []), row]);
  }
  const total: Gauge = (row) => sumOf((all.get(row) ?? [row]).map(gauge));
  const figure = (row: number) => totalFigure(task, id, all.get(row) ?? [row], total(row));
  return { rows: [...newest.values()], gauge: total, figure, byYear: false, added: true };
}

/** Years without the figure are left out; none at all is no figure. */
function sumOf(cells: readonly Measured[]): Measured {
  const known = cells.filter((cell) => cell.value !== null);
  if (known.length === 0) return cells[0] ?? { value: null, status: 'absent' };
  const value = tidy(known.reduce((sum, cell) => sum + (cell.value ?? 0), 0));
  const partial = known.length < cells.length || known.some((cell) => cell.partial);
  return partial ? { value, status: 'derived', partial: true } : { value, status: 'derived' };
}

/** Cited by the newest year; the years are its parts. */
function totalFigure({ library }: Task, id: string, rows: readonly number[], sum: Measured): Figure {
  const figures = rows.map((row) => figureOf(openReport(library, row), id));
  const newest = figures.at(-1) ?? figureOf(openReport(library, rows[0] ?? 0), id);
  const value = { ...newest.value, value: sum.value, status: sum.status };
  return {
    report: newest.report,
    value,
    parts: figures.map((figure) => figure.value),
    partial: sum.partial === true,
  };
}

import { openReport } from './common.ts';
import { type Figure, figureOf, inOneUnit } from './figures.ts';
import type { Gauge, Measured } from './gauge.ts';
import { measuredFigure, measuredGauge } from './measured.ts';
import { isFlow, unitOf } from './names.ts';
import { tidy } from './numbers.ts';
import { groupByAgency } from './rows.ts';
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
    const figure = (row: number) => inOneUnit(measuredFigure(task, openReport(library, row), id));
    return { rows: selection.rows, gauge, figure, byYear: several, added: false };
  }
  const { groups, count } = groupByAgency(library, selection.rows);
  const all: number[][] = Array.from({ length: count }, () => []);
  selection.rows.forEach((row, i) => {
    all[groups[i] ?? 0]?.push(row);
  });
  // The rows go up the years, so that an agency's last one is its newest.
  const rows = all.map((own) => own.at(-1) ?? 0);
  const groupOf = new Map(rows.map((row, group) => [row, all[group] ?? []]));
  const total: Gauge = (row) => sumOf(groupOf.get(row) ?? [row], gauge);
  const figure = (row: number) => totalFigure(task, id, groupOf.get(row) ?? [row], total(row));
  return { rows, gauge: total, figure, byYear: false, added: true };
}

/** Years without the figure are left out; none at all is no figure. */
function sumOf(rows: readonly number[], gauge: Gauge): Measured {
  let sum = 0;
  let known = 0;
  let partial = false;
  let unknown: Measured = { value: null, status: 'absent' };
  for (const row of rows) {
    const cell = gauge(row);
    if (cell.value === null) {
      partial = true;
      if (unknown.status === 'absent') unknown = cell;
      continue;
    }
    known++;
    sum += cell.value;
    if (cell.partial) partial = true;
  }
  if (known === 0) return unknown;
  const value = tidy(sum);
  return partial ? { value, status: 'derived', partial } : { value, status: 'derived' };
}

/** Cited by the newest year; the years are its parts. */
function totalFigure({ library }: Task, id: string, rows: readonly number[], sum: Measured): Figure {
  const figures = rows.map((row) => figureOf(openReport(library, row), id));
  const newest = figures.at(-1) ?? figureOf(openReport(library, rows[0] ?? 0), id);
  const value = { ...newest.value, value: sum.value, unit: unitOf(id), status: sum.status };
  return {
    report: newest.report,
    value,
    parts: figures.map((figure) => figure.value),
    partial: sum.partial === true,
  };
}

import type { Report } from '../model/report.ts';
import { type Figure, figureOf, shareOf } from './figures.ts';
import { changeGauge, type Gauge, libraryGauge, ratioGauge } from './gauge.ts';
import { labelOf } from './names.ts';
import { rowOfReport } from './rows.ts';
import type { Task } from './task.ts';

/** A figure as the question asks for it: plain, as a share, or as the change from the year before. */
export function measuredFigure(task: Task, report: Report, id: string): Figure {
  const { measure } = task.query;
  if (measure.kind === 'share') return shareOf(report, id, measure.of, task.query.language);
  return measure.kind === 'change' ? changeOf(task, report, id) : figureOf(report, id);
}

/** The same over the columns of the library. */
export function measuredGauge({ library, query }: Task, id: string): Gauge {
  const plain = libraryGauge(library, id);
  if (query.measure.kind === 'share') return ratioGauge(plain, libraryGauge(library, query.measure.of));
  return query.measure.kind === 'change' ? changeGauge(library, plain) : plain;
}

/** The same agency's report of the year before, when it is held. */
export function beforeOf({ library }: Pick<Task, 'library'>, report: Report): Report | undefined {
  const id = library.agency(report.agency.id)?.reports.get(report.year - 1);
  return id === undefined ? undefined : library.report(id);
}

function changeOf(task: Task, report: Report, id: string): Figure {
  const { library } = task;
  const now = figureOf(report, id);
  const row = rowOfReport(library, report.id);
  const change = row === undefined ? undefined : changeGauge(library, libraryGauge(library, id))(row);
  const before = beforeOf(task, report);
  return {
    report,
    value: {
      ...now.value,
      reading: 'rates.yearOnYear',
      label: `${labelOf(id)}比上年增减`,
      unit: '%',
      value: change?.value ?? null,
      status: change?.status ?? 'absent',
    },
    parts: before ? [now.value, figureOf(before, id).value] : [now.value],
    partial: now.partial,
  };
}

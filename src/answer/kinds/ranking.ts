import { bars } from '../charted.ts';
import { distinctNames, shown, tookYear } from '../common.ts';
import { type Field, fieldOf } from '../field.ts';
import { holdingAt } from '../rows.ts';
import { select } from '../selection.ts';
import { type Standing, standingsText } from '../standings.ts';
import type { Draft, Task } from '../task.ts';
import { top } from '../top.ts';
import { noReports } from './not-held.ts';

/** What is ranked when the question names no figure. */
const usual = 'applications.newReceived.total';

/** The most and the least of one figure; equal figures share a place. Several years are added up by agency. */
export function ranking(task: Task): Draft {
  const { query, library } = task;
  const selection = select(task);
  if (selection.rows.length === 0) return noReports(task, selection);
  const id = query.readings[0] ?? usual;
  const limit = Math.min(query.order?.limit ?? shown, 50);
  const field = fieldOf(task, id, selection);
  // Those who share the last place that was asked for are shown with it, as far as there is room.
  const ranked = top(field.rows, field.gauge, query.order?.direction ?? 'most', Math.max(limit, shown));
  const places = ranked.first
    .filter((entry) => entry.place <= limit)
    .map(({ row, place, tied }) => ({
      figure: field.figure(row),
      agencyId: holdingAt(library, row).agencyId,
      place,
      tied,
    }));
  const own = ownPlace(task, field, ranked.placeOf);
  const all = own && !places.some((entry) => entry.agencyId === own.agencyId) ? [...places, own] : places;
  const names = distinctNames(
    library,
    all.map((entry) => entry.agencyId),
  );
  const label = (entry: Standing) =>
    field.byYear ? `${names(entry.agencyId)} ${entry.figure.value.year}` : names(entry.agencyId);
  const chart =
    places.length > 1
      ? bars(
          task,
          places.map((entry) => entry.figure),
          places.map(label),
        )
      : undefined;
  return {
    agencies: [...new Set(all.map((entry) => entry.figure.value.agency))],
    years: selection.years,
    readings: query.measure.kind === 'share' ? [id, query.measure.of] : [id],
    values: all.map((entry) => entry.figure.value),
    reports: [...new Set(all.map((entry) => entry.figure.report.id))],
    blocks: standingsText(task, { id, selection, ranked, places, own, label, field }),
    ...(chart ? { chart } : {}),
    ...tookYear(task, selection),
  };
}

function ownPlace(
  task: Task,
  field: Field,
  placeOf: (row: number) => number | undefined,
): Standing | undefined {
  const agencyId = task.query.order?.positionOf;
  if (!agencyId) return undefined;
  const row = field.rows.findLast((one) => holdingAt(task.library, one).agencyId === agencyId);
  return row === undefined
    ? undefined
    : { figure: field.figure(row), agencyId, place: placeOf(row) ?? 0, tied: false };
}

import { openReport, restingOn, tookYear } from '../common.ts';
import { figureOf } from '../figures.ts';
import { libraryGauge } from '../gauge.ts';
import { amount, spoken } from '../names.ts';
import { roundRate, tidy } from '../numbers.ts';
import { rowsOfYear, rowTest } from '../rows.ts';
import type { Selection } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { headlineText, quotation, remarks } from '../telling.ts';
import { noReports } from './not-held.ts';

/** What part of the sum over all reports held of that year (and region) one agency makes up. */
export function partOfAll(task: Task, selection: Selection): Draft {
  const { query, library, say } = task;
  const [row] = selection.rows;
  const [id] = query.readings;
  if (row === undefined || id === undefined) return noReports(task, selection);
  const report = openReport(library, row);
  const figure = figureOf(report, id);
  const fits = rowTest(library, query.filter);
  const measure = libraryGauge(library, id);
  const values = rowsOfYear(library, report.year).flatMap((one) =>
    fits(one) ? (measure(one).value ?? []) : [],
  );
  const all = tidy(values.reduce((sum, value) => sum + value, 0));
  const own = figure.value.value;
  const share = own === null || all === 0 || id.startsWith('rates.') ? null : roundRate((own / all) * 100);
  const where = query.filter.region?.name ?? '';
  const { unit } = figure.value;
  const total = amount(all, unit, query.language);
  const basis = say(
    `${report.year}年，${where}收录的${values.length}份年报${spoken(id)}合计 ${total}，其中${report.agency.name} ${headlineText(figure, task)}。`,
    `${report.year}: ${values.length} reports held${where ? ` of ${where}` : ''}, ${spoken(id, 'en')}: ${total} in all, ${report.agency.name}: ${headlineText(figure, task)}.`,
  );
  return {
    ...restingOn([report]),
    readings: [id],
    values: [
      figure.value,
      {
        ...figure.value,
        reading: 'rates.share',
        label: say(`占收录的${values.length}家合计的比例`, `share of all ${values.length} reports held`),
        value: share,
        unit: '%',
        status: 'derived',
      },
    ],
    blocks: [
      { kind: 'headline', text: share === null ? say('算不出比例', 'There is no ratio') : `${share}%` },
      { kind: 'text', text: basis },
      ...remarks(figure, task),
      ...quotation(figure, task),
    ],
    ...tookYear(task, selection),
  };
}

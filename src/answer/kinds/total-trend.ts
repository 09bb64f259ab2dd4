import type { AnswerBlock, AnswerValue } from '../../model/answer.ts';
import { chartSource } from '../charted.ts';
import { namedReports } from '../common.ts';
import { measuredGauge } from '../measured.ts';
import { labelOf, spoken, unitOf } from '../names.ts';
import { tidy } from '../numbers.ts';
import { pooled } from '../pooled.ts';
import { countAgencies, holdingAt } from '../rows.ts';
import { select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { headline, yearTable } from '../years.ts';
import { noReports } from './not-held.ts';

/** The sum over all agencies year by year (of a rate: that of their sums), with how many reports each year rests on. */
export function totalTrend(task: Task, id: string): Draft {
  const { library, say, query } = task;
  const selection = select(task, true);
  if (selection.rows.length === 0) return noReports(task, selection);
  const figure = measuredGauge({ ...task, query: { ...query, measure: shareOrPlain(task) } }, id);
  const years = selection.years.map((year) => {
    const rows = selection.rows.filter((row) => holdingAt(library, row).year === year);
    const known = rows.filter((row) => figure(row).value !== null);
    return { year, rows, known };
  });
  const ratio = id.startsWith('rates.') || query.measure.kind === 'share';
  const values = years.map(({ year, rows, known }): AnswerValue => {
    const sum = tidy(known.reduce((all, row) => all + (figure(row).value ?? 0), 0));
    const value = known.length === 0 ? null : ratio ? pooled(task, id, known) : sum;
    const agency = say(
      `全部${countAgencies(library, rows)}家单位`,
      `all ${countAgencies(library, rows)} agencies`,
    );
    const status = value === null ? 'blank' : 'derived';
    return {
      agency,
      year,
      reading: id,
      label: labelOf(id),
      value,
      unit: ratio ? '%' : unitOf(id),
      status,
      citation: null,
    };
  });
  const counts = years.map(({ year, rows, known }) =>
    say(
      `${year}年${known.length}份${rows.length > known.length ? `（另有${rows.length - known.length}份未填）` : ''}`,
      `${year}: ${known.length}${rows.length > known.length ? ` (${rows.length - known.length} without the figure)` : ''}`,
    ),
  );
  const comparable = new Set(years.map(({ known }) => known.length)).size === 1;
  const what = spoken(id, query.language);
  const blocks: AnswerBlock[] = [
    { kind: 'headline', text: headline(task, values, '', comparable) },
    {
      kind: 'text',
      text: say(
        `收录的全部单位，${what}${ratio ? '（合起来计算）' : '合计'}：`,
        `All agencies held, ${what}, ${ratio ? 'taken together' : 'in all'}:`,
      ),
    },
    yearTable(task, values),
    {
      kind: 'note',
      text: say(
        `各年收录的年报数不同：${counts.join('，')}。比较时请留意。`,
        `Reports counted differ by year: ${counts.join(', ')}.`,
      ),
    },
  ];
  return {
    years: selection.years,
    readings: [id],
    values,
    reports: selection.rows.slice(0, namedReports).map((row) => holdingAt(library, row).reportId),
    blocks,
    ...(values.filter((value) => value.value !== null).length > 1
      ? {
          chart: {
            kind: 'line' as const,
            title: say(`全部单位${what}`, `All agencies: ${what}`),
            unit: values[0]?.unit ?? '',
            categories: values.map((value) => String(value.year)),
            series: [{ name: what, values: values.map((value) => value.value) }],
            source: chartSource(task),
          },
        }
      : {}),
  };
}

function shareOrPlain({ query }: Task): Task['query']['measure'] {
  return query.measure.kind === 'share' ? query.measure : { kind: 'plain' };
}

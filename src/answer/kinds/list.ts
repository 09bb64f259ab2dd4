import type { AnswerBlock } from '../../model/answer.ts';
import {
  agencyName,
  distinctNames,
  namedReports,
  openReport,
  shown,
  tookYear,
  yearsText,
} from '../common.ts';
import { contradictions } from '../contradictions.ts';
import { figureOf } from '../figures.ts';
import { libraryGauge } from '../gauge.ts';
import { regions } from '../regions.ts';
import { countAgencies, holdingAt } from '../rows.ts';
import { conditionsText, exceptText } from '../scope.ts';
import { type Selection, select } from '../selection.ts';
import type { Draft, Handler, Task } from '../task.ts';
import { leftOut } from '../told.ts';
import { fitting, tellingOf } from './count.ts';
import { missingReports } from './missing.ts';
import { noReports } from './not-held.ts';

/** What is held: agencies with their years; who meets a condition; or what is missing. */
export const list: Handler = (task) => (task.query.missing ? missingReports(task) : listAnswer(task));

export function listAnswer(task: Task): Draft {
  const { library, query } = task;
  const conditions = query.filter.conditions ?? [];
  const selection = select(task, conditions.length === 0);
  if (selection.considered === 0) return noReports(task, selection);
  const rows = largestFirst(task, selection.rows);
  const years = [...new Set(rows.map((row) => holdingAt(library, row).year))].sort((a, b) => a - b);
  const ids = [...new Set(rows.map((row) => holdingAt(library, row).agencyId))];
  return {
    agencies: ids.slice(0, namedReports).map((id) => agencyName(library, id)),
    years: query.years.length || conditions.length ? selection.years : years,
    readings: [...new Set(conditions.map((condition) => condition.reading))],
    values: conditions.length ? valuesOf(task, rows) : [],
    reports: rows.slice(0, namedReports).map((row) => holdingAt(library, row).reportId),
    blocks: [
      ...heading(task, selection),
      ...(conditions.length ? fitting(task, rows, conditions) : held(task, rows, ids)),
      ...contradictions(
        task,
        selection.candidates,
        conditions.map((condition) => condition.reading),
      ),
      ...leftOut(
        task,
        selection.unknown,
        '相关格为空白或没有这一栏，未列入',
        'blank or without the row, not listed',
      ),
    ],
    ...(conditions.length ? tookYear(task, selection) : {}),
  };
}

function heading(task: Task, { rows }: Selection): AnswerBlock[] {
  const { say, query, library } = task;
  const count = countAgencies(library, rows);
  const text = rows.length
    ? say(`${count}家单位，${rows.length}份年报`, `${count} agencies, ${rows.length} reports`)
    : say('没有符合条件的单位', 'No agency fits');
  const years = query.years.length ? yearsText(query.years, task) : '';
  const told = [query.filter.region?.name ?? '', exceptText(task), years, conditionsText(task)].filter(
    Boolean,
  );
  const what: AnswerBlock[] = told.length
    ? [{ kind: 'text', text: say(`条件：${told.join('，')}`, `Conditions: ${told.join(', ')}`) }]
    : [];
  return [{ kind: 'headline', text }, ...what];
}

/** Where a condition leaves the figure open, those with most of it come first. */
function largestFirst({ library, query }: Task, rows: readonly number[]): readonly number[] {
  const telling = tellingOf(query.filter.conditions ?? []);
  if (!telling) return rows;
  const figure = libraryGauge(library, telling.reading);
  const ways = telling.operator.startsWith('<') ? 1 : -1;
  return [...rows].sort((a, b) => ways * ((figure(a).value ?? 0) - (figure(b).value ?? 0)));
}

/** The figures that make the agencies of the list fit, with where they stand. */
function valuesOf({ library, query }: Task, rows: readonly number[]) {
  const ids = [...new Set((query.filter.conditions ?? []).map((condition) => condition.reading))];
  const reports = rows.slice(0, shown).map((row) => openReport(library, row));
  return reports.flatMap((report) => ids.map((id) => figureOf(report, id).value));
}

function held(task: Task, rows: readonly number[], ids: readonly string[]): AnswerBlock[] {
  const { library, say } = task;
  // The last one or two are shown rather than counted.
  const { skip = 0 } = task.query;
  const left = ids.slice(skip);
  const told = left.length - shown <= 2 ? left : left.slice(0, shown);
  const names = distinctNames(library, told);
  const years = new Map<string, number[]>(told.map((id) => [id, []]));
  if (told.length === 0 && skip > 0)
    return [
      { kind: 'text', text: say('没有更多了，前面已经列全。', 'There is no more: everything was shown.') },
    ];
  for (const row of rows) {
    const { agencyId, year } = holdingAt(library, row);
    years.get(agencyId)?.push(year);
  }
  const items = [...years].map(
    ([id, own]) =>
      `${names(id)}：${yearsText(
        own.sort((a, b) => a - b),
        task,
      )}`,
  );
  const rest = left.length - told.length;
  const list: AnswerBlock = { kind: 'list', items, ordered: false };
  if (rest === 0) return items.length ? [list] : [];
  const text = say(
    `还有${rest}家没有列出；问“还有吗”接着列，也可以加上地区、年份或单位类型再问。`,
    `${rest} more; ask “any more?”, or narrow by region, year or kind.`,
  );
  return [list, { kind: 'note', text }, ...regions(task, ids)];
}

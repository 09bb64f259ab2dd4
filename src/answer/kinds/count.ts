import type { AnswerBlock } from '../../model/answer.ts';
import type { Condition } from '../../model/query.ts';
import { agencyName, namedReports, shown, tookYear, yearsText } from '../common.ts';
import { contradictions } from '../contradictions.ts';
import { libraryGauge } from '../gauge.ts';
import { amount, unitOf } from '../names.ts';
import { countAgencies, holdingAt } from '../rows.ts';
import { conditionsText, regionText } from '../scope.ts';
import type { Selection } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { leftOut } from '../told.ts';

/** How many agencies fit; those whose cell is blank are told apart, they count neither way. */
export function countAnswer(task: Task, selection: Selection): Draft {
  const { query, library, say } = task;
  const { rows, years } = selection;
  const conditions = query.filter.conditions ?? [];
  const count = countAgencies(library, rows);
  const reading = query.readings[0] ?? conditions[0]?.reading ?? 'applications.newReceived.total';
  const condition = conditionsText(task);
  const unit = say('家', 'agencies');
  const among = say(
    `${yearsText(years, task)}，${regionText(task)}收录的${selection.considered}份年报里，${condition ? `${condition}的有` : '共有'} ${count} 家单位。`,
    `${yearsText(years, task)}: of ${selection.considered} reports held, ${count} agencies${condition ? ` have ${condition}` : ''}.`,
  );
  return {
    agencies: rows.slice(0, 100).map((row) => agencyName(library, holdingAt(library, row).agencyId)),
    years,
    readings: [reading],
    values: [
      {
        agency: say(`全部${countAgencies(library, allConsidered(task, selection))}家单位`, 'all agencies'),
        year: years.at(-1) ?? 0,
        reading,
        label: condition
          ? say(`${condition}的单位数`, `agencies with ${condition}`)
          : say('单位数', 'agencies'),
        value: count,
        unit: '家',
        status: 'derived',
        citation: null,
      },
    ],
    reports: rows.slice(0, namedReports).map((row) => holdingAt(library, row).reportId),
    blocks: [
      { kind: 'headline', text: `${count} ${unit}` },
      { kind: 'text', text: among },
      ...fitting(task, rows, conditions),
      ...contradictions(
        task,
        selection.candidates,
        conditions.map((one) => one.reading),
      ),
      ...leftOut(
        task,
        selection.unknown,
        '相关格为空白或没有这一栏，未计入',
        'blank or without the row, not counted',
      ),
    ],
    ...tookYear(task, selection),
  };
}

function allConsidered(task: Task, selection: Selection): number[] {
  return task.query.filter.conditions?.length ? [...selection.rows, ...selection.unknown] : selection.rows;
}

/** The condition whose figure differs among those that fit. */
export function tellingOf(conditions: readonly Condition[]): Condition | undefined {
  return conditions.find((one) => one.operator !== 'blank' && one.operator !== '=');
}

/** The agencies that fit, with the figure where the condition leaves it open. */
export function fitting(
  task: Task,
  rows: readonly number[],
  conditions: readonly Condition[],
): AnswerBlock[] {
  const { library, say, query } = task;
  if (rows.length === 0) return [];
  const telling = tellingOf(conditions);
  const figure = telling ? libraryGauge(library, telling.reading) : undefined;
  const several = query.years.length > 1;
  const { skip = 0 } = query;
  const left = rows.slice(skip);
  const items = left.slice(0, left.length - shown <= 2 ? left.length : shown).map((row) => {
    const { agencyId, year } = holdingAt(library, row);
    const value = figure?.(row).value;
    const when = several ? say(`${year}年`, ` ${year}`) : '';
    const told =
      value === undefined || value === null || !telling
        ? ''
        : ` ${amount(value, unitOf(telling.reading), query.language)}`;
    return `${agencyName(library, agencyId)}${when}${told}`;
  });
  const rest = left.length - items.length;
  if (left.length === 0)
    return [{ kind: 'text', text: say('没有更多了，前面已经列全。', 'There is no more.') }];
  return [
    { kind: 'list', items, ordered: false },
    ...(rest > 0
      ? [
          {
            kind: 'note' as const,
            text: say(
              `还有${rest}份没有列出；问“还有吗”接着列，也可以加上地区或单位类型再问。`,
              `${rest} more; ask “any more?”, or narrow by region or kind of agency.`,
            ),
          },
        ]
      : []),
  ];
}

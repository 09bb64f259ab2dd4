import { agencyName, distinctNames, namedReports, shown, yearsText } from '../common.ts';
import { holdingAt } from '../rows.ts';
import { heldYears, select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { holdingsText } from './not-held.ts';

/** Years without a report, of agencies of which any report is held. */
export function missingReports(task: Task): Draft {
  const { library, say, query } = task;
  const everything = heldYears(library, { agencies: [], filter: {} });
  const first = everything[0];
  const last = everything.at(-1);
  if (first === undefined || last === undefined)
    return { blocks: [{ kind: 'headline', text: holdingsText(task) }] };
  const years = query.years.length
    ? query.years
    : Array.from({ length: last - first + 1 }, (_, i) => first + i);
  const considered = query.agencies.length ? query.agencies : agenciesIn(task);
  const gaps = considered.flatMap((id) => {
    const held = library.agency(id)?.reports;
    const without = years.filter((year) => !held?.has(year));
    return without.length ? [{ id, without }] : [];
  });
  const names = distinctNames(
    library,
    gaps.slice(0, 200).map((gap) => gap.id),
  );
  const count = gaps.reduce((n, gap) => n + gap.without.length, 0);
  const span = yearsText(years, task);
  const lead = gaps.length
    ? say(`缺${count}份：${gaps.length}家单位`, `${count} reports missing, of ${gaps.length} agencies`)
    : say('不缺', 'None is missing');
  const rest = gaps.length - shown;
  return {
    agencies: gaps.slice(0, namedReports).map((gap) => agencyName(library, gap.id)),
    years: [...years],
    blocks: [
      { kind: 'headline', text: lead },
      {
        kind: 'text',
        text: say(
          `已收录过年报的${considered.length}家单位，${span}${gaps.length ? '：' : '都有。'}`,
          `Of ${considered.length} agencies with any report, ${span}:`,
        ),
      },
      ...(gaps.length
        ? [
            {
              kind: 'list' as const,
              items: gaps
                .slice(0, shown)
                .map((gap) =>
                  say(
                    `${names(gap.id)}：缺${yearsText(gap.without, task)}`,
                    `${names(gap.id)}: ${yearsText(gap.without, task)}`,
                  ),
                ),
              ordered: false,
            },
          ]
        : []),
      ...(rest > 0
        ? [{ kind: 'note' as const, text: say(`还有${rest}家没有列出。`, `${rest} more are not listed.`) }]
        : []),
      {
        kind: 'note',
        text: say('从未收录过年报的单位不在其中。', 'Agencies without any report held are not among them.'),
      },
    ],
  };
}

function agenciesIn(task: Task): string[] {
  const everyYear = { ...task, query: { ...task.query, years: [] } };
  const rows = select(everyYear, true).rows;
  const { library } = task;
  return [...new Set(rows.map((row) => holdingAt(library, row).agencyId))];
}

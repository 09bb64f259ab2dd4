import type { AnswerBlock } from '../../model/answer.ts';
import type { Holding } from '../../model/library.ts';
import { agencyName, distinctNames, namedReports, shown, yearsText } from '../common.ts';
import { holdingAt } from '../rows.ts';
import { countAgencies, heldYears, select } from '../selection.ts';
import type { Draft, Handler, Task } from '../task.ts';
import { conditionText } from './count.ts';
import { holdingsText, noReports } from './not-held.ts';

/** What is held: agencies with their years; or what is missing between the years that are held. */
export const list: Handler = (task) => (task.query.missing ? missingReports(task) : listAnswer(task));

export function listAnswer(task: Task): Draft {
  const { library, say, query } = task;
  const selection = select(task, true);
  if (selection.rows.length === 0 && !query.filter.conditions?.length) return noReports(task, selection);
  const byAgency = new Map<string, number[]>();
  for (const row of selection.rows) {
    const { agencyId, year } = holdingAt(library, row);
    const years = byAgency.get(agencyId);
    if (years) years.push(year);
    else byAgency.set(agencyId, [year]);
  }
  const ids = [...byAgency.keys()];
  const names = distinctNames(library, ids.slice(0, 200));
  const items = ids.slice(0, shown).map(
    (id) =>
      `${names(id)}：${yearsText(
        [...(byAgency.get(id) ?? [])].sort((a, b) => a - b),
        task,
      )}`,
  );
  const rest = ids.length - items.length;
  const what = describe(task);
  const blocks: AnswerBlock[] = [
    {
      kind: 'headline',
      text: say(
        `${ids.length}家单位，${selection.rows.length}份年报`,
        `${ids.length} agencies, ${selection.rows.length} reports`,
      ),
    },
    ...(what ? [{ kind: 'text' as const, text: what }] : []),
    ...(items.length ? [{ kind: 'list' as const, items, ordered: false }] : []),
    ...(rest > 0
      ? [
          {
            kind: 'note' as const,
            text: say(
              `还有${rest}家没有列出；可以加上地区、年份或单位类型再问。`,
              `${rest} more; narrow by region, year or kind.`,
            ),
          },
        ]
      : []),
    ...(rest > 0
      ? regions(
          task,
          selection.rows.map((row) => holdingAt(library, row)),
        )
      : []),
  ];
  return {
    agencies: ids.slice(0, namedReports).map((id) => agencyName(library, id)),
    years: query.years.length ? selection.years : heldIn(task, selection.rows),
    reports: selection.rows.slice(0, namedReports).map((row) => holdingAt(library, row).reportId),
    blocks,
  };
}

function heldIn({ library }: Task, rows: readonly number[]): number[] {
  return [...new Set(rows.map((row) => holdingAt(library, row).year))].sort((a, b) => a - b);
}

function describe(task: Task): string {
  const { query, say } = task;
  const conditions = (query.filter.conditions ?? []).map((one) => conditionText(one, task));
  const parts = [
    query.filter.region?.name ?? '',
    query.years.length ? yearsText(query.years, task) : '',
    ...conditions,
  ].filter(Boolean);
  return parts.length ? say(`条件：${parts.join('，')}`, `Conditions: ${parts.join(', ')}`) : '';
}

/** Where the agencies are, by the highest level at which they differ. */
function regions({ say }: Task, holdings: readonly Holding[]): AnswerBlock[] {
  for (const level of ['province', 'city', 'county', 'town'] as const) {
    const counts = new Map<string, Set<string>>();
    for (const { region, agencyId } of holdings) {
      const name = region[level];
      if (name) counts.set(name, (counts.get(name) ?? new Set()).add(agencyId));
    }
    if (counts.size < 2) continue;
    const sorted = [...counts].sort((a, b) => b[1].size - a[1].size);
    const told = sorted
      .slice(0, shown)
      .map(([name, ids]) => say(`${name}${ids.size}家`, `${name} ${ids.size}`));
    return [
      {
        kind: 'text',
        text: say(
          `按地区：${told.join('，')}${sorted.length > shown ? '等' : ''}。`,
          `By region: ${told.join(', ')}.`,
        ),
      },
    ];
  }
  return [];
}

function missingReports(task: Task): Draft {
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
          `已收录过年报的${considered.length}家单位，${span}：`,
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
  if (countAgencies(library, rows) === library.agencies.length)
    return library.agencies.map((agency) => agency.id);
  return [...new Set(rows.map((row) => holdingAt(library, row).agencyId))];
}

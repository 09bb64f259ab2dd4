import type { AnswerBlock } from '../../model/answer.ts';
import { bars } from '../charted.ts';
import { agencyName, distinctNames, nameSome, scopeText, shown, tookYear, yearsText } from '../common.ts';
import { type Field, fieldOf } from '../field.ts';
import type { Figure } from '../figures.ts';
import { spoken } from '../names.ts';
import { countAgencies, holdingAt } from '../rows.ts';
import { type Selection, select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { cellText, quotation } from '../telling.ts';
import { nameOf } from '../told.ts';
import { top } from '../top.ts';
import { noReports } from './not-held.ts';

/** What is ranked when the question names no figure. */
const usual = 'applications.newReceived.total';

interface Standing {
  figure: Figure;
  agencyId: string;
  place: number;
  tied: boolean;
}

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
    blocks: blocksOf(task, { id, selection, ranked, places, own, label, field }),
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

interface Told {
  id: string;
  selection: Selection;
  ranked: ReturnType<typeof top>;
  places: Standing[];
  own: Standing | undefined;
  label: (entry: Standing) => string;
  field: Field;
}

function blocksOf(task: Task, told: Told): AnswerBlock[] {
  const { say, query } = task;
  const { places, ranked, selection, own, label, field } = told;
  const first = places[0];
  if (!first)
    return [
      { kind: 'headline', text: say('没有可以排名的数字', 'There is no figure to rank by') },
      {
        kind: 'text',
        text: say(
          `${selection.rows.length}份年报都没有填这一项。`,
          `None of the ${selection.rows.length} reports gives this figure.`,
        ),
      },
    ];
  const what = query.measure.kind === 'plain' ? spoken(told.id, query.language) : nameOf(first.figure, task);
  const least = query.order?.direction === 'least';
  const more = ranked.ranked - places.length;
  const blocks: AnswerBlock[] = [
    { kind: 'headline', text: headline(task, told, first) },
    {
      kind: 'text',
      text: say(
        `${yearsText(selection.years, task)}${field.added ? '合计' : ''}，${scopeText(task)}${what}，${least ? '从少到多' : '从多到少'}，${ranked.ranked}${field.byYear ? '份年报' : '家单位'}有此数：`,
        `${yearsText(selection.years, task)}, ${what}, ${least ? 'least' : 'most'} first, ${ranked.ranked} reports give it:`,
      ),
    },
    {
      kind: 'table',
      header: [say('名次', 'place'), say('单位', 'agency'), say('数值', 'figure')],
      rows: places
        .slice(0, Math.max(shown, query.order?.limit ?? 0))
        .map((entry) => [
          entry.tied ? say(`并列${entry.place}`, `=${entry.place}`) : String(entry.place),
          label(entry),
          cellText(entry.figure.value, task),
        ]),
      align: ['right', 'left', 'right'],
    },
  ];
  if (more > 0) {
    const ties = ranked.tiedBeyond;
    const same =
      ties > 0 ? say(`，其中${ties}份与最后一名相同`, `, ${ties} of them equal to the last shown`) : '';
    blocks.push({
      kind: 'note',
      text: say(
        `其余${more}份没有列出${same}；要看更多，可以问“前${Math.min(50, places.length * 2)}名”。`,
        `${more} more are not listed${same}; ask for the “top ${Math.min(50, places.length * 2)}”.`,
      ),
    });
  }
  if (field.added && places.some((entry) => entry.figure.partial))
    blocks.push({
      kind: 'note',
      text: say('有的年份没有填，只加了已填的年份。', 'Years without the figure are not in the sums.'),
    });
  blocks.push(...unranked(task, told), ...quotation((own ?? first).figure, task));
  return blocks;
}

function headline(task: Task, { own, ranked, places }: Told, first: Standing): string {
  const { say, query, library } = task;
  const asked = query.order?.positionOf;
  if (asked && !own)
    return say(
      `没有收录${agencyName(library, asked)}这一年的年报，排不了名`,
      `${agencyName(library, asked)} has no report for that year and cannot be ranked`,
    );
  if (own) {
    const told = cellText(own.figure.value, task);
    const { agency } = own.figure.value;
    if (!own.place) return say(`${agency}没有名次：${told}`, `${agency} has no place: ${told}`);
    return say(
      `第${own.place}名：${agency}，${told}（共${ranked.ranked}家）`,
      `No. ${own.place}: ${agency}, ${told} (of ${ranked.ranked})`,
    );
  }
  const winners = places.filter((entry) => entry.place === 1);
  const equal = winners.length === places.length ? winners.length + ranked.tiedBeyond : winners.length;
  const names = nameSome(
    winners.map((entry) => entry.figure.value.agency),
    (zh) => zh,
    3,
  );
  const told = cellText(first.figure.value, task);
  return equal > 1
    ? say(`并列第一（${equal}家）：${names}，${told}`, `${equal} share the first place: ${names}, ${told}`)
    : say(`${names}：${told}`, `${names}: ${told}`);
}

/** Reports that give no figure stand apart: they are neither first nor last. */
function unranked(task: Task, { ranked }: Told): AnswerBlock[] {
  const { say, library } = task;
  const note = (rows: readonly number[], zh: string, en: string): AnswerBlock[] => {
    if (rows.length === 0) return [];
    const names = rows.slice(0, 6).map((row) => agencyName(library, holdingAt(library, row).agencyId));
    const count = countAgencies(library, rows);
    return [
      {
        kind: 'note',
        text: say(
          `${zh}（${count}家，不参加排名）：${nameSome(names, say, 5).replace(/等\d+家$/, '等')}`,
          `${en} (${count}, not ranked): ${names.slice(0, 5).join(', ')}`,
        ),
      },
    ];
  };
  return [
    ...note(ranked.blank, '未填', 'Blank'),
    ...note(ranked.absent, '没有这一栏', 'No such row'),
    ...note(ranked.incomputable, '无法计算', 'Cannot be computed'),
  ];
}

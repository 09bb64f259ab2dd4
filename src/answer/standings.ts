import type { AnswerBlock } from '../model/answer.ts';
import { agencyName, nameSome, shown, yearsText } from './common.ts';
import { contradictions } from './contradictions.ts';
import type { Field } from './field.ts';
import type { Figure } from './figures.ts';
import { spoken } from './names.ts';
import { countAgencies, holdingAt } from './rows.ts';
import { scopeText } from './scope.ts';
import type { Selection } from './selection.ts';
import type { Task } from './task.ts';
import { cellText, quotation } from './telling.ts';
import { lacking, nameOf } from './told.ts';
import type { top } from './top.ts';

/** One line of a ranking. */
export interface Standing {
  figure: Figure;
  agencyId: string;
  place: number;
  tied: boolean;
}

/** A ranking ready to be told. */
export interface Standings {
  id: string;
  selection: Selection;
  ranked: ReturnType<typeof top>;
  places: Standing[];
  own: Standing | undefined;
  label: (entry: Standing) => string;
  field: Field;
}

/** The winner, the table, what is not listed, who has no place, and where the first figure stands. */
export function standingsText(task: Task, told: Standings): AnswerBlock[] {
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
        `${yearsText(selection.years, task)}${field.added ? '合计' : ''}，${scopeText(task)}${what}，${orderText(first, least)}，${ranked.ranked}${field.byYear ? '份年报' : '家单位'}有此数：`,
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
    const same = equalText(task, ranked.tiedBeyond, more);
    const next = Math.min(50, ranked.ranked, places.length * 2);
    blocks.push({
      kind: 'note',
      text: say(
        `其余${more}份没有列出${same}；要看更多，可以问“前${next}名”。`,
        `${more} more are not listed${same}; ask for the “top ${next}”.`,
      ),
    });
  }
  if (field.added && places.some((entry) => entry.figure.partial))
    blocks.push({
      kind: 'note',
      text: say('有的年份没有填，只加了已填的年份。', 'Years without the figure are not in the sums.'),
    });
  blocks.push(
    ...contradictions(task, field.rows, [told.id]),
    ...unranked(task, told),
    ...quotation((own ?? first).figure, task),
  );
  return blocks;
}

function orderText({ figure }: Standing, least: boolean): string {
  if (figure.value.unit === '%') return least ? '从低到高' : '从高到低';
  return least ? '从少到多' : '从多到少';
}

/** How many of those not listed equal the last one that is. */
function equalText({ say }: Task, equal: number, more: number): string {
  if (equal === 0) return '';
  if (equal === more) return say('，都与最后一名相同', ', all equal to the last shown');
  return say(`，其中${equal}份与最后一名相同`, `, ${equal} of them equal to the last shown`);
}

function headline(task: Task, { own, ranked, places }: Standings, first: Standing): string {
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
    say,
    3,
  );
  const told = cellText(first.figure.value, task);
  return equal > 1
    ? say(`并列第一（${equal}家）：${names}，${told}`, `${equal} share the first place: ${names}, ${told}`)
    : say(`${names}：${told}`, `${names}: ${told}`);
}

/** Reports that give no figure stand apart: they are neither first nor last. */
function unranked(task: Task, { ranked }: Standings): AnswerBlock[] {
  const { say, library } = task;
  const note = (rows: readonly number[], zh: string, en: string): AnswerBlock[] => {
    if (rows.length === 0) return [];
    const names = rows.slice(0, 6).map((row) => agencyName(library, holdingAt(library, row).agencyId));
    const count = countAgencies(library, rows);
    return [
      {
        kind: 'note',
        text: say(
          `${zh}（${count}家，不参加排名）：${nameSome(names, say, 5)}`,
          `${en} (${count}, not ranked): ${nameSome(names, say, 5)}`,
        ),
      },
    ];
  };
  return [
    ...note(ranked.blank, '未填', 'Blank'),
    ...note(ranked.absent, lacking(library, ranked.absent), 'No such row, or not read'),
    ...note(ranked.incomputable, '无法计算', 'Cannot be computed'),
  ];
}

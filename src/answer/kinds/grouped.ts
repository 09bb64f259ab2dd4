import { type Theme, themes } from '../../catalogue/themes.ts';
import type { AnswerBlock, AnswerPassage } from '../../model/answer.ts';
import type { PassageHit } from '../../model/library.ts';
import { agencyName, nameSome, openReport, shown, tookYear, yearsText } from '../common.ts';
import { asPassage, type PointsOf } from '../items.ts';
import { clip, oneLine } from '../places.ts';
import { holdingAt } from '../rows.ts';
import type { Selection } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { passages } from './passages.ts';

/** Reports whose part 五 is read for one answer; more would keep the asker waiting. */
const readAtMost = 1000;

interface Group {
  theme: Theme;
  agencies: Set<string>;
  passages: AnswerPassage[];
}

/** What agencies have in common: by theme, how many speak of it, and in which words. */
export function grouped(task: Task, which: PointsOf, selection: Selection): Draft {
  const { query, library } = task;
  if (query.text)
    return passages({ ...task, query: { ...query, sections: query.sections ?? [5] } }, isOneOf(task, which));
  const rows = selection.rows.slice(0, readAtMost);
  const groups: Group[] = themes().map((theme) => ({ theme, agencies: new Set(), passages: [] }));
  let silent = 0;
  let other = 0;
  for (const row of rows) {
    const report = openReport(library, row);
    if (report[which].length === 0) silent++;
    for (const item of report[which]) {
      const fitting = groups.filter((group) => speaksOf(item.text, group.theme));
      if (fitting.length === 0) other++;
      for (const group of fitting) {
        group.agencies.add(report.agency.id);
        group.passages.push(asPassage(report, item));
      }
    }
  }
  const found = groups
    .filter((group) => group.agencies.size > 0)
    .sort((a, b) => b.agencies.size - a.agencies.size);
  const cited = found.slice(0, shown).flatMap((group) => group.passages.slice(0, 3));
  return {
    agencies: [...new Set(cited.map((passage) => passage.agency))],
    years: selection.years,
    passages: cited,
    reports: [...new Set(cited.map((passage) => passage.reportId))],
    blocks: blocksOf(task, which, found, {
      rows,
      silent,
      other,
      left: selection.rows.length - rows.length,
      years: selection.years,
    }),
    ...tookYear(task, selection),
  };
}

/** Whether a passage is (part of) one of a report's problems, or of its measures. */
function isOneOf({ library }: Task, which: PointsOf): (hit: PassageHit) => boolean {
  const flat = (text: string) => text.replace(/[\s\p{P}]/gu, '');
  return ({ reportId, text }) => {
    const said = flat(text);
    const items = library.report(reportId)?.[which] ?? [];
    return items.some((item) => said.includes(flat(item.text)) || flat(item.text).includes(said));
  };
}

export function speaksOf(text: string, theme: Theme): boolean {
  return theme.words.some((word) => text.includes(word));
}

interface Counts {
  rows: readonly number[];
  silent: number;
  other: number;
  left: number;
  years: readonly number[];
}

function blocksOf(task: Task, which: PointsOf, groups: readonly Group[], counts: Counts): AnswerBlock[] {
  const { say } = task;
  const what = which === 'problems' ? say('问题', 'problem') : say('改进措施', 'measure');
  const first = groups[0];
  if (!first)
    return [
      { kind: 'headline', text: say(`没有找到可以归类的${what}`, `No ${what} could be grouped`) },
      ...restNotes(task, which, counts),
    ];
  return [
    {
      kind: 'headline',
      text: say(
        `最常见的${what}：${first.theme.label}（${first.agencies.size}家）`,
        `Most frequent ${what}: ${first.theme.label} (${first.agencies.size} agencies)`,
      ),
    },
    {
      kind: 'text',
      text: say(
        `${yearsText(counts.years, task)}，${counts.rows.length}份年报，按内容归类（一条可归入几类）：`,
        `${yearsText(counts.years, task)}, ${counts.rows.length} reports, grouped by what they speak of (an item may count twice):`,
      ),
    },
    { kind: 'list', items: groups.slice(0, shown).map((group) => groupText(task, group)), ordered: true },
    ...restNotes(task, which, counts),
  ];
}

const nobody = { text: '', agency: '' };

function groupText({ say, library }: Task, { theme, agencies, passages: items }: Group): string {
  const names = nameSome(
    [...agencies].slice(0, 4).map((id) => agencyName(library, id)),
    say,
    3,
  );
  const shortest = items.reduce((a, b) => (b.text.length < a.text.length ? b : a), items[0] ?? nobody);
  const quote = clip(oneLine(shortest.text), 60);
  const whose = shortest.agency;
  return say(
    `${theme.label}：${agencies.size}家（${names}）\n   「${quote}」——${whose}`,
    `${theme.label}: ${agencies.size} (${names})\n   「${quote}」 (${whose})`,
  );
}

function restNotes(task: Task, which: PointsOf, counts: Counts): AnswerBlock[] {
  const { say, library } = task;
  const notes: string[] = [];
  if (counts.silent)
    notes.push(
      say(
        `${counts.silent}份年报没有写${which === 'problems' ? '问题' : '改进措施'}`,
        `${counts.silent} reports name none`,
      ),
    );
  if (counts.other)
    notes.push(say(`${counts.other}条没有归入以上各类`, `${counts.other} items fit no group`));
  if (counts.left) {
    const last = counts.rows.at(-1);
    const upTo = last === undefined ? '' : agencyName(library, holdingAt(library, last).agencyId);
    notes.push(
      say(
        `只统计了前${counts.rows.length}份（到${upTo}），其余${counts.left}份请加上地区再问`,
        `only the first ${counts.rows.length} reports were read; narrow by region for the other ${counts.left}`,
      ),
    );
  }
  return notes.map((text) => ({ kind: 'note', text: `${text}${say('。', '.')}` }));
}

import { type PointsOf, pointColumns } from '../../catalogue/points.ts';
import { type Theme, themes } from '../../catalogue/themes.ts';
import type { AnswerBlock, AnswerPassage } from '../../model/answer.ts';
import type { PassageHit } from '../../model/library.ts';
import { agencyName, nameSome, openReport, shown, tookYear, yearsText } from '../common.ts';
import { asPassage } from '../items.ts';
import { wording } from '../names.ts';
import { clip, oneLine } from '../places.ts';
import { countAgencies, holdingAt } from '../rows.ts';
import type { Selection } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { passages } from './passages.ts';

/** Reports opened for the words of one theme. */
const openedOf = 4;
/** Items of one theme in the answer's data. */
const citedOf = 3;

interface Group {
  theme: Theme;
  /** Reports that speak of it, and how many agencies they are of. */
  rows: number[];
  agencies: number;
}

/** What agencies have in common: by theme, how many of all reports speak of it, and in which words. */
export function grouped(task: Task, which: PointsOf, selection: Selection): Draft {
  const { query } = task;
  if (query.text)
    return passages({ ...task, query: { ...query, sections: query.sections ?? [5] } }, isOneOf(task, which));
  const counts = countThemes(task, which, selection);
  const told = counts.groups.slice(0, shown).map((group) => ({ group, items: itemsOf(task, which, group) }));
  const cited = told.flatMap(({ items }) => items.slice(0, citedOf));
  return {
    agencies: [...new Set(cited.map((passage) => passage.agency))],
    years: selection.years,
    passages: cited,
    reports: [...new Set(cited.map((passage) => passage.reportId))],
    blocks: blocksOf(task, which, told, counts),
    ...tookYear(task, selection),
  };
}

interface Counts {
  groups: Group[];
  reports: number;
  years: readonly number[];
  /** Reports without such items, and items of no theme. */
  silent: number;
  other: number;
  /** The first reports with items of no theme. */
  plain: number[];
}

/** Over the columns: no report is opened, however many there are. */
function countThemes({ library }: Task, which: PointsOf, { rows, years }: Selection): Counts {
  const { items, other, themes: masks } = pointColumns(which);
  const columns = {
    items: library.column(items),
    other: library.column(other),
    masks: library.column(masks),
  };
  const groups = themes().map((theme): Group => ({ theme, rows: [], agencies: 0 }));
  const counts: Counts = { groups, reports: rows.length, years, silent: 0, other: 0, plain: [] };
  for (const row of rows) {
    if (!columns.items.at(row).value) counts.silent++;
    const other = columns.other.at(row).value ?? 0;
    counts.other += other;
    if (other > 0 && counts.plain.length < shown) counts.plain.push(row);
    const mask = columns.masks.at(row).value ?? 0;
    groups.forEach((group, i) => {
      if (mask & (1 << i)) group.rows.push(row);
    });
  }
  for (const group of groups) group.agencies = countAgencies(library, group.rows);
  counts.groups = groups
    .filter((group) => group.agencies > 0)
    .sort((a, b) => b.agencies - a.agencies || b.rows.length - a.rows.length);
  return counts;
}

/** Items of the first few reports that speak of a theme, shortest first. */
function itemsOf({ library }: Task, which: PointsOf, { theme, rows }: Group): AnswerPassage[] {
  return rows
    .slice(0, openedOf)
    .flatMap((row) => {
      const report = openReport(library, row);
      const items = report[which].filter(({ text }) => theme.words.some((word) => text.includes(word)));
      return items.map((item) => asPassage(report, item));
    })
    .sort((a, b) => a.text.length - b.text.length);
}

/** Whether a passage is (part of) one of a report's problems, or of its measures. */
export function isOneOf({ library }: Task, which: PointsOf): (hit: PassageHit) => boolean {
  const flat = (text: string) => text.replace(/[\s\p{P}]/gu, '');
  return ({ reportId, text }) => {
    const said = flat(text);
    const items = library.report(reportId)?.[which] ?? [];
    return items.some((item) => said.includes(flat(item.text)) || flat(item.text).includes(said));
  };
}

interface Told {
  group: Group;
  items: readonly AnswerPassage[];
}

function blocksOf(task: Task, which: PointsOf, told: readonly Told[], counts: Counts): AnswerBlock[] {
  const { say } = task;
  const what = which === 'problems' ? say('问题', 'problem') : say('改进措施', 'measure');
  const first = told[0]?.group;
  if (!first) return ungrouped(task, which, counts);
  return [
    {
      kind: 'headline',
      text: say(
        `最常见的${what}：${first.theme.label}（${first.agencies}家）`,
        `Most frequent ${what}: ${themeEn(first.theme)}: ${agenciesEn(first.agencies)}`,
      ),
    },
    {
      kind: 'text',
      text: say(
        `${yearsText(counts.years, task)}，${counts.reports}份年报，按内容归类（一条可归入几类）：`,
        `${yearsText(counts.years, task)}, ${counts.reports} reports, grouped by what they speak of (an item may count twice):`,
      ),
    },
    { kind: 'list', items: told.map((one) => groupText(task, one)), ordered: true },
    ...restNotes(task, which, counts),
  ];
}

/** Where nothing fits a theme the items themselves are told, as far as there is room. */
function ungrouped(task: Task, which: PointsOf, counts: Counts): AnswerBlock[] {
  const { say, library } = task;
  const what = which === 'problems' ? say('问题', 'problems') : say('改进措施', 'measures');
  const reports = counts.plain.slice(0, shown).map((row) => openReport(library, row));
  const items = reports
    .flatMap((report) => report[which].map(({ text }) => ({ text, agency: report.agency.name })))
    .slice(0, shown)
    .map(({ text, agency }) => `${clip(oneLine(text), 60)}${say('——', ' — ')}${agency}`);
  const where = say(
    `${yearsText(counts.years, task)}，${counts.reports}份年报。`,
    `${yearsText(counts.years, task)}, ${counts.reports} reports.`,
  );
  const rest = counts.other - items.length;
  const more = say(`还有${rest}条没有列出。`, `${rest} more are not listed.`);
  return [
    { kind: 'headline', text: say(`${counts.other}条${what}`, `${counts.other} ${what}`) },
    { kind: 'text', text: where },
    ...(items.length > 0 ? [{ kind: 'list' as const, items, ordered: true }] : []),
    ...(rest > 0 ? [{ kind: 'note' as const, text: more }] : []),
    ...restNotes(task, which, { ...counts, other: 0 }),
  ];
}

/** Official and people's words stay in Chinese beside the translation. */
const themeEn = ({ key, label }: Theme) => `${wording().themes[key] ?? key} (${label})`;
const agenciesEn = (count: number) => (count === 1 ? '1 agency' : `${count} agencies`);

/** 人员不足：12家（甲局、乙局等），and the shortest of the items in their own words. */
function groupText({ say, library }: Task, { group, items }: Told): string {
  const { theme, rows, agencies } = group;
  const names = nameSome(
    [...new Set(rows.slice(0, 20).map((row) => agencyName(library, holdingAt(library, row).agencyId)))],
    say,
    3,
  );
  const [shortest] = items;
  const quote = shortest
    ? `\n   「${clip(oneLine(shortest.text), 60)}」${say('——', ' — ')}${shortest.agency}`
    : '';
  return say(
    `${theme.label}：${agencies}家（${names}）${quote}`,
    `${themeEn(theme)}: ${agenciesEn(agencies)}: ${names}${quote}`,
  );
}

function restNotes({ say }: Task, which: PointsOf, counts: Counts): AnswerBlock[] {
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
  return notes.map((text) => ({ kind: 'note', text: `${text}${say('。', '.')}` }));
}

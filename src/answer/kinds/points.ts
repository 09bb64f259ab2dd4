import type { PointsOf } from '../../catalogue/points.ts';
import type { AnswerBlock } from '../../model/answer.ts';
import type { Paragraph } from '../../model/document.ts';
import type { Report } from '../../model/report.ts';
import { openReport, restingOn, shown, tookYear } from '../common.ts';
import { coveredBy, surelyAbout } from '../covered.ts';
import { withoutAgencies } from '../found.ts';
import { asPassage } from '../items.ts';
import { wording } from '../names.ts';
import { asked } from '../own-words.ts';
import { oneLine, placeText, sectionHeading, titleOf } from '../places.ts';
import { select } from '../selection.ts';
import type { Draft, Handler, Task } from '../task.ts';
import { missingNote } from '../told.ts';
import { grouped, isOneOf } from './grouped.ts';
import { noReports } from './not-held.ts';
import { passagesDraft } from './passages.ts';

export const problems: Handler = (task) => points(task, 'problems');
export const improvements: Handler = (task) => points(task, 'improvements');

/** The items of part 五, verbatim, with the place of each; over many agencies grouped by what they speak of. */
function points(task: Task, which: PointsOf): Draft {
  const { query, library } = task;
  const selection = select(task);
  if (selection.rows.length === 0) return noReports(task, selection);
  const several = query.agencies.length > 1;
  const sought = query.text || several || which === 'problems' ? undefined : measuresFor(task);
  if (sought) return sought;
  if (query.grouped || query.agencies.length === 0 || selection.rows.length > 3)
    return grouped(task, which, selection);
  const reports = selection.rows.map((row) => openReport(library, row));
  return {
    ...restingOn(reports),
    passages: reports.flatMap((report) => report[which].map((item) => asPassage(report, item))),
    blocks: [
      ...reports.flatMap((report) => oneReport(task, report, which)),
      ...missingNote(task, selection.missing),
    ],
    ...tookYear(task, selection),
  };
}

/** 县政府 without a name says whom is asked about, and nothing of a matter. */
const unnamed = /[省市县区镇乡](?:人民)?政府/g;

/** 办事指南过期怎么改: asked after one matter that reports speak of, not after all the measures that they name. */
function measuresFor(task: Task): Draft | undefined {
  const said = withoutAgencies(task.library, task.query, task.question).replace(unnamed, ' ');
  const matter = wording().pointWords.reduce((left, word) => left.replaceAll(word, ' '), said);
  if (!/\p{Script=Han}{2}/u.test(matter)) return undefined;
  const hits = coveredBy({ ...task, question: matter }, surelyAbout);
  if (hits.length === 0) return undefined;
  const own = hits.filter(isOneOf(task, 'improvements'));
  return passagesDraft(task, asked(task), own.length > 0 ? own : hits);
}

function oneReport(task: Task, report: Report, which: PointsOf): AnswerBlock[] {
  const { say } = task;
  const items = report[which];
  const whose = say(`${report.agency.name}${report.year}年`, `${report.agency.name}, ${report.year}`);
  if (items.length === 0) return nothing(task, report, which, whose);
  const what = which === 'problems' ? say('存在的问题', 'problems') : say('改进措施', 'measures');
  const rest = items.length - shown;
  const blocks: AnswerBlock[] = [
    { kind: 'headline', text: say(`${items.length}条${what}`, `${items.length} ${what}`) },
    { kind: 'text', text: say(`${whose}年报原文：`, `${whose}, in the report's words:`) },
    { kind: 'list', items: items.slice(0, shown).map((item) => oneLine(item.text)), ordered: true },
  ];
  if (rest > 0)
    blocks.push({ kind: 'note', text: say(`还有${rest}条没有列出。`, `${rest} more are not listed.`) });
  blocks.push({ kind: 'quote', text: '', source: source(task, report, items) });
  return blocks;
}

function source({ say }: Task, report: Report, items: readonly Paragraph[]): string {
  const places = [...new Set(items.map((item) => placeText(item.place, say)))].filter(Boolean);
  const where = places.length > 2 ? `${places[0]}—${places.at(-1)}` : places.join(say('、', ', '));
  const heading = sectionHeading(report, 5, items[0]?.place ?? {});
  return `${say('出处：', 'Source: ')}${titleOf(report)}${heading}${where ? say(`，${where}`, `, ${where}`) : ''}`;
}

/** Said plainly, with the part as printed where that is short enough to see for oneself. */
function nothing(task: Task, report: Report, which: PointsOf, whose: string): AnswerBlock[] {
  const { say } = task;
  const lead =
    which === 'problems'
      ? say('年报未写存在的问题', 'The report names no problem')
      : say('年报未写改进措施', 'The report names no measure');
  const text = report.sections
    .filter((section) => section.number === 5)
    .flatMap((section) => section.paragraphs.map((paragraph) => oneLine(paragraph.text)))
    .join('');
  const [said] = report.sections.filter((section) => section.number === 5);
  const short = text.length > 0 && text.length <= 300 && said !== undefined;
  const about = short
    ? say(`${whose}年报第五部分的原文：`, `${whose}, the whole of part five:`)
    : say(`${whose}年报。`, `${whose}.`);
  return [
    { kind: 'headline', text: lead },
    { kind: 'text', text: about },
    ...(short ? [{ kind: 'quote' as const, text, source: source(task, report, said.paragraphs) }] : []),
  ];
}

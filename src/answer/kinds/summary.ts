import type { AnswerBlock, AnswerFinding } from '../../model/answer.ts';
import type { Report } from '../../model/report.ts';
import { openReport, restingOn, tookYear } from '../common.ts';
import { type Figure, figureOf } from '../figures.ts';
import { beforeOf } from '../measured.ts';
import { short, wording } from '../names.ts';
import { noted } from '../noted.ts';
import { clip, oneLine, titleOf } from '../places.ts';
import { select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { cellText } from '../telling.ts';
import { missingNote } from '../told.ts';
import { foundIn } from './audit-findings.ts';
import { changeText } from './comparison.ts';
import { listAnswer } from './list.ts';
import { noReports } from './not-held.ts';

/** How many reports one message can introduce. */
const cards = 3;

/** A card: the figures that matter, what changed, problems, measures, findings. */
export function summary(task: Task): Draft {
  if (task.query.agencies.length === 0) return listAnswer(task);
  const selection = select(task);
  if (selection.rows.length === 0) return noReports(task, selection);
  const reports = selection.rows.slice(0, cards).map((row) => openReport(task.library, row));
  const made = reports.map((report) => card(task, report));
  return {
    ...restingOn(reports),
    readings: [...new Set(made.flatMap((one) => one.figures.map((figure) => figure.value.reading)))],
    values: made.flatMap((one) => one.figures.map((figure) => figure.value)),
    findings: made.flatMap((one) => one.findings),
    blocks: [...made.flatMap((one) => one.blocks), ...missingNote(task, selection.missing)],
    ...tookYear(task, selection),
  };
}

function card(
  task: Task,
  report: Report,
): { figures: Figure[]; findings: AnswerFinding[]; blocks: AnswerBlock[] } {
  const { say } = task;
  const figures = wording()
    .keyFigures.map((id) => figureOf(report, id))
    .filter(worthTelling);
  const findings = foundIn(task, report);
  const before = beforeOf(task, report);
  const published = report.publishedAt
    ? say(`，${report.publishedAt}发布`, `, published ${report.publishedAt}`)
    : '';
  const blocks: AnswerBlock[] = [
    {
      kind: 'headline',
      text: say(`${report.agency.name} ${report.year}年`, `${report.agency.name}, ${report.year}`),
    },
    { kind: 'text', text: `${titleOf(report)}${published}` },
    figureTable(task, figures, before),
    ...points(
      say('存在的问题：', 'Problems:'),
      report.problems,
      say('年报未写存在的问题。', 'The report names no problem.'),
    ),
    ...points(
      say('改进措施：', 'Measures:'),
      report.improvements,
      say('年报未写改进措施。', 'The report names no measure.'),
    ),
    findingNote(task, findings),
    ...unreadNote(task, report),
  ];
  return { figures, findings, blocks };
}

/** Zeros are left out, but for the few that everybody looks for; a rate that cannot be computed says nothing. */
function worthTelling({ value }: Figure): boolean {
  if (wording().always.includes(value.reading)) return value.status !== 'absent';
  if (value.value === null) return value.status === 'blank' && !value.reading.startsWith('rates.');
  return value.value !== 0;
}

function figureTable(task: Task, figures: readonly Figure[], before: Report | undefined): AnswerBlock {
  const { say, query } = task;
  return {
    kind: 'table',
    header: [say('项目', 'figure'), say('本年', 'this year'), ...(before ? [say('比上年', 'change')] : [])],
    rows: figures.map(({ value }) => [
      short(value.reading, query.language),
      cellText(value, task),
      ...(before ? [changeText(figureOf(before, value.reading).value, value, task)] : []),
    ]),
    align: ['left', 'right', ...(before ? ['right' as const] : [])],
  };
}

function points(lead: string, items: readonly { text: string }[], none: string): AnswerBlock[] {
  if (items.length === 0) return [{ kind: 'text', text: none }];
  return [
    { kind: 'text', text: lead },
    { kind: 'list', items: items.slice(0, 4).map((item) => clip(oneLine(item.text), 80)), ordered: true },
  ];
}

/** Figures that are missing in the card because they could not be read. */
function unreadNote({ say }: Task, report: Report): AnswerBlock[] {
  const cells = new Set(report.warnings.flatMap((warning) => warning.readings ?? []));
  const unread = [...cells].filter((id) => report.readings[id] === undefined).length;
  if (unread === 0) return [];
  const text = say(
    `读取：有${unread}格没有读准或没有找到，没有采用；问“哪几格读不准”可看明细。`,
    `Reading: ${unread} cells could not be read and are not given.`,
  );
  return [{ kind: 'note', text }];
}

function findingNote(task: Task, findings: readonly AnswerFinding[]): AnswerBlock {
  const { say } = task;
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.length === 0)
    return {
      kind: 'note',
      text: say('核对：没有发现数字自相矛盾。', 'Checks: no contradiction between the figures.'),
    };
  const first = errors[0] ? noted(errors[0], task) : '';
  return {
    kind: 'note',
    text: say(
      `核对：发现${errors.length}处数字对不上，如：${first}`,
      `Checks: ${errors.length} contradictions, e.g. ${first}`,
    ),
  };
}

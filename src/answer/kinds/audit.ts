import type { AnswerBlock, AnswerFinding } from '../../model/answer.ts';
import type { Severity } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { openReport, restingOn, shown, tookYear } from '../common.ts';
import { doubtText } from '../doubts.ts';
import { noted } from '../noted.ts';
import { clip, oneLine, placeText, rowText } from '../places.ts';
import { select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { missingNote } from '../told.ts';
import { foundIn } from './audit-findings.ts';
import { manySheets } from './audit-many.ts';
import { doubtSheet } from './doubt.ts';
import { noReports } from './not-held.ts';

/** What the checks find in one report, or where they find most. */
export function auditSheet(task: Task): Draft {
  if (task.query.readings.length > 0) return doubtSheet(task);
  const selection = select(task, task.query.agencies.length === 0);
  if (selection.rows.length === 0) return noReports(task, selection);
  const all = task.query.agencies.length === 0;
  if (all || selection.rows.length > 3)
    return manySheets(task, selection.rows, all ? {} : tookYear(task, selection));
  const reports = selection.rows.map((row) => openReport(task.library, row));
  const found = reports.map((report) => ({ report, findings: foundIn(task, report) }));
  return {
    ...restingOn(reports),
    readings: [...new Set(found.flatMap((one) => one.findings.flatMap((finding) => finding.readings)))],
    findings: found.flatMap((one) => one.findings),
    blocks: [
      ...found.flatMap((one) => sheet(task, one.report, one.findings)),
      ...missingNote(task, selection.missing),
    ],
    ...tookYear(task, selection),
  };
}

export function severityName(severity: Severity, { say }: Pick<Task, 'say'>): string {
  const names: Record<Severity, [string, string]> = {
    error: ['错误', 'error'],
    warning: ['存疑', 'warning'],
    notice: ['提示', 'notice'],
  };
  const [zh, en] = names[severity];
  return say(zh, en);
}

function sheet(task: Task, report: Report, findings: readonly AnswerFinding[]): AnswerBlock[] {
  const { say } = task;
  const whose = say(`${report.agency.name}${report.year}年年报`, `${report.agency.name}, ${report.year}`);
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const doubts = doubtsOfReading(task, report);
  if (task.query.tell === 'doubt')
    return [{ kind: 'text', text: say(`${whose}：`, `${whose}:`) }, ...doubts, checksNote(task, findings)];
  if (findings.length === 0)
    return [
      { kind: 'headline', text: say('没有发现问题', 'Nothing was found') },
      {
        kind: 'text',
        text: say(`${whose}：各项核对没有发现对不上的地方。`, `${whose}: the checks found no contradiction.`),
      },
      ...doubts,
    ];
  const others = findings.length - errors;
  const lead = errors
    ? say(
        `有${errors}处数字对不上${others ? `，另有${others}处提示` : ''}`,
        `${errors} figures do not add up${others ? `, ${others} further notes` : ''}`,
      )
    : say(`表内数字对得上，有${others}处提示`, `The figures add up; ${others} notes`);
  const blocks: AnswerBlock[] = [
    { kind: 'headline', text: lead },
    { kind: 'text', text: say(`${whose}：`, `${whose}:`) },
    {
      kind: 'list',
      items: findings.slice(0, shown).map((finding) => findingText(finding, task)),
      ordered: true,
    },
  ];
  const rest = findings.length - shown;
  if (rest > 0)
    blocks.push({ kind: 'note', text: say(`还有${rest}条没有列出。`, `${rest} more are not listed.`) });
  return [...blocks, ...doubts];
}

function findingText(finding: AnswerFinding, task: Task): string {
  const quote = finding.quotations[0];
  const where = quote ? placeText(quote, task.say) : '';
  const cited = quote?.text
    ? `「${clip(rowText(oneLine(quote.text)), 60)}」${where ? task.say(`（${where}）`, ` (${where})`) : ''}`
    : where;
  return `【${severityName(finding.severity, task)}】${noted(finding, task)}${cited ? `\n   ${cited}` : ''}`;
}

/** Asked how well the report was read, what the checks found is told in short. */
function checksNote({ say }: Task, findings: readonly AnswerFinding[]): AnswerBlock {
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  const zh = errors ? `核对：有${errors}处数字对不上` : '核对：没有数字对不上';
  const en = errors ? `Checks: ${errors} figures do not add up` : 'Checks: no figures contradict each other';
  return { kind: 'note', text: say(`${zh}；问“数据对得上吗”可看明细。`, `${en}.`) };
}

/** Cells that are not given because their reading was in doubt, and rows that were not found. */
function doubtsOfReading(task: Task, { warnings, readings }: Report): AnswerBlock[] {
  const { say } = task;
  const telling = warnings.filter((warning) => (warning.readings?.length ?? 0) > 0);
  const others = warnings.length - telling.length;
  const cells = new Set(telling.flatMap((warning) => warning.readings ?? []));
  const unread = [...cells].filter((id) => readings[id] === undefined).length;
  if (warnings.length === 0)
    return [{ kind: 'note', text: say('读取：没有发现疑问。', 'Reading: no cell was in doubt.') }];
  const lead = unread
    ? say(
        `读取：有${unread}格没有读准或没有找到，没有采用：`,
        `Reading: ${unread} cells could not be read and are not given:`,
      )
    : say(`读取：有${warnings.length}处提醒：`, `Reading: ${warnings.length} warnings:`);
  const told = telling.length > 0 ? telling : warnings;
  const rest = told.length - shown + (told === telling ? others : 0);
  return [
    { kind: 'text', text: lead },
    { kind: 'list', items: told.slice(0, shown).map((warning) => doubtText(warning, task)), ordered: true },
    ...(rest > 0
      ? [{ kind: 'note' as const, text: say(`还有${rest}处提醒没有列出。`, `${rest} more warnings.`) }]
      : []),
  ];
}

import type { AnswerBlock, AnswerFinding } from '../../model/answer.ts';
import type { Severity } from '../../model/finding.ts';
import type { Report } from '../../model/report.ts';
import { agencyName, openReport, restingOn, shown, tookYear } from '../common.ts';
import { noted } from '../noted.ts';
import { clip, oneLine, placeText, rowText } from '../places.ts';
import { holdingAt } from '../rows.ts';
import { select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { missingNote } from '../told.ts';
import { noReports } from './not-held.ts';

const order: Severity[] = ['error', 'warning', 'notice'];

/** What the checks find in one report, or where they find most. */
export function auditSheet(task: Task): Draft {
  const selection = select(task);
  if (selection.rows.length === 0) return noReports(task, selection);
  if (selection.rows.length > 3) return manySheets(task, selection.rows, tookYear(task, selection));
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

/** Gravest first. */
export function foundIn({ tools, library }: Task, report: Report): AnswerFinding[] {
  return tools
    .audit(report, library)
    .toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
    .map((finding) => ({ ...finding, reportId: report.id, agency: report.agency.name, year: report.year }));
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
  if (findings.length === 0)
    return [
      { kind: 'headline', text: say('没有发现问题', 'Nothing was found') },
      {
        kind: 'text',
        text: say(`${whose}：各项核对没有发现对不上的地方。`, `${whose}: the checks found no contradiction.`),
      },
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
  return blocks;
}

function findingText(finding: AnswerFinding, task: Task): string {
  const quote = finding.quotations[0];
  const where = quote ? placeText(quote, task.say) : '';
  const cited = quote?.text
    ? `「${clip(rowText(oneLine(quote.text)), 60)}」${where ? task.say(`（${where}）`, ` (${where})`) : ''}`
    : where;
  return `【${severityName(finding.severity, task)}】${noted(finding, task)}${cited ? `\n   ${cited}` : ''}`;
}

/** Over many reports: how many have contradictions, and the worst. */
function manySheets(task: Task, rows: readonly number[], took: Pick<Draft, 'tookYear'>): Draft {
  const { library, say } = task;
  const faulty = rows
    .map((row) => holdingAt(library, row))
    .filter((holding) => holding.errors > 0)
    .sort((a, b) => b.errors - a.errors);
  const worst = faulty.slice(0, shown);
  const reports = worst.slice(0, 3).flatMap((holding) => library.report(holding.reportId) ?? []);
  const lead = faulty.length
    ? say(`${faulty.length}份年报有数字对不上`, `${faulty.length} reports contradict themselves`)
    : say('没有发现数字对不上的年报', 'No report contradicts itself');
  const blocks: AnswerBlock[] = [
    { kind: 'headline', text: lead },
    { kind: 'text', text: say(`核对了${rows.length}份年报。`, `${rows.length} reports were checked.`) },
  ];
  if (worst.length) {
    const table = worst.map((holding) => [
      agencyName(library, holding.agencyId),
      String(holding.year),
      String(holding.errors),
      String(holding.findings),
    ]);
    const header = [
      say('单位', 'agency'),
      say('年份', 'year'),
      say('错误', 'errors'),
      say('全部提示', 'all findings'),
    ];
    blocks.push({ kind: 'table', header, rows: table, align: ['left', 'right', 'right', 'right'] });
    const rest = faulty.length - worst.length;
    if (rest > 0)
      blocks.push({
        kind: 'note',
        text: say(
          `还有${rest}份没有列出；可以指明单位再问。`,
          `${rest} more; name an agency to see its sheet.`,
        ),
      });
  }
  return {
    agencies: worst.map((holding) => agencyName(library, holding.agencyId)),
    years: [...new Set(rows.map((row) => holdingAt(library, row).year))],
    reports: worst.map((holding) => holding.reportId),
    findings: reports.flatMap((report) => foundIn(task, report)),
    blocks,
    ...took,
  };
}

import { selectHoldings } from '../../../src/app/selection.ts';
import type { App } from '../../../src/app.ts';
import { findingsTable } from '../../../src/export/readings.ts';
import type { AnswerFinding } from '../../../src/model/answer.ts';
import { deliver } from '../deliver.ts';
import { type ExitCode, exit, RefusedError } from '../exit.ts';
import { type Output, print, printJson } from '../output.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';
import { withApp } from '../using.ts';
import { selected } from './reports.ts';

export interface AuditOptions extends CommonOptions {
  year?: number;
  format?: 'xlsx';
  out?: string;
}

const severities = { error: '错误', warning: '提醒', notice: '提示' } as const;

export async function audit(
  agency: string | undefined,
  options: AuditOptions,
  output: Output,
): Promise<ExitCode> {
  return withApp(dataFolder(options), 'read', async (app) => {
    const holdings = selected(selectHoldings(app.library, { agency, year: options.year }));
    if (holdings.length === 0 && agency !== undefined)
      throw new RefusedError('not-held', `没有收录${agency}${options.year ? `${options.year}年` : ''}的年报`);
    const findings = holdings.flatMap((holding) => findingsOf(app, holding));
    if (options.format) await deliver(findingsTable(findings), options.format, options.out, output);
    else if (options.json) printJson(output, { reports: holdings.length, findings });
    else print(output, sheet(holdings.length, findings));
    return exit.done;
  });
}

function findingsOf(app: App, holding: { reportId: string; agency: string; year: number }): AnswerFinding[] {
  const { reportId, agency, year } = holding;
  return app.findings(reportId).map((finding) => ({ reportId, agency, year, ...finding }));
}

function sheet(reports: number, findings: AnswerFinding[]): string {
  const groups = new Map<string, AnswerFinding[]>();
  for (const finding of findings) {
    const title = `${finding.agency} ${finding.year}年`;
    groups.set(title, [...(groups.get(title) ?? []), finding]);
  }
  const parts = [...groups].map(([title, group]) => [title, ...group.map(lines)].join('\n'));
  const bad = findings.filter((finding) => finding.severity === 'error').length;
  const total = `检查 ${reports} 份年报：错误 ${bad} 处，提醒和提示 ${findings.length - bad} 处`;
  return [...parts, total].join('\n\n');
}

function lines({ severity, message, rule, quotations }: AnswerFinding): string {
  const quotes = quotations.map(({ text, line, page }) => {
    const place = page !== undefined ? `第${page}页` : line !== undefined ? `第${line}行` : '';
    return `      ${place}“${text.length > 80 ? `${text.slice(0, 80)}…` : text}”`;
  });
  return [`  【${severities[severity]}】${message}（${rule}）`, ...quotes].join('\n');
}

import { selectHoldings } from '../../../src/app/selection.ts';
import type { App } from '../../../src/app.ts';
import { findingsTable } from '../../../src/export/readings.ts';
import type { AnswerFinding } from '../../../src/model/answer.ts';
import { auditSheet, findingNames } from '../audit-sheet.ts';
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
    if (options.format)
      await deliver(findingsTable(findings, findingNames), options.format, options.out, output);
    else if (options.json) printJson(output, { reports: holdings.length, findings });
    else print(output, auditSheet(holdings.length, findings));
    return exit.done;
  });
}

function findingsOf(app: App, holding: { reportId: string; agency: string; year: number }): AnswerFinding[] {
  const { reportId, agency, year } = holding;
  return app.findings(reportId).map((finding) => ({ reportId, agency, year, ...finding }));
}

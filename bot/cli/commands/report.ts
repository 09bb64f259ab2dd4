import { selectHoldings } from '../../../src/app/selection.ts';
import type { App } from '../../../src/app.ts';
import type { Holding } from '../../../src/model/library.ts';
import { type ExitCode, exit, RefusedError } from '../exit.ts';
import { type Output, print, printJson } from '../output.ts';
import { reportSheet } from '../report-sheet.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';
import { withApp } from '../using.ts';
import { selected } from './reports.ts';

export interface ReportOptions extends CommonOptions {
  year?: number;
}

export async function report(agency: string, options: ReportOptions, output: Output): Promise<ExitCode> {
  return withApp(dataFolder(options), 'read', (app) => {
    const view = app.view(one(app, agency, options.year).reportId);
    if (!view) throw new RefusedError('not-held', `没有收录${agency}的年报`);
    if (options.json) printJson(output, view);
    else print(output, reportSheet(view));
    return exit.done;
  });
}

/** The report meant: of the year that is named, else the newest. @throws {RefusedError} */
function one(app: App, agency: string, year: number | undefined): Holding {
  const all = selected(selectHoldings(app.library, { agency }));
  const holdings = year === undefined ? all : all.filter((holding) => holding.year === year);
  const holding = holdings.at(-1);
  if (holding) return holding;
  const years = all.map((other) => other.year);
  const instead = years.length > 0 ? `，收录的年度有 ${years.join('、')}` : '';
  throw new RefusedError('not-held', `没有收录${agency}${year ? `${year}年` : ''}的年报${instead}`, {
    years,
  });
}

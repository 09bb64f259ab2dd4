import { selectHoldings } from '../../../src/app/selection.ts';
import type { App } from '../../../src/app.ts';
import type { ExportFormat } from '../../../src/export/encode.ts';
import { readingsTable } from '../../../src/export/readings.ts';
import type { Holding } from '../../../src/model/library.ts';
import type { Report } from '../../../src/model/report.ts';
import { deliver } from '../deliver.ts';
import { type ExitCode, exit, UsageError } from '../exit.ts';
import { complain, type Output } from '../output.ts';
import { dataFolder } from '../settings.ts';
import { withApp } from '../using.ts';
import { type FilterOptions, selected } from './reports.ts';

export interface ExportOptions extends FilterOptions {
  /** `json` when only `--json` is given. */
  format?: ExportFormat;
  out?: string;
}

export async function exportReadings(options: ExportOptions, output: Output): Promise<ExitCode> {
  const format = options.format ?? (options.json ? 'json' : undefined);
  if (!format) throw new UsageError('请用 --format 说明导出格式：csv、json 或 xlsx');
  return withApp(dataFolder(options), 'read', async (app) => {
    const holdings = selected(selectHoldings(app.library, options));
    await deliver(readingsTable(reportsOf(app, holdings)), format, options.out, output);
    if (options.out) complain(output, `${holdings.length} 份年报的指标已写入 ${options.out}`);
    return exit.done;
  });
}

/** One by one: an export of everything needs no more memory than one of a single report. */
function* reportsOf(app: App, holdings: readonly Holding[]): Generator<Report> {
  for (const { reportId } of holdings) {
    const report = app.library.report(reportId);
    if (report) yield report;
  }
}

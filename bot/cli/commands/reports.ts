import { selectHoldings } from '../../../src/app/selection.ts';
import type { Holding } from '../../../src/model/library.ts';
import type { Region } from '../../../src/model/report.ts';
import { type ExitCode, exit, RefusedError } from '../exit.ts';
import { type Output, print, printJson } from '../output.ts';
import { type CommonOptions, dataFolder } from '../settings.ts';
import { table } from '../table.ts';
import { withApp } from '../using.ts';

export interface FilterOptions extends CommonOptions {
  agency?: string;
  year?: number;
  region?: string;
}

export async function reports(options: FilterOptions, output: Output): Promise<ExitCode> {
  return withApp(dataFolder(options), 'read', ({ library }) => {
    const holdings = selected(selectHoldings(library, options));
    if (options.json) printJson(output, { reports: holdings.map(holdingJson), count: holdings.length });
    else print(output, holdings.length > 0 ? listing(holdings) : '没有收录符合条件的年报。');
    return exit.done;
  });
}

/** @throws {RefusedError} `ambiguous` */
export function selected(found: ReturnType<typeof selectHoldings>): Holding[] {
  if ('holdings' in found) return found.holdings;
  const { ambiguous } = found;
  throw new RefusedError('ambiguous', `名称对应多个单位，请写全：${ambiguous.slice(0, 10).join('、')}`, {
    options: ambiguous,
  });
}

export function regionText({ province, city, county, town }: Region): string {
  return [province, city, county, town].filter(Boolean).join(' ');
}

function listing(holdings: Holding[]): string {
  const rows = holdings.map((holding) => [
    holding.reportId,
    String(holding.year),
    holding.agency,
    regionText(holding.region),
    String(holding.warnings),
    String(holding.findings),
  ]);
  const head = ['编号', '年度', '机关', '地区', '提醒', '疑点'];
  return `${table([head, ...rows], ['left', 'left', 'left', 'left', 'right', 'right'])}\n共 ${holdings.length} 份`;
}

function holdingJson(holding: Holding) {
  const { reportId, agency, year, region, edition, publishedAt, warnings, findings, errors } = holding;
  const { province = null, city = null, county = null, town = null } = region;
  return {
    id: reportId,
    agency,
    year,
    region: { province, city, county, town },
    edition,
    publishedAt,
    warnings,
    findings,
    errors,
    file: holding.file,
    sha256: holding.sha256,
    ingestedAt: holding.ingestedAt,
  };
}

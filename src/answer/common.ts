import type { Answer } from '../model/answer.ts';
import type { Library } from '../model/library.ts';
import type { Report } from '../model/report.ts';
import { holdingAt, rowsOfYear } from './rows.ts';
import { heldYears, type Selection } from './selection.ts';
import type { Task } from './task.ts';

/** How many lines of a long list stand in an answer; the rest is counted. */
export const shown = 10;

/** How many report ids an answer names at most when it rests on the whole library. */
export const namedReports = 1000;

/** The report of a row. @throws {RangeError} when the library changed under the answer. */
export function openReport(library: Library, row: number): Report {
  const { reportId } = holdingAt(library, row);
  const report = library.report(reportId);
  if (!report) throw new RangeError(`the library lists ${reportId} and cannot open it`);
  return report;
}

/** The name an agency goes by in every year. */
export function agencyName(library: Library, agencyId: string): string {
  return library.agency(agencyId)?.name ?? agencyId;
}

/** Names by agency id; where two agencies share one, the region that tells them apart goes with it. */
export function distinctNames(library: Library, agencyIds: readonly string[]): (agencyId: string) => string {
  const ids = [...new Set(agencyIds)];
  const uses = new Map<string, number>();
  for (const id of ids) uses.set(agencyName(library, id), (uses.get(agencyName(library, id)) ?? 0) + 1);
  return (id) => {
    const name = agencyName(library, id);
    if ((uses.get(name) ?? 0) < 2) return name;
    const region = library.agency(id)?.region ?? {};
    const where = [region.province, region.city, region.county, region.town].filter(Boolean).join('');
    return where ? `${name}（${where}）` : name;
  };
}

/** 按最近一年2023年; where another year holds far more reports, with how many each holds. */
export function tookYear({ say, query, library }: Task, selection: Pick<Selection, 'byDefault' | 'years'>) {
  const year = selection.years.at(-1);
  if (!selection.byDefault || year === undefined || query.yearsFrom !== 'default') return {};
  const taken = say(`按最近一年${year}年`, `newest year held: ${year}`);
  if (query.agencies.length > 0) return { tookYear: taken };
  const held = rowsOfYear(library, year).length;
  const fuller = fullestYear(library);
  const count = fuller === undefined ? 0 : rowsOfYear(library, fuller).length;
  if (fuller === undefined || count < muchMore * held) return { tookYear: taken };
  return {
    tookYear: say(
      `${taken}，收录${held}份；${fuller}年有${count}份，要查请写明年份`,
      `${taken} (${held} reports); ${fuller} has ${count}: name the year to ask for it`,
    ),
  };
}

/** A year with so many times the reports of the newest one is worth telling of. */
const muchMore = 2;

/** The year of most reports, the newest of equals. */
function fullestYear(library: Library): number | undefined {
  const years = heldYears(library, { agencies: [], filter: {} });
  return years.reduce<number | undefined>((best, year) => {
    const most = best === undefined ? -1 : rowsOfYear(library, best).length;
    return rowsOfYear(library, year).length >= most ? year : best;
  }, undefined);
}

/** 2022、2023年 · 2019—2023年 */
export function yearsText(years: readonly number[], { say }: Pick<Task, 'say'>): string {
  const first = years[0];
  const last = years.at(-1);
  if (first === undefined || last === undefined) return '';
  const unbroken = years.length > 2 && last - first === years.length - 1;
  const text = unbroken ? `${first}—${last}` : years.join(say('、', ', '));
  return say(`${text}年`, text);
}

/** The agencies, years and reports of opened reports, for the answer's data. */
export function restingOn(reports: readonly Report[]): Pick<Answer, 'agencies' | 'years' | 'reports'> {
  return {
    agencies: [...new Set(reports.map((report) => report.agency.name))],
    years: [...new Set(reports.map((report) => report.year))].sort((a, b) => a - b),
    reports: reports.map((report) => report.id),
  };
}

/** 甲局、乙局等: the first few; how many there are is told beside them. */
export function nameSome(names: readonly string[], say: Task['say'], limit = 5): string {
  const some = names.slice(0, limit).join(say('、', ', '));
  return names.length > limit ? say(`${some}等`, `${some} and more`) : some;
}

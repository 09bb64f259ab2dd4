import type { Finding } from '../../model/finding.ts';
import type { HeldAgency, Library } from '../../model/library.ts';
import type { Report } from '../../model/report.ts';
import { labelOf, printed, quotations } from '../cells.ts';
import type { Check } from '../check.ts';

const compared = [
  'applications.newReceived.total',
  'disclosure.permits.decisions',
  'disclosure.penalties.decisions',
];

/** The government whose figures should contain this organ's: of the county for its bureaus and towns. */
function superiorOf(report: Report, library: Library): HeldAgency | undefined {
  const { province, city, county } = report.agency.region;
  if (report.agency.kind === 'government') return undefined;
  return library.agencies.find(
    (agency) =>
      agency.kind === 'government' &&
      !agency.region.town &&
      agency.region.county === county &&
      agency.region.city === city &&
      agency.region.province === province &&
      (county ?? city ?? province) !== undefined,
  );
}

export const superiorSmaller: Check = {
  id: 'superior-smaller',
  title: '上级数量小于下级',
  formula: '同一地区人民政府年报的数量应不小于其所属部门、乡镇的数量（人民政府年报汇总全地区时）',
  severities: ['notice'],
  example: '县人民政府年报新收申请 0 件，县自然资源局同年新收 54 件：县级年报可能只统计本级。',
  needs: 'library',
  run: ({ report, library }) => {
    const superior = library && superiorOf(report, library);
    const id = superior?.reports.get(report.year);
    const above = id ? library?.report(id) : undefined;
    if (!superior || !above) return [];
    return compared.flatMap((reading): Finding[] => {
      const own = printed(report, reading);
      const theirs = printed(above, reading);
      if (own === undefined || theirs === undefined || theirs >= own) return [];
      return [
        {
          rule: 'superior-smaller',
          severity: 'notice',
          message: `“${labelOf(reading)}”为 ${own}，大于${superior.name}同年年报的 ${theirs}，后者可能只统计本级`,
          readings: [reading],
          printed: own,
          computed: null,
          quotations: quotations(report, [reading]),
        },
      ];
    });
  },
};

import type { Finding } from '../../model/finding.ts';
import type { Holding, Library } from '../../model/library.ts';
import type { Region } from '../../model/report.ts';
import { labelOf, quotations } from '../cells.ts';
import type { Check } from '../check.ts';
import { anyDoubtful } from '../doubt.ts';

const compared = [
  'applications.newReceived.total',
  'disclosure.permits.decisions',
  'disclosure.penalties.decisions',
];

interface Area {
  /** Row of the report of the area's government. */
  government: number | undefined;
  /** Rows of its bureaus, towns and other organs. */
  members: number[];
}

/** Held reports by area and year, made once for each state of a library. */
const areasOf = new WeakMap<Library, { revision: number; areas: Map<string, Area> }>();

function areas(library: Library): Map<string, Area> {
  const known = areasOf.get(library);
  if (known?.revision === library.revision) return known.areas;
  const made = new Map<string, Area>();
  for (const [row, holding] of library.holdings.entries()) {
    const key = areaKey(holding.region, holding.year);
    if (!key) continue;
    const area = made.get(key) ?? { government: undefined, members: [] };
    if (isGovernment(holding)) area.government = row;
    else area.members.push(row);
    made.set(key, area);
  }
  areasOf.set(library, { revision: library.revision, areas: made });
  return made;
}

function areaKey({ province, city, county }: Region, year: number): string | undefined {
  if (!province && !city && !county) return undefined;
  return [province, city, county, year].join('|');
}

function isGovernment(holding: Pick<Holding, 'kind' | 'region'>): boolean {
  return holding.kind === 'government' && !holding.region.town;
}

interface Pair {
  reading: string;
  above: Holding;
  below: Holding;
  values: { above: number; below: number };
}

/** Readings of which a subordinate prints more than its government. */
function contradictions(library: Library, government: number, members: readonly number[]): Pair[] {
  const above = library.holdings[government];
  if (!above) return [];
  return compared.flatMap((reading) => {
    const column = library.column(reading);
    const whole = column.at(government).value;
    if (whole === null) return [];
    return members.flatMap((row): Pair[] => {
      const below = library.holdings[row];
      const part = column.at(row).value;
      if (!below || part === null || part <= whole) return [];
      return [{ reading, above, below, values: { above: whole, below: part } }];
    });
  });
}

function message({ reading, above, below, values }: Pair, own: boolean): string {
  const what = labelOf(reading);
  return own
    ? `“${what}”为 ${values.above}，小于${below.agency}同年年报的 ${values.below}，可能只统计了本级`
    : `“${what}”为 ${values.below}，大于${above.agency}同年年报的 ${values.above}，后者可能只统计了本级`;
}

/** Of many subordinates the one that says most is enough. */
function largestEach(pairs: readonly Pair[]): Pair[] {
  const largest = new Map<string, Pair>();
  for (const pair of pairs) {
    const known = largest.get(pair.reading);
    if (!known || known.values.below < pair.values.below) largest.set(pair.reading, pair);
  }
  return [...largest.values()];
}

export const superiorSmaller: Check = {
  id: 'superior-smaller',
  title: '上级数量小于下级',
  formula: '同一地区人民政府年报的数量应不小于其所属部门、乡镇的数量（人民政府年报汇总全地区时）',
  severities: ['notice'],
  example: '县人民政府年报新收申请 0 件，县自然资源局同年新收 54 件：县级年报可能只统计本级。',
  needs: 'library',
  run: ({ report, library }) => {
    if (!library) return [];
    const area = areas(library).get(areaKey(report.agency.region, report.year) ?? '');
    if (area?.government === undefined) return [];
    const superior = isGovernment(report.agency);
    const members = superior
      ? area.members
      : area.members.filter((row) => library.holdings[row]?.agencyId === report.agency.id);
    return largestEach(contradictions(library, area.government, members)).flatMap((pair): Finding[] => {
      if (anyDoubtful(report, [pair.reading])) return [];
      return [
        {
          rule: 'superior-smaller',
          severity: 'notice',
          message: message(pair, superior),
          readings: [pair.reading],
          printed: superior ? pair.values.above : pair.values.below,
          computed: null,
          quotations: quotations(report, [pair.reading]),
        },
      ];
    });
  },
};

import type { HeldAgency } from '../../model/library.ts';
import type { Filter } from '../../model/query.ts';
import type { Region } from '../../model/report.ts';
import type { Frame } from '../read/frame.ts';
import type { RegionLevel } from '../span.ts';
import type { Setting } from '../understanding.ts';

const levelOf: Record<string, RegionLevel> = {
  省: 'province',
  市: 'city',
  州: 'city',
  盟: 'city',
  县: 'county',
  区: 'county',
  旗: 'county',
  镇: 'town',
  乡: 'town',
};

/** 全县 without a name: the county of those talked of, else the one at home; unknown where they lie in several. */
export function wholeRegion(frame: Frame, { context, library, home }: Setting): Filter['region'] {
  const talked = context?.query.agencies.flatMap((id) => library.agency(id)?.region ?? []) ?? [];
  const regions = talked.length > 0 ? talked : home ? [home] : [];
  return named(frame.whole, regions);
}

/** 占全县的多少: the county of the agency itself. */
export function regionOfAll(frame: Frame, agency: HeldAgency | undefined): Filter['region'] {
  return agency && named(frame.whole, [agency.region]);
}

function named(whole: string | undefined, regions: readonly Region[]): Filter['region'] {
  const level = levelOf[/^全(.)/.exec(whole ?? '')?.[1] ?? ''];
  const names = new Set(level ? regions.map((region) => region[level] ?? '') : []);
  const [name] = names;
  return level && name && names.size === 1 ? { level, name } : undefined;
}

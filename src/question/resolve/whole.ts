import type { HeldAgency, Library } from '../../model/library.ts';
import type { Filter } from '../../model/query.ts';
import type { Region } from '../../model/report.ts';
import type { Frame } from '../read/frame.ts';
import { heldPlaces } from '../recognise/regions.ts';
import type { RegionLevel } from '../span.ts';
import type { Setting } from '../understanding.ts';
import type { Scope } from './scope.ts';

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

/** 全县 where nobody said which and several are held: the answer is about all of them, and says so. */
export function unclearWhole(frame: Frame, scope: Scope, library: Library): string | undefined {
  const level = levelOf[/^全(.)/.exec(frame.whole ?? '')?.[1] ?? ''];
  if (!level || scope.agencies.length > 0 || scope.filter.region || frame.named.regions.length > 0)
    return undefined;
  if (heldPlaces(library).all(level).length < 2) return undefined;
  return frame.sentence.language === 'en'
    ? `Which ${level} is meant was not said; the figures are of everything held.`
    : `没有说是哪个${frame.whole?.slice(1)}，以下是收录的全部单位的数。`;
}

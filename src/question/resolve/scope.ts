import type { HeldAgency, Holding, Library } from '../../model/library.ts';
import type { Filter, Query } from '../../model/query.ts';
import type { Frame } from '../read/frame.ts';
import { type AgencySlot, areCompared, type RegionSlot } from '../read/places.ts';
import { levels } from '../recognise/regions.ts';

/** Whom the question is about, once it is known whether it asks for single agencies or for a group. */
export interface Scope {
  agencies: HeldAgency[];
  from: Query['agenciesFrom'];
  filter: Filter;
  /** A name that fits several agencies: they are asked back. */
  unclear?: { text: string; ids: string[]; region?: RegionSlot };
}

export function passes(agency: Pick<Holding, 'region' | 'kind'>, filter: Filter): boolean {
  const { region, kinds } = filter;
  if (region && agency.region[region.level] !== region.name) return false;
  return !kinds || kinds.includes(agency.kind);
}

/** `asGroup`: regions narrow down a group; otherwise a region stands for its government. */
export function readScope(frame: Frame, library: Library, asGroup: boolean): Scope {
  const { agencies, regions } = frame.named;
  const scope: Scope = { agencies: [], from: 'all', filter: {} };
  if (frame.kinds.length > 0 && agencies.length === 0) scope.filter.kinds = frame.kinds;
  for (const slot of agencies) take(scope, library, slot);
  const [region] = regions;
  if (asGroup && region && agencies.length === 0 && !areCompared(frame)) {
    scope.filter.region = { ...region.place };
    return scope;
  }
  for (const slot of regions) takeRegion(scope, library, slot);
  if (scope.agencies.length > 0) {
    scope.from = 'question';
    delete scope.filter.kinds;
  }
  return scope;
}

function take(scope: Scope, library: Library, slot: AgencySlot): void {
  const [only] = slot.ids;
  if (slot.ids.length > 1) scope.unclear ??= { text: slot.span.text, ids: slot.ids };
  else if (only !== undefined) include(scope, library, only);
}

function takeRegion(scope: Scope, library: Library, slot: RegionSlot): void {
  const only = slot.government ?? onlyOwn(library, slot);
  if (only !== undefined) include(scope, library, only);
  else scope.unclear ??= { text: slot.span.text, ids: slot.members, region: slot };
}

/** The one agency held of a region, if it is the region's own: a township is no answer for its county. */
function onlyOwn(library: Library, slot: RegionSlot): string | undefined {
  const [id] = slot.members;
  const region = slot.members.length === 1 && id !== undefined ? library.agency(id)?.region : undefined;
  return region && levels.findLast((level) => region[level]) === slot.place.level ? id : undefined;
}

function include(scope: Scope, library: Library, id: string): void {
  const agency = library.agency(id);
  if (agency && !scope.agencies.includes(agency)) scope.agencies.push(agency);
}

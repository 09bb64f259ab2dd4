import type { Query } from '../../model/query.ts';
import type { Plan } from '../decide/clues.ts';
import type { Frame } from '../read/frame.ts';
import { regionsApart } from '../read/places.ts';

const comparing: readonly Plan['kind'][] = ['comparison', 'ranking', 'aggregate', 'value', 'list'];

/**
 * 云川省和岱南省哪个收到的申请多, 澄阳县和望溪县的乡镇谁多: regions whose agencies are added up, because nothing is
 * held of the regions themselves, or because a kind of agency within them is meant.
 */
export function groupsOf(frame: Frame, plan: Plan): Query['groups'] {
  if (!comparing.includes(plan.kind) || plan.position || frame.metrics.wanted.length === 0) return undefined;
  const regions = regionsApart(frame.named);
  const [first] = regions;
  if (!first || regions.length < 2 || frame.named.agencies.length > 0 || frame.conditions.length > 0)
    return undefined;
  if (regions.some((slot) => slot.place.level !== first.place.level)) return undefined;
  const governed = regions.every((slot) => slot.government !== undefined);
  if (governed && frame.kinds.length === 0) return undefined;
  return regions.map((slot) => ({ ...slot.place }));
}

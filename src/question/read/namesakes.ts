import type { HeldAgency } from '../../model/library.ts';
import type { Region } from '../../model/report.ts';
import { levels } from '../recognise/regions.ts';
import type { Span } from '../span.ts';
import type { Setting } from '../understanding.ts';
import { fits } from './neighbours.ts';
import type { AgencySlot } from './places.ts';

/** Several agencies of one name: the regions named elsewhere, then the talk, then the home decide. */
export function narrowed(
  span: Span,
  ids: string[],
  regions: readonly Span[],
  used: Set<Span>,
  setting: Setting,
  notes: string[],
): AgencySlot[] {
  const { library, context, home } = setting;
  if (ids.length > 1) {
    const chosen = regions
      .filter((region) => !used.has(region))
      .flatMap((region) => {
        const inside = ids.filter((id) => fits(library, id, region));
        if (inside.length === 1) used.add(region);
        return inside.length === 1 ? [{ span, ids: inside }] : [];
      });
    if (chosen.length > 0) return chosen;
    const talk = context?.query.agencies.flatMap((id) => library.agency(id) ?? []) ?? [];
    const over = context?.query.filter.region;
    const talked: Region | undefined = over ? { [over.level]: over.name } : undefined;
    for (const [where, region] of [
      ['前文', talk.length === 1 ? talk[0]?.region : talked],
      ['所在地区', home],
    ] as const) {
      const near =
        region &&
        nearest(
          ids.flatMap((id) => library.agency(id) ?? []),
          region,
        );
      if (!near) continue;
      notes.push(`“${span.text}”有 ${ids.length} 家同名，按${where}取${near.name}。`);
      return [{ span, ids: [near.id] }];
    }
  }
  return [{ span, ids }];
}

/** The one agency that shares a deeper level with the region than all others; at least the city. */
function nearest(agencies: readonly HeldAgency[], region: Region): HeldAgency | undefined {
  for (const level of levels.toReversed()) {
    if (!region[level] || level === 'province') continue;
    const inside = agencies.filter((agency) => agency.region[level] === region[level]);
    if (inside.length === 1) return inside[0];
    if (inside.length > 1) return undefined;
  }
  return undefined;
}

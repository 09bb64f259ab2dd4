import type { AgencyCandidate } from '../../model/library.ts';
import { type HeldPlaces, heldPlaces, levels, liesIn, type PlaceName } from '../recognise/regions.ts';
import { type Span, sense } from '../span.ts';
import type { Setting } from '../understanding.ts';
import { withElliptic } from './elliptic.ts';
import { narrowed } from './namesakes.ts';
import { belongsTo, fits, followingName, regionsBefore, tellsWhere } from './neighbours.ts';
import { ownOrgan } from './own-organ.ts';
import type { Sentence } from './sentence.ts';

/** One naming of an agency: one id when it is clear, several when they fit equally well. */
export interface AgencySlot {
  span: Span;
  ids: string[];
}

/** A bare region: its government if that is held; else whatever is held there. */
export interface RegionSlot {
  span: Span;
  place: PlaceName;
  government?: string;
  members: string[];
}

export interface Named {
  agencies: AgencySlot[];
  regions: RegionSlot[];
  /** Agencies and places of which nothing is held, as typed. */
  strangers: string[];
  notes: string[];
}

/** Regions that stand for themselves: 云川省 of 云川省的澄阳县 only tells where the other lies. */
export function regionsApart({ agencies, regions }: Pick<Named, 'agencies' | 'regions'>): RegionSlot[] {
  const holds = (slot: RegionSlot, ids: readonly string[]) => ids.every((id) => slot.members.includes(id));
  return regions.filter(
    (slot) =>
      !regions.some((other) => isBelow(other, slot) && holds(slot, other.members)) &&
      (slot.government !== undefined || !agencies.some((other) => holds(slot, other.ids))),
  );
}

/** 秀岭区和北屏市谁…多: two that are named, held or not, and no kind of agency within them: not a group. */
export function areCompared({ named, kinds }: { named: Named; kinds: readonly unknown[] }): boolean {
  const { agencies, regions } = named;
  const own = regions.filter((slot) => slot.government).length + agencies.length;
  return own > 1 || (kinds.length === 0 && regionsApart(named).length + agencies.length > 1);
}

const isBelow = (one: RegionSlot, other: RegionSlot) =>
  levels.indexOf(one.place.level) > levels.indexOf(other.place.level);

/** Who is spoken of: resolves names by the regions beside them, the regions in the question, the talk, the home. */
export function readNames(sentence: Sentence, setting: Setting): Named {
  const { library } = setting;
  const places = heldPlaces(library);
  const named: Named = { agencies: [], regions: [], strangers: [], notes: [] };
  const regionSpans = sentence.spans.filter((span) => sense(span, 'region'));
  const used = new Set<Span>();
  const strangers = sentence.of('stranger').map(({ span }) => span);
  for (const span of strangers) {
    if (used.has(span)) continue;
    let last = span;
    for (let next = followingName(sentence, last); next; next = followingName(sentence, last)) {
      used.add(next);
      last = next;
    }
    named.strangers.push(sentence.text.slice(span.start, last.end));
  }
  for (const { span, sense: s } of sentence.of('agency')) {
    if (used.has(span) || sense(span, 'region')) continue;
    const next = sentence.spans.find((other) => other.start === span.end);
    const twice = s.candidates.filter(
      (c) => next && sense(next, 'agency')?.candidates.some((d) => d.agencyId === c.agencyId),
    );
    if (next && twice.length > 0) used.add(next);
    const fitting = topOf(twice.length > 0 ? twice : s.candidates);
    const chain = regionsBefore(sentence, regionSpans, span);
    const [before] = chain;
    if (!before) {
      named.agencies.push(...narrowed(span, fitting, regionSpans, used, setting, named.notes));
      continue;
    }
    const direct = before.end === span.start;
    // 澄阳和望溪的教育局: each of the regions has its own.
    for (const region of fitting.length > 1 ? chain : [before]) {
      const inside = fitting.filter((id) => (direct ? belongsTo : fits)(library, id, region));
      if (inside.length === 0 && region !== before) continue;
      used.add(region);
      if (inside.length > 0) named.agencies.push({ span: region === before ? span : region, ids: inside });
      else named.strangers.push(sentence.text.slice(region.start, span.end));
    }
  }
  // Towns first: their names repeat, and the region that tells them apart is then no place of its own.
  for (const span of regionSpans.toSorted((a, b) => b.text.length - a.text.length)) {
    if (used.has(span)) continue;
    const slot = regionSlot(span, places, setting);
    if (!slot) continue;
    const governments = places.governments(slot.place).map((agency) => agency.id);
    if (governments.length < 2) named.regions.push(slot);
    else named.agencies.push(...narrowed(span, governments, regionSpans, used, setting, named.notes));
  }
  joinNested(named);
  named.agencies = distinct(named.agencies);
  named.regions = named.regions.filter((slot) => !tellsWhere(slot, named, sentence));
  return ownOrgan(withElliptic(named, sentence, setting), sentence, setting);
}

/** An agency said twice is one: 教育局教育局, or its short name after the full one. */
function distinct(slots: readonly AgencySlot[]): AgencySlot[] {
  return [...new Map(slots.toReversed().map((slot) => [slot.ids.join(), slot])).values()].reverse();
}

/** Candidates as good as the best one. */
function topOf(candidates: readonly AgencyCandidate[]): string[] {
  const best = Math.max(...candidates.map((c) => c.score));
  return candidates.filter((c) => c.score >= best - 0.04).map((c) => c.agencyId);
}

function regionSlot(span: Span, places: HeldPlaces, { context, library }: Setting): RegionSlot | undefined {
  const regions = sense(span, 'region')?.regions ?? [];
  const talk = context?.query.agencies.flatMap((id) => library.agency(id) ?? []) ?? [];
  const known = regions.find((place) => talk.some((agency) => liesIn(agency.region, place)));
  const place = regions.length > 1 ? (known ?? unlikeTowns(regions)) : regions[0];
  if (!place) return undefined;
  const [government] = places.governments(place);
  const members = places.agencies(place).map((agency) => agency.id);
  return { span, place, members, ...(government ? { government: government.id } : {}) };
}

/** A bare name that a county and a town share means the county; towns of one name stay for `agency` to tell. */
function unlikeTowns(regions: readonly PlaceName[]): PlaceName | undefined {
  return [...regions].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level))[0];
}

/** 云川省北屏市: only the deepest of regions that stand side by side is meant. */
function joinNested(named: Named): void {
  named.regions.sort((a, b) => a.span.start - b.span.start);
  named.agencies.sort((a, b) => a.span.start - b.span.start);
  named.regions = named.regions.filter((slot, i) => {
    const next = named.regions[i + 1];
    return !(
      next &&
      slot.span.end === next.span.start &&
      levels.indexOf(next.place.level) > levels.indexOf(slot.place.level)
    );
  });
}

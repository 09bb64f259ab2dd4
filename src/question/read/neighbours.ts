import type { Library } from '../../model/library.ts';
import { levels, liesIn } from '../recognise/regions.ts';
import { type Span, sense } from '../span.ts';
import type { Named, RegionSlot } from './places.ts';
import type { Sentence } from './sentence.ts';

/** Whether an agency lies in one of the regions a span names. */
export function fits(library: Library, id: string, region: Span): boolean {
  const agency = library.agency(id);
  return (
    agency !== undefined && (sense(region, 'region')?.regions ?? []).some((r) => liesIn(agency.region, r))
  );
}

/** A bureau named with its region in front is that region's own: 北屏市教育局 is none of its counties' bureaus. */
export function belongsTo(library: Library, id: string, region: Span): boolean {
  const agency = library.agency(id);
  if (!agency || !fits(library, id, region)) return false;
  const own = levels.findLast((level) => agency.region[level]);
  return own === 'town' || (sense(region, 'region')?.regions ?? []).some((r) => r.level === own);
}

/** The region directly before an agency and those joined to it by 和; the nearest first. */
export function regionsBefore(sentence: Sentence, regions: readonly Span[], agency: Span): Span[] {
  const chain: Span[] = [];
  for (let next: Span | undefined = agency; next; ) {
    const last: Span = next;
    next = regions.findLast((region) =>
      chain.length === 0
        ? adjoins(sentence.text, region, last)
        : region.end <= last.start &&
          /^[和与跟及、,，\s]{1,2}$/.test(sentence.text.slice(region.end, last.start)),
    );
    if (next) chain.push(next);
  }
  return chain;
}

/** Directly before, or with 的 between: 秀岭区的教育局. */
function adjoins(text: string, region: Span, agency: Span): boolean {
  if (region.end > agency.start) return false;
  return /^[的\s]?$/.test(text.slice(region.end, agency.start));
}

/** 北京市海淀区, 清溪县农业农村局: what follows a stranger directly belongs to its name. */
export function followingName(sentence: Sentence, stranger: Span): Span | undefined {
  return sentence.spans.find(
    (span) =>
      (sense(span, 'agency') || sense(span, 'region') || sense(span, 'stranger')) &&
      adjoins(sentence.text, stranger, span),
  );
}

/** 卫健委 in 秀岭区: a region behind the agency's name only tells where it lies. */
export function tellsWhere(slot: RegionSlot, { agencies }: Named, { text }: Sentence): boolean {
  return agencies.some(
    ({ span, ids }) =>
      /^\s*(?:in|of|at)\s+(?:the\s+)?$/.test(text.slice(span.end, slot.span.start)) &&
      ids.every((id) => slot.members.includes(id)),
  );
}

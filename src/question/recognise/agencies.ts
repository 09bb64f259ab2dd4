import type { Library } from '../../model/library.ts';
import type { RegionLevel, Span } from '../span.ts';
import type { HeldPlaces } from './regions.ts';

/** Below this a match is a hint, unless the words are an organ's own short name (`part`): 城管局, not 城管 alone. */
const plain = 0.6;
const organ = /(?:局|委|办|中心|厅|院|站|所|队|处|镇|乡|街道|政府|部|会|公司|行|社|馆|校|室)$/;

/** Agencies held, as the library finds them. */
export function recogniseAgencies(text: string, library: Library): Span[] {
  return library.findAgencies(text).flatMap(({ start, end, candidates }): Span[] => {
    const words = text.slice(start, end);
    const usable = candidates.filter((c) => c.score >= plain || (c.how === 'part' && organ.test(words)));
    if (usable.length === 0) return [];
    return [{ start, end, text: words, senses: [{ role: 'agency', candidates: usable }] }];
  });
}

const generic = /(?<![\u4e00-\u9fff])(?:我们|咱们|本|该)?(省|市|县|区|镇|乡)(?:人民)?政府(?!信息)/g;
const ranks: Record<string, RegionLevel> = {
  省: 'province',
  市: 'city',
  县: 'county',
  区: 'county',
  镇: 'town',
  乡: 'town',
};

/** 县政府 without a name: any of the governments of that rank; who asks must be asked back, or has a home. */
export function recogniseGenericGovernments(text: string, places: HeldPlaces): Span[] {
  return [...text.matchAll(generic)].flatMap((match): Span[] => {
    const rank = match[1] ?? '';
    const level = ranks[rank];
    const candidates = level
      ? places
          .all(level)
          .filter((place) => place.name.endsWith(rank))
          .flatMap((place) => places.governments(place))
          .map((agency) => ({ agencyId: agency.id, score: 0.6, how: 'part' as const }))
      : [];
    if (candidates.length === 0) return [];
    const start = match.index;
    return [
      { start, end: start + match[0].length, text: match[0], senses: [{ role: 'agency', candidates }] },
    ];
  });
}

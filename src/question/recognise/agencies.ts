import type { Library } from '../../model/library.ts';
import type { Span } from '../span.ts';

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

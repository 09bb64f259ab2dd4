import type { Library } from '../../model/library.ts';
import type { Span } from '../span.ts';

/** Below this a match is a hint, unless the words are the agency's own short name (`part`) and nobody else's. */
const plain = 0.6;

/** Agencies held, as the library finds them. */
export function recogniseAgencies(text: string, library: Library): Span[] {
  return library.findAgencies(text).flatMap(({ start, end, candidates }): Span[] => {
    const usable = candidates.filter((c) => c.score >= plain || c.how === 'part');
    if (usable.length === 0) return [];
    return [{ start, end, text: text.slice(start, end), senses: [{ role: 'agency', candidates: usable }] }];
  });
}

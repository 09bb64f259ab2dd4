import type { Query } from '../../model/query.ts';
import type { Sentence } from '../read/sentence.ts';
import { heldPlaces } from '../recognise/regions.ts';
import { sense } from '../span.ts';
import type { Setting } from '../understanding.ts';

/** Told with the answer: 青和县教育局 was taken for 青禾县教育局. */
export function withSlips(query: Query, sentence: Sentence, { library }: Setting): Query {
  const places = heldPlaces(library);
  const readAs = sentence.spans.flatMap((span) => {
    const candidates = sense(span, 'agency')?.candidates ?? [];
    const slip = candidates.find(({ agencyId, how }) => how === 'slip' && query.agencies.includes(agencyId));
    const name = slip && library.agency(slip.agencyId)?.name;
    if (name !== undefined) return [{ typed: span.text, name }];
    const [region] = sense(span, 'region')?.regions ?? [];
    if (region === undefined) return [];
    // 秀岭县 of what is 秀岭区 by now.
    const rank = /^县(?![直属级])/.exec(sentence.text.slice(span.end))?.[0] ?? '';
    const otherRank = rank !== '' && !/[省市县区旗镇乡]$/.test(span.text) && !region.name.endsWith(rank);
    const isTypo = candidates.length === 0 && !places.named(span.text);
    return isTypo || otherRank ? [{ typed: span.text + (otherRank ? rank : ''), name: region.name }] : [];
  });
  return readAs.length > 0 ? { ...query, readAs } : query;
}

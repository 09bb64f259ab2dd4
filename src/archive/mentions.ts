import type { NameIndex } from '../../index/name-index.ts';
import type { AgencyCandidate, AgencyMention } from '../model/library.ts';

const ways: ReadonlySet<string> = new Set<AgencyCandidate['how']>([
  'name',
  'alias',
  'short',
  'part',
  'region',
  'slip',
  'pinyin',
]);

/** The name index speaks of ids and free words for how they were found; here they become agencies. */
export function mentionsIn(names: NameIndex, text: string): AgencyMention[] {
  return names.find(text).map((match) => ({
    start: match.start,
    end: match.end,
    text: text.slice(match.start, match.end),
    candidates: match.candidates.map(({ id, score, how }) => ({
      agencyId: id,
      score,
      how: isWay(how) ? how : 'part',
    })),
  }));
}

function isWay(how: string): how is AgencyCandidate['how'] {
  return ways.has(how);
}

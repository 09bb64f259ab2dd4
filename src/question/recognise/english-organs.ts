import { z } from 'zod';
import { loadDataFile } from '../../catalogue/data-file.ts';
import type { HeldAgency, Library } from '../../model/library.ts';
import { type Span, sense } from '../span.ts';
import { type HeldPlaces, levels, liesIn, type PlaceName } from './regions.ts';

/** `data/lexicon/english-organs.json` */
const schema = z.strictObject({
  note: z.string().optional(),
  organs: z.array(
    z.strictObject({ words: z.array(z.string()).min(1), names: z.array(z.string().min(1)).min(1) }),
  ),
  generic: z.array(z.string()).min(1),
});

interface Patterns {
  known: RegExp;
  unknown: RegExp;
  names: ReadonlyMap<string, readonly string[]>;
}

let loaded: Patterns | undefined;

/** No part of a name: which bureau, every department. */
const asking = 'which|each|every|all|the|this|that|any|what|of|by|how|many|in|did|for|a|and|to|other';

function patterns(): Patterns {
  if (loaded) return loaded;
  const { organs, generic } = loadDataFile(schema, 'lexicon', 'english-organs.json');
  const names = new Map(organs.flatMap(({ words, names: of }) => words.map((word) => [word, of] as const)));
  const known = [...names.keys()].sort((a, b) => b.length - a.length).join('|');
  const word = `(?!(?:${asking})\\b)[a-z][a-z-]*`;
  const kinds = generic.join('|');
  const unknown = `${word}(?: and ${word}| ${word}){0,4} (?:${kinds})|(?:${kinds}) (?:of|for) ${word}(?: and ${word}| (?!county|district)${word}){0,2}`;
  const whole = (words: string) => new RegExp(`\\b(?:${words})\\b`, 'g');
  loaded = { known: whole(known), unknown: whole(unknown), names };
  return loaded;
}

const between = /^[\s,]*(?:county|district|city|town(?:ship)?|province|prefecture)?(?:'s)?[\s,]*$/;
const behind = /^\s*(?:of|in|for|,)\s*(?:the\s+)?$/;

/** Qinghe County Education Bureau: the organ of the place beside it, never the government of the place. */
export function recogniseEnglishOrgans(
  text: string,
  found: readonly Span[],
  library: Library,
  places: HeldPlaces,
): Span[] {
  if (!/[a-z]{4}/.test(text)) return [];
  const { known, unknown, names } = patterns();
  const listed = [...text.matchAll(known)];
  const others = [...text.matchAll(unknown)].filter(
    ({ index, 0: { length } }) =>
      !listed.some((one) => one.index < index + length && one.index + one[0].length > index),
  );
  const placed = found.filter((span) => placesOf(span, library).length > 0);
  return [...listed, ...others].map((match) => {
    const phrase = match[0];
    let start = match.index;
    let end = start + match[0].length;
    // What nobody knows may have begun with the place itself.
    const inside = placed.find((span) => span.start === start && span.end < end);
    const front =
      inside ?? placed.find((span) => span.end <= start && between.test(text.slice(span.end, start)));
    const after = placed.find((span) => span.start >= end && behind.test(text.slice(end, span.start)));
    const place = front ?? after;
    if (place) {
      start = Math.min(start, place.start);
      end = Math.max(end, place.end);
    }
    const name = text.slice(start, end);
    const within = place ? placesOf(place, library) : [];
    const agencies = place ? within.flatMap((one) => places.agencies(one)) : library.agencies;
    const fitting = agencies.filter((agency) => isOrgan(agency, names.get(phrase) ?? [], within));
    const meant: Span['senses'][number] =
      fitting.length > 0
        ? {
            role: 'agency',
            candidates: fitting.map(({ id }) => ({ agencyId: id, score: 0.9, how: 'name' as const })),
          }
        : { role: 'stranger', name, place: false };
    return { start, end, text: name, senses: [meant] };
  });
}

/** The place itself and nothing below it: a bureau of a county is none of its city. */
function isOrgan(agency: HeldAgency, names: readonly string[], within: readonly PlaceName[]): boolean {
  if (!names.some((name) => agency.name.endsWith(name))) return false;
  const own = levels.findLast((level) => agency.region[level]);
  return within.length === 0 || within.some((place) => place.level === own);
}

/** What a region or a government stands for as a place. */
function placesOf(span: Span, library: Library): PlaceName[] {
  const regions = sense(span, 'region')?.regions ?? [];
  const governments = (sense(span, 'agency')?.candidates ?? []).flatMap(({ agencyId }): PlaceName[] => {
    const agency = library.agency(agencyId);
    if (!agency || !['government', 'town', 'subdistrict'].includes(agency.kind)) return [];
    const level = levels.findLast((one) => agency.region[one]);
    const name = level && agency.region[level];
    return level && name && liesIn(agency.region, { level, name }) ? [{ level, name }] : [];
  });
  return [...regions, ...governments];
}

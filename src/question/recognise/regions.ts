import type { HeldAgency, Library } from '../../model/library.ts';
import type { Region } from '../../model/report.ts';
import { spellingsOf } from '../../naming/division-spelling.ts';
import { findRegions } from '../../naming/regions.ts';
import { type RegionLevel, type Span, sense } from '../span.ts';
import { isHomophone } from './homophones.ts';

export const levels: readonly RegionLevel[] = ['province', 'city', 'county', 'town'];

export interface PlaceName {
  level: RegionLevel;
  name: string;
}

/** The places of the agencies held. */
export interface HeldPlaces {
  /** Full or short name → places. */
  named(text: string): readonly PlaceName[] | undefined;
  /** Places whose name differs from a misspelt one by one character that sounds the same: 秀领区 for 秀岭区. */
  soundingLike(text: string): readonly PlaceName[] | undefined;
  readonly longest: number;
  all(level: RegionLevel): readonly PlaceName[];
  agencies(place: PlaceName): readonly HeldAgency[];
  /** The governments held of a place (of a town: its own organ); several where places share the name. */
  governments(place: PlaceName): readonly HeldAgency[];
}

const rank = /[省市县区旗镇乡村]$/;
const cache = new WeakMap<Library, { revision: number; places: HeldPlaces }>();

/** Built anew when the library has changed. */
export function heldPlaces(library: Library): HeldPlaces {
  const known = cache.get(library);
  if (known?.revision === library.revision) return known.places;
  const places = collect(library.agencies);
  cache.set(library, { revision: library.revision, places });
  return places;
}

function collect(agencies: readonly HeldAgency[]): HeldPlaces {
  const names = new Map<string, PlaceName[]>();
  const members = new Map<string, HeldAgency[]>();
  let longest = 0;
  for (const agency of agencies) {
    for (const level of levels) {
      const name = agency.region[level];
      if (!name) continue;
      const known = members.get(`${level}|${name}`);
      if (known) known.push(agency);
      else {
        members.set(`${level}|${name}`, [agency]);
        for (const text of formsOf(name, level)) {
          names.set(text, [...(names.get(text) ?? []), { level, name }]);
          longest = Math.max(longest, text.length);
        }
      }
    }
  }
  const agenciesOf = (place: PlaceName) => members.get(`${place.level}|${place.name}`) ?? [];
  return {
    named: (text) => names.get(text),
    soundingLike: (text) => {
      // 青禾乡 sounds much like 青禾县 and is another place.
      const sameRank = (name: string) => !rank.test(text) || text.at(-1) === name.at(-1);
      const alike = [...names.keys()].filter((name) => sameRank(name) && isHomophone(text, name));
      return alike.length === 1 ? names.get(alike[0] ?? '') : undefined;
    },
    longest,
    all: (level) =>
      [...members.keys()].flatMap((key) => {
        const [of, name] = key.split('|');
        return of === level && name ? [{ level, name }] : [];
      }),
    agencies: agenciesOf,
    governments: (place) => governmentsAmong(agenciesOf(place), place),
  };
}

function formsOf(name: string, level: RegionLevel): string[] {
  const { ranked, bare } = spellingsOf(name, level);
  return [...new Set([name, ...ranked, ...bare])].filter((text) => text.length > 1);
}

function governmentsAmong(agencies: readonly HeldAgency[], place: PlaceName): HeldAgency[] {
  const below = levels.slice(levels.indexOf(place.level) + 1);
  const kinds = place.level === 'town' ? ['government', 'town', 'subdistrict'] : ['government'];
  const own = agencies.filter(
    (agency) => kinds.includes(agency.kind) && below.every((level) => !agency.region[level]),
  );
  // Beside 某区人民政府 the committees of its parks are no governments of the place.
  const proper = own.filter((agency) => /(?:政府|办事处)$/.test(agency.name));
  return proper.length > 0 ? proper : own;
}

/** Whether an agency or region lies in a place. */
export function liesIn(region: Region, place: PlaceName): boolean {
  return region[place.level] === place.name;
}

const elsewhere = /^(?:[湖河江峰岭岛寺庙]|乡(?![村镇民])|村(?![民镇])|镇(?![街乡里])|街道)/;

/** 洪泽湖, 洪泽乡 are no 洪泽: a lake, a township or a village that bears the place's bare name. */
export function isLandmark(text: string, words: string, end: number): boolean {
  return elsewhere.test(text.slice(end, end + 2)) && !/[省市县区旗镇乡]$/.test(words);
}

const rankBehind = /^(?:市(?![场政容民直属级])|区(?![划域直属级内里])|县(?![直属级])|[省旗州])/;

/**
 * 青禾市 is another place than 青禾县; 洪泽县 may still be said for what has become 洪泽区. `words` is a bare name.
 */
export function isOtherPlace(
  text: string,
  words: string,
  end: number,
  regions: readonly PlaceName[],
): boolean {
  const said = rankBehind.exec(text.slice(end))?.[0];
  if (said === undefined || rank.test(words)) return false;
  return !regions.some(
    ({ level, name }) => name.endsWith(said) || (said === '县' && level === 'county' && /[区市]$/.test(name)),
  );
}

/** Places of agencies held. */
export function recogniseRegions(text: string, places: HeldPlaces): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < text.length; start++) {
    for (let end = start + 2; end <= Math.min(text.length, start + places.longest); end++) {
      const regions = places.named(text.slice(start, end));
      const words = text.slice(start, end);
      if (regions && !isLandmark(text, words, end) && !isOtherPlace(text, words, end, regions))
        spans.push({ start, end, text: words, senses: [{ role: 'region', regions }] });
    }
  }
  return spans;
}

/** Places of which nothing is held; `known` are the spans of those held. The tables of all places are loaded for it. */
export function recogniseStrangePlaces(text: string, known: readonly Span[], places: HeldPlaces): Span[] {
  const spans: Span[] = [];
  const held = known.filter((span) => sense(span, 'region') || sense(span, 'agency'));
  for (const mention of findRegions(text)) {
    const inside = held.some((span) => span.start <= mention.start && span.end >= mention.end);
    // A place that no table lists is told by its ending alone, so that it may have swallowed words before it.
    const unlisted = mention.candidates.every((candidate) => candidate.code === candidate[candidate.level]);
    const ends = unlisted && held.some((span) => span.start >= mention.start && span.end === mention.end);
    if (inside || ends || sameAsHeld(mention.candidates, places)) continue;
    const { end } = mention;
    const start = unlisted ? end - nameOnly(mention.text).length : mention.start;
    if (end - start < 2) continue;
    const name = text.slice(start, end);
    const meant = unlisted ? places.soundingLike(name) : undefined;
    spans.push({
      start,
      end,
      text: name,
      senses: [meant ? { role: 'region', regions: meant } : { role: 'stranger', name, place: true }],
    });
  }
  return spans;
}

const question = /^.*[的哪各几所有多少谁么请问查和与跟及在被把对是那这每某看绍]/;

/** 有哪些街道, 请问清溪县: without the words of the question; nothing when only the ending is left. */
function nameOnly(text: string): string {
  const name = text.replace(question, '').replace(/^[些个家里]/, '');
  return name.length > 2 || name === text ? name : '';
}

/** Official spellings may differ from those of the reports only in how short they are. */
function sameAsHeld(candidates: readonly Region[], places: HeldPlaces): boolean {
  return candidates.some((candidate) => {
    const deepest = levels.findLast((level) => candidate[level]);
    const name = deepest && candidate[deepest];
    return name !== undefined && (places.named(name) ?? []).some((place) => place.level === deepest);
  });
}

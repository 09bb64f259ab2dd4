import type { AgencyCandidate, AgencyMention, HeldAgency, Library } from '../../model/library.ts';
import { findRegions } from '../../naming/regions.ts';
import type { RegionLevel, Span } from '../span.ts';
import { isHomophone, soundAlike } from './homophones.ts';
import { type HeldPlaces, isLandmark, isOtherPlace, levels, liesIn, type PlaceName } from './regions.ts';

/** Below this a match is a hint, unless the words are an organ's own short name (`part`): 城管局, not 城管 alone. */
const plain = 0.6;
const organ = /(?:局|委|办|中心|厅|院|站|所|队|处|镇|乡|街道|政府|部|会|公司|行|社|馆|校|室)$/;

/** Agencies held, as the library finds them; what does not fit the place named with it is left out. */
export function recogniseAgencies(text: string, library: Library, places: HeldPlaces): Span[] {
  return library.findAgencies(text).flatMap((mention) => {
    const of = mention.text.lastIndexOf('的');
    if (of < 0) return spanOf(text, mention, library, places);
    // 望溪的教育局 is a region and a bureau; the region is recognised by itself.
    const from = mention.start + of + 1;
    return library
      .findAgencies(text.slice(from, mention.end))
      .flatMap((inner) =>
        spanOf(text, { ...inner, start: inner.start + from, end: inner.end + from }, library, places),
      );
  });
}

function spanOf(text: string, mention: AgencyMention, library: Library, places: HeldPlaces): Span[] {
  const { start, end, candidates } = mention;
  const words = text.slice(start, end);
  const bareRank = bare.exec(`${text.slice(0, start)}`)?.[1] ?? leading.exec(words)?.[1];
  const elsewhere = beginsElsewhere(words, places);
  const usable = candidates.filter((candidate) => {
    const { score, how, agencyId } = candidate;
    if (how === 'region' && isLandmark(text, words, end)) return false;
    if (how === 'region' && isOtherPlace(text, words, end, places.named(words) ?? [])) return false;
    const agency = library.agency(agencyId);
    if (!agency) return false;
    if (how === 'name' || how === 'alias') return score >= plain;
    if (elsewhere || (bareRank !== undefined && !hasRank(agency, bareRank))) return false;
    const sounds = how === 'slip' && isHomophone(words, agency.name.slice(-words.length));
    const short = (how === 'part' && organ.test(words)) || (how === 'pinyin' && words.length > 4);
    return (score >= plain || short || sounds) && fitsPlace(words, agency, how, places);
  });
  return usable.length === 0
    ? []
    : [{ start, end, text: words, senses: [{ role: 'agency', candidates: usable }] }];
}

/** 市教育局: a rank without a name, before the words or at their beginning. */
const bare = /(?:^|[^\u4e00-\u9fff]|[我本咱])([省市县区])$/u;
const leading = /^([省市县区])(?![场监政容民域划直属级])/;

function hasRank(agency: HeldAgency, said: string): boolean {
  const own = levels.findLast((level) => agency.region[level]);
  const name = own === undefined ? '' : (agency.region[own] ?? '');
  return own === 'town' || name === '' || name.endsWith(said) || (said === '县' && /[区市]$/.test(name));
}

/** 青县教育局 is no short name of 青禾县教育局: 青县 is a place of its own. */
function beginsElsewhere(words: string, places: HeldPlaces): boolean {
  const place = /^[\u4e00-\u9fff]{1,3}?[省市县区旗](?![场监政])/u.exec(words)?.[0];
  if (place === undefined || places.named(place)) return false;
  return findRegions(place).some(
    ({ start, end, candidates }) =>
      start === 0 && end === place.length && candidates.some((one) => one.code !== one[one.level]),
  );
}

/** 北屏市财政局 is not 北屏市澄阳县财政局, nor is 清溪县财政局 a slip for 望溪县财政局. */
function fitsPlace(
  words: string,
  agency: HeldAgency,
  how: AgencyCandidate['how'],
  places: HeldPlaces,
): boolean {
  const own = levels.findLast((level) => agency.region[level]);
  if (!own) return true;
  if (how === 'slip' && isOtherRank(words, agency.region[own] ?? '')) return false;
  const said = placesInFront(words, places);
  if (!said) return false;
  const deepest = levels.findLast((level) => said.some((place) => place.level === level));
  if (deepest) {
    if (!said.some((place) => place.level === deepest && liesIn(agency.region, place))) return false;
    return deepest === own || (own === 'town' && words.includes((agency.region.town ?? '').slice(0, 2)));
  }
  return how !== 'slip' || soundsLike(words, agency.region[own] ?? '');
}

/** 青禾市教育局 is no slip for 青禾县教育局; 洪泽县 may still be said for what has become 洪泽区. */
function isOtherRank(words: string, place: string): boolean {
  const bare = place.slice(0, -1);
  const behind = bare.length > 1 && words.startsWith(bare) ? words.slice(bare.length) : '';
  const said = /^(?:市(?![场政民容])|区(?!划)|乡(?!村)|[省县旗镇])/.exec(behind)?.[0] ?? '';
  const held = place.at(-1) ?? '';
  return said !== '' && said !== held && !(said === '县' && /[区市]/.test(held));
}

/** The places that a name begins with, each on one level: 云川省北屏市 …; undefined when they leave one character. */
function placesInFront(words: string, places: HeldPlaces): PlaceName[] | undefined {
  const found: PlaceName[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(places.longest, words.length - at);
    while (length > 1 && !places.named(words.slice(at, at + length))) length--;
    if (length < 2) break;
    found.push(...(places.named(words.slice(at, at + length)) ?? []));
    at += length;
    // 县委, 区办: a single character behind the place abbreviates nothing that could be told.
    if (words.length - at === 1) return undefined;
  }
  return found;
}

/** A misspelt place must at least sound like the right one; otherwise it is another place. */
function soundsLike(words: string, place: string): boolean {
  const pairs = [0, 1].map((at) => [words[at] ?? '', place[at] ?? ''] as const);
  if (pairs.every(([typed, right]) => typed !== right)) return true;
  return pairs.every(([typed, right]) => typed === right || soundAlike(typed, right));
}

const generic =
  /(?:我们|咱们|本|该|我|咱)?(省|市|县|区|镇|乡)(?:(?:人民)?政府|府(?![邸库])|[里上](?![面边头述级访报交传网游学车]))(?:(?=信息公开)(信息公开(?:工作)?(?:年度)?(?:报告|年报)?))?(?!信息)/g;
/** A single character before it that belongs to no name; at the beginning it might: 和县. */
const joint = /.[的和与跟同及把对给问看查找让按由年度后前间下是在]$/u;
const genericEnglish =
  /(?<=^|\b(?:the|our|this|your|local) )(county|district|city|municipal|provincial|township|town) government\b/g;
/** Of what a place of that rank ends in. */
const englishRanks: Record<string, string> = {
  county: '县',
  district: '区',
  city: '市',
  municipal: '市',
  provincial: '省',
  township: '乡',
  town: '镇',
};
const ranks: Record<string, RegionLevel> = {
  省: 'province',
  市: 'city',
  县: 'county',
  区: 'county',
  镇: 'town',
  乡: 'town',
};

/** 县政府, 县府 without a name: any of the governments of that rank; who asks must be asked back, or has a home. */
export function recogniseGenericGovernments(
  text: string,
  words: readonly Span[],
  places: HeldPlaces,
): Span[] {
  const ends = new Set(words.filter((word) => word.end - word.start > 1).map((word) => word.end));
  return [...text.matchAll(generic), ...text.matchAll(genericEnglish)].flatMap((match): Span[] => {
    const before = text.slice(0, match.index);
    const free = !/\p{Script=Han}$/u.test(before) || ends.has(match.index) || joint.test(before);
    if (!free) return [];
    const rank = englishRanks[match[1] ?? ''] ?? match[1] ?? '';
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
    const senses: Span['senses'] = [{ role: 'agency', candidates }];
    if (match[2] !== undefined) senses.push({ role: 'intent', intent: 'report' });
    return [{ start, end: start + match[0].length, text: match[0], senses }];
  });
}

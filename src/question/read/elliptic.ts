import { levels } from '../recognise/regions.ts';
import type { Setting } from '../understanding.ts';
import type { Named, RegionSlot } from './places.ts';
import type { Sentence } from './sentence.ts';

/** What may stand behind a region that stands for more than itself. */
const nothing = /^(?:[呢谁哪比相对吗，,。?？!！\s\d]|$)/u;
/** A region and nothing more. */
const alone = /^呢?[吗，,。?？!！\s]*$/u;

/**
 * 澄阳的教育局和望溪的比, and after a question about 澄阳县教育局 望溪的呢: the other region's organ of the same name. A
 * region whose government is held stands for itself beside other words, unless 的 is said.
 */
export function withElliptic(named: Named, sentence: Sentence, { library, context }: Setting): Named {
  const { agencies, strangers } = named;
  if (agencies.length > 1 || strangers.length > 0) return named;
  const like = agencies[0] ? agencies[0].ids : talkedOf(context);
  const [id] = like;
  if (id === undefined || like.length > 1) return named;
  const lost = context?.query.kind === 'not-held';
  const found: Named['agencies'] = [];
  const missing: string[] = [];
  const regions = named.regions.filter((region) => {
    if (!isElliptic(region, sentence)) return true;
    const same = sameOrgan(region, id, library, lost);
    if (same !== undefined) found.push({ span: region.span, ids: [same] });
    else if (lacks(region, id, library)) missing.push(`${region.place.name}${coreOf(id).slice(1)}`);
    else return true;
    return false;
  });
  return {
    ...named,
    agencies: [...agencies, ...found],
    regions,
    strangers: [...strangers, ...missing],
  };
}

/** After 岚皋县农业农村局, which is not held, 望溪的呢 means that bureau, if it is the one talked of before, too. */
function talkedOf(context: Setting['context']): readonly string[] {
  if (!context) return [];
  const { query, recent } = context;
  const sought = query.kind === 'not-held' ? query.wanted?.agency : undefined;
  if (sought === undefined) return query.agencies;
  return recent.filter((id) => sought.endsWith(coreOf(id).slice(1))).slice(-1);
}

const coreOf = (id: string) => id.slice(id.lastIndexOf('|'));

function isElliptic({ government, span }: RegionSlot, { text }: Sentence): boolean {
  const rest = text.slice(span.end);
  if (rest.startsWith('的')) return nothing.test(rest.slice(1));
  return government === undefined ? nothing.test(rest) : alone.test(rest) && text.length - rest.length < 8;
}

/** The one organ of the region itself that bears the name of the other; its id ends in the name without the place. */
function sameOrgan(
  region: RegionSlot,
  like: string,
  library: Setting['library'],
  orItself: boolean,
): string | undefined {
  const core = coreOf(like);
  const [same, ...others] = region.members.filter((id) => {
    const own = library.agency(id)?.region;
    return (
      (orItself || id !== like) &&
      id.endsWith(core) &&
      levels.findLast((level) => own?.[level]) === region.place.level
    );
  });
  return others.length === 0 ? same : undefined;
}

/** After 望溪县公安局 澄阳的呢 is no question about the county's government, though only that is held there. */
function lacks({ government, place }: RegionSlot, like: string, library: Setting['library']): boolean {
  const kind = library.agency(like)?.kind;
  const own = kind === 'bureau' || kind === 'centre';
  return own && government !== undefined && ['city', 'county'].includes(place.level);
}

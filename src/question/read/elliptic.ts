import { levels } from '../recognise/regions.ts';
import type { Setting } from '../understanding.ts';
import type { Named, RegionSlot } from './places.ts';
import type { Sentence } from './sentence.ts';

/** What may stand behind a region that stands for more than itself. */
const nothing = /^(?:[呢谁哪比相对吗，,。?？!！\s\d]|$)/u;

/**
 * 澄阳的教育局和望溪的比, and after a question about 澄阳县教育局 望溪的呢: the other region's organ of the same name.
 * A region whose government is held stands for itself unless 的 is said.
 */
export function withElliptic(named: Named, sentence: Sentence, { library, context }: Setting): Named {
  const { agencies, strangers } = named;
  if (agencies.length > 1 || strangers.length > 0) return named;
  const like = agencies[0] ? agencies[0].ids : (context?.query.agencies ?? []);
  const [id] = like;
  if (id === undefined || like.length > 1) return named;
  const found: Named['agencies'] = [];
  const regions = named.regions.filter((region) => {
    const same = isElliptic(region, sentence) ? sameOrgan(region, id, library) : undefined;
    if (same !== undefined) found.push({ span: region.span, ids: [same] });
    return same === undefined;
  });
  return { ...named, agencies: [...agencies, ...found], regions };
}

function isElliptic({ government, span }: RegionSlot, { text }: Sentence): boolean {
  const rest = text.slice(span.end);
  if (rest.startsWith('的')) return nothing.test(rest.slice(1));
  return government === undefined && nothing.test(rest);
}

/** The one organ of the region itself that bears the name of the other; its id ends in the name without the place. */
function sameOrgan(region: RegionSlot, like: string, library: Setting['library']): string | undefined {
  const core = like.slice(like.lastIndexOf('|'));
  const [same, ...others] = region.members.filter((id) => {
    const own = library.agency(id)?.region;
    return (
      id !== like && id.endsWith(core) && levels.findLast((level) => own?.[level]) === region.place.level
    );
  });
  return others.length === 0 ? same : undefined;
}

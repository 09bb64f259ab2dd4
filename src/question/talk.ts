import type { Answer } from '../model/answer.ts';
import type { Library } from '../model/library.ts';
import type { Query } from '../model/query.ts';
import type { TalkContext } from './understanding.ts';

/** Kinds whose answer lists agencies that 第二个 can mean. */
const listing = ['ranking', 'list', 'comparison', 'passages', 'aggregate'];

/** Agencies in the order in which an answer lists them. */
export function itemsOf(query: Query, answer: Answer): string[] {
  if (!listing.includes(query.kind)) return [];
  const shown = answer.values.length > 0 ? answer.values : answer.passages;
  const names = shown.length > 0 ? shown.map((item) => item.agency) : answer.agencies;
  return [...new Set(names)];
}

/** Whom 它 means where the question before named nobody: the only one listed, else the one talked of last. */
export function theOne({ query, items, recent }: TalkContext, library: Library): string | undefined {
  // After a name that is not held 它 is that one, and nobody else.
  if (query.agencies.length > 0 || query.kind === 'not-held') return undefined;
  if (query.order?.positionOf !== undefined) return query.order.positionOf;
  if (items.length === 1) return idOf(items[0] ?? '', library);
  return items.length === 0 ? recent.at(-1) : undefined;
}

/** The agency that the last answer listed under a number, counting from 1. */
export function itemAt(context: TalkContext, ordinal: number, library: Library): string | undefined {
  const name = context.items[ordinal - 1];
  return name === undefined ? undefined : idOf(name, library);
}

function idOf(name: string, library: Library): string | undefined {
  const found = library.findAgencies(name)[0]?.candidates[0]?.agencyId;
  const same = (id: string) => {
    const agency = library.agency(id);
    return agency !== undefined && (agency.name === name || agency.aliases.includes(name));
  };
  return found !== undefined && same(found) ? found : library.agencies.find((agency) => same(agency.id))?.id;
}

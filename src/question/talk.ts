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

/**
 * Whom 它 means where the question before named nobody: the only one listed, the first of a ranking (谁最高), else the one
 * talked of last. Several that were listed: all of them, to be asked back.
 */
export function thoseMeant({ query, items, recent }: TalkContext, library: Library): string[] {
  // After a name that is not held 它 is that one, and nobody else.
  if (query.agencies.length > 0 || query.kind === 'not-held') return [];
  if (query.order?.positionOf !== undefined) return [query.order.positionOf];
  if (items.length === 0) return recent.slice(-1);
  const listed =
    query.kind === 'ranking' && (query.order?.limit ?? 0) <= foremost ? items.slice(0, 1) : items;
  return listed.flatMap((name) => idOf(name, library) ?? []);
}

/** 谁最多 shows so many; its answer is the first of them. */
const foremost = 5;

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

/** The name that the talk is about and that nobody holds. */
export function unheldName({ query }: TalkContext): string | undefined {
  return query.kind === 'not-held' && query.agencies.length === 0 ? query.wanted?.agency : undefined;
}

/** How many passages or agencies an answer shows, together with those shown before it. */
export function shownIn({ kind, skip = 0 }: Query, { blocks }: Answer): number {
  if (kind === 'passages') return skip + blocks.filter((block) => block.kind === 'quote').length;
  if (kind !== 'list') return 0;
  return blocks.reduce((count, block) => (block.kind === 'list' ? count + block.items.length : count), skip);
}

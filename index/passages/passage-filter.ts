import type { PassageSearchOptions } from '../passage-index.ts';
import type { OwnerTable } from './owner-table.ts';
import type { DocumentRange } from './top-search.ts';

/** What of an index a search may see. */
export interface PassageFilter {
  accept?: (id: unknown) => boolean;
  ranges?: DocumentRange[];
}

/** So many owners are looked up one by one; more are checked document by document. */
const FEW_OWNERS = 1000;

export function passageFilter(
  owners: OwnerTable,
  { accept, owners: names }: Pick<PassageSearchOptions, 'accept' | 'owners'>,
): PassageFilter {
  const check =
    accept &&
    ((id: unknown) => {
      const { owner, ordinal, tag } = owners.describe(Number(id));
      return accept(owner, ordinal, tag);
    });
  if (!names) return check ? { accept: check } : {};
  const ranges = [...new Set(names)].flatMap((owner) => owners.get(owner) ?? []);
  if (ranges.length <= FEW_OWNERS) {
    const spans = ranges.map(({ first, count }): DocumentRange => [first, first + count]);
    return { ...(check ? { accept: check } : {}), ranges: spans.sort((a, b) => a[0] - b[0]) };
  }
  const wanted = new Uint8Array(owners.names.length);
  for (const { number } of ranges) wanted[number] = 1;
  return { accept: (id) => wanted[owners.ownerOf(Number(id))] === 1 && (check?.(id) ?? true) };
}

import type { PassageSearchOptions } from '../passage-index.ts';
import type { OwnerRange, OwnerTable } from './owner-table.ts';
import type { DocumentRange } from './top-search.ts';

/** What of an index a search may see. */
export interface PassageFilter {
  acceptNumber?: (doc: number) => boolean;
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
    ((doc: number) => {
      const { owner, ordinal, tag } = owners.describe(doc);
      return accept(owner, ordinal, tag);
    });
  if (!names) return check ? { acceptNumber: check } : {};
  const ranges = rangesOf(owners, names);
  if (ranges.length <= FEW_OWNERS) {
    const spans = ranges.map(({ first, count }): DocumentRange => [first, first + count]);
    return { ...(check ? { acceptNumber: check } : {}), ranges: spans.sort((a, b) => a[0] - b[0]) };
  }
  const wanted = new Uint8Array(owners.names.length);
  for (const { number } of ranges) wanted[number] = 1;
  return { acceptNumber: (doc) => wanted[owners.ownerOf(doc)] === 1 && (check?.(doc) ?? true) };
}

function rangesOf(owners: OwnerTable, names: Iterable<string>): OwnerRange[] {
  const ranges: OwnerRange[] = [];
  for (const name of names instanceof Set ? (names as Set<string>) : new Set(names)) {
    const range = owners.get(name);
    if (range) ranges.push(range);
  }
  return ranges;
}

import type { Fingerprints } from './fingerprints.ts';

export interface FoundDocument {
  doc: number;
  score: number;
  terms: string[];
}

/**
 * Accepts of documents with the same words only the first that is met. A search asks last of all whether it may
 * take a document, so that one accepted is among the best or scores too little to be, as its copies do: they
 * differ in nothing but their context.
 */
export function firstOfEach(
  fingerprints: Fingerprints,
  accept?: (id: unknown) => boolean,
): (id: unknown) => boolean {
  const met = new Set<number>();
  return (id) => {
    const words = fingerprints.key(Number(id));
    if (met.has(words) || accept?.(id) === false) return false;
    met.add(words);
    return true;
  };
}

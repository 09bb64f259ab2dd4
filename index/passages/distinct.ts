import type { Fingerprints } from './fingerprints.ts';

export interface FoundDocument {
  doc: number;
  score: number;
  terms: string[];
}

/** Texts are often copied: so many times more is asked for at first than is wanted. */
const FIRST_DEPTH = 3;
const DEEPER = 4;

/** The best documents of different words; asks for more until there are enough. */
export function bestDistinct(
  best: (limit: number) => FoundDocument[],
  limit: number,
  fingerprints: Fingerprints,
): FoundDocument[] {
  for (let depth = limit * FIRST_DEPTH; ; depth *= DEEPER) {
    const found = best(depth);
    const different = new Map<string, FoundDocument>();
    for (const hit of found) {
      const words = fingerprints.of(hit.doc);
      if (!different.has(words)) different.set(words, hit);
    }
    if (different.size >= limit || found.length < depth) return [...different.values()].slice(0, limit);
  }
}

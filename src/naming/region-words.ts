import { z } from 'zod';
import { loadDataFile } from '../catalogue/data-file.ts';

const wordsSchema = z.strictObject({ words: z.array(z.string().min(2)), notAfter: z.string() });
let loaded: { words: ReadonlySet<string>; notAfter: string } | undefined;

/** Words of the language that are also short names of places. */
export function regionWords(): { words: ReadonlySet<string>; notAfter: string } {
  if (!loaded) {
    const data = loadDataFile(wordsSchema, 'lexicon', 'region-words.json');
    loaded = { words: new Set(data.words), notAfter: data.notAfter };
  }
  return loaded;
}

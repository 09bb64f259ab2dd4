import { z } from 'zod';
import { loadDataFile } from './data-file.ts';

/** What problems and measures of part 五 speak of, told from the words that stand in them. */
export interface Theme {
  key: string;
  label: string;
  words: string[];
}

const schema = z.strictObject({
  note: z.string().optional(),
  /** Bits of a number in a column (`points.ts`). */
  themes: z
    .array(
      z.strictObject({
        key: z.string().min(1),
        /** As a person names it: 人员不足、业务能力不强. */
        label: z.string().min(1),
        /** An item that holds one of these speaks of the theme. */
        words: z.array(z.string().min(2)).min(1),
      }),
    )
    .max(31),
});

let loaded: Theme[] | undefined;

/**
 * The themes of `data/lexicon/themes.json`, loaded once.
 * @throws {DataFileError}
 */
export function themes(): readonly Theme[] {
  loaded ??= loadDataFile(schema, 'lexicon', 'themes.json').themes;
  return loaded;
}

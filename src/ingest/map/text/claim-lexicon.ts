import { z } from 'zod';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { DataFileError, loadDataFile } from '../../../catalogue/data-file.ts';
import { pattern } from '../../../naming/pattern.ts';

const id = z.string().min(3);
const schema = z.strictObject({
  note: z.string(),
  filler: pattern,
  contexts: z.record(z.string(), z.strictObject({ needs: pattern, unless: pattern })),
  never: pattern,
  approximate: pattern,
  phrases: z.array(z.strictObject({ about: id, context: z.string(), units: z.string(), before: pattern })),
  units: z.record(z.string(), z.array(z.string())),
  zeros: z.array(
    z.strictObject({ about: z.array(id).min(1), unit: z.string(), unless: pattern, phrase: pattern }),
  ),
  scope: pattern,
});

export interface ClaimPhrase {
  about: string;
  needs: RegExp;
  unless: RegExp;
  before: RegExp;
  units: readonly string[];
}

export interface ClaimLexicon {
  phrases: readonly ClaimPhrase[];
  zeros: readonly { about: readonly string[]; unit: string; unless: RegExp; phrase: RegExp }[];
  /** Words by which a figure is not the year's plain count. */
  never: RegExp;
  approximate: RegExp;
  scope: RegExp;
}

let loaded: ClaimLexicon | undefined;

/** @throws {DataFileError} also when a phrase speaks of an id that the catalogue does not know. */
export function claimLexicon(): ClaimLexicon {
  if (loaded) return loaded;
  const data = loadDataFile(schema, 'lexicon', 'claim-phrases.json');
  const known = catalogue();
  for (const about of [...data.phrases.map((p) => p.about), ...data.zeros.flatMap((p) => p.about)]) {
    if (!known.describe(about))
      throw new DataFileError('data/lexicon/claim-phrases.json', about, 'is no reading of the catalogue');
  }
  const none = '(?!)';
  loaded = {
    phrases: data.phrases.map((phrase) => ({
      about: phrase.about,
      needs: new RegExp(data.contexts[phrase.context]?.needs ?? none),
      unless: new RegExp(data.contexts[phrase.context]?.unless || none),
      before: new RegExp(`(?:${phrase.before})${data.filler}$`),
      units: data.units[phrase.units] ?? [],
    })),
    zeros: data.zeros.map((zero) => ({
      about: zero.about,
      unit: zero.unit,
      unless: new RegExp(zero.unless),
      phrase: new RegExp(zero.phrase),
    })),
    never: new RegExp(data.never),
    approximate: new RegExp(data.approximate),
    scope: new RegExp(data.scope, 'g'),
  };
  return loaded;
}

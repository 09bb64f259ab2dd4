import { z } from 'zod';
import { catalogue } from '../../../catalogue/catalogue.ts';
import { DataFileError, loadDataFile } from '../../../catalogue/data-file.ts';
import { pattern } from '../../../naming/pattern.ts';

const id = z.string().min(3);
const phrase = z.strictObject({
  about: id,
  context: z.string(),
  units: z.string(),
  before: pattern.optional(),
  after: pattern.optional(),
  subject: pattern.optional(),
});
const schema = z.strictObject({
  note: z.string(),
  filler: pattern,
  clauseStart: pattern,
  joined: pattern,
  plainWords: pattern,
  topic: z.strictObject({ opens: pattern, turns: pattern, heading: pattern, goesOn: pattern }),
  contexts: z.record(
    z.string(),
    z.strictObject({ needs: pattern, unless: pattern, later: pattern.optional() }),
  ),
  never: pattern,
  approximate: pattern,
  phrases: z.array(phrase),
  units: z.record(z.string(), z.array(z.string())),
  zeros: z.array(
    z.strictObject({ about: z.array(id).min(1), unit: z.string(), unless: pattern, phrase: pattern }),
  ),
  echoes: z.array(z.strictObject({ about: id, of: z.array(id).min(1), phrase: pattern })),
  scope: pattern,
});
type Data = z.infer<typeof schema>;

export interface ClaimPhrase {
  about: string;
  needs: RegExp;
  unless: RegExp;
  /** The same words one by one, where they may be the object of a later figure; nothing for what needs no context. */
  others: RegExp | undefined;
  /** Words behind the figure by which it counts more than what is meant: 18件，其中涉及信息公开2件. */
  later: RegExp | undefined;
  /** Ends at the figure. */
  before: RegExp;
  /** Begins behind the figure. */
  after: RegExp | undefined;
  /** Stands anywhere before the figure in its sentence. */
  subject: RegExp | undefined;
  units: readonly string[];
}

export interface ClaimLexicon {
  phrases: readonly ClaimPhrase[];
  zeros: readonly { about: readonly string[]; unit: string; unless: RegExp; phrase: RegExp }[];
  /** 收到2件，均予以公开: words that give the figure before them to another row. */
  echoes: readonly { about: string; of: readonly string[]; phrase: RegExp }[];
  /** Words before a phrase by which its figure counts two things together. */
  joined: RegExp;
  /** Words that do not say what is applied for. */
  plainWords: RegExp;
  /** How a paragraph comes to speak of applications, goes on with them, and turns to something else or a new heading. */
  topic: { opens: RegExp; unless: RegExp; turns: RegExp; heading: RegExp; goesOn: RegExp };
  /** Words by which a figure is not the year's plain count. */
  never: RegExp;
  approximate: RegExp;
  scope: RegExp;
}

let data: Data | undefined;
const byYear = new Map<number, ClaimLexicon>();
/** Reports are of some ten years; only nonsense would fill the table. */
const YEARS = 50;

/**
 * The phrases as they are said in a report of `year`.
 * @throws {DataFileError} also when a phrase speaks of an id that the catalogue does not know.
 */
export function claimLexicon(year: number): ClaimLexicon {
  data ??= load();
  const known = byYear.get(year);
  if (known) return known;
  if (byYear.size >= YEARS) byYear.clear();
  const lexicon = compile(data, year);
  byYear.set(year, lexicon);
  return lexicon;
}

function load(): Data {
  const loaded = loadDataFile(schema, 'lexicon', 'claim-phrases.json');
  const known = catalogue();
  for (const about of [
    ...loaded.phrases.map((p) => p.about),
    ...loaded.zeros.flatMap((p) => p.about),
    ...loaded.echoes.flatMap((p) => [p.about, ...p.of]),
  ]) {
    if (!known.describe(about))
      throw new DataFileError('data/lexicon/claim-phrases.json', about, 'is no reading of the catalogue');
  }
  return loaded;
}

function compile(from: Data, year: number): ClaimLexicon {
  const none = '(?!)';
  const regExp = (source: string, flags = '') => new RegExp(withYears(source, year), flags);
  return {
    phrases: from.phrases.map(({ about, context, units, before, after, subject }) => ({
      about,
      needs: regExp(from.contexts[context]?.needs ?? none),
      unless: regExp(from.contexts[context]?.unless || none),
      others: from.contexts[context]?.needs ? regExp(from.contexts[context].unless, 'g') : undefined,
      later: from.contexts[context]?.later ? regExp(from.contexts[context].later) : undefined,
      before: regExp(before ? `(?:${before})${from.filler}$` : from.clauseStart),
      after: after ? regExp(after) : undefined,
      subject: subject ? regExp(subject) : undefined,
      units: from.units[units] ?? [],
    })),
    zeros: from.zeros.map(({ about, unit, unless, phrase: words }) => ({
      about,
      unit,
      unless: regExp(unless),
      phrase: regExp(words),
    })),
    echoes: from.echoes.map(({ about, of, phrase: words }) => ({ about, of, phrase: regExp(words) })),
    joined: regExp(from.joined),
    plainWords: regExp(from.plainWords, 'g'),
    topic: {
      opens: regExp(from.topic.opens),
      unless: regExp(from.contexts.applications?.unless ?? none),
      turns: regExp(from.topic.turns),
      heading: regExp(from.topic.heading),
      goesOn: regExp(from.topic.goesOn),
    },
    never: regExp(from.never),
    approximate: regExp(from.approximate),
    scope: regExp(from.scope, 'g'),
  };
}

function withYears(source: string, year: number): string {
  return source
    .replaceAll('@last', `(?:上一?年度?|去年|${year - 1}年度?)`)
    .replaceAll('@next', `(?:下一?年度?|下个?年度|次年|明年|来年|${year + 1}年度?)`);
}

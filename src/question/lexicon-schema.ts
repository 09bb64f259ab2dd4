import { z } from 'zod';

/** What a question word can ask for; each has its words in `data/lexicon/intents.json`. */
export const intents = [
  'howMany',
  'each',
  'exists',
  'absent',
  'everyone',
  'countAgencies',
  'most',
  'least',
  'rank',
  'rankAscending',
  'position',
  'sum',
  'mean',
  'median',
  'maximum',
  'minimum',
  'trend',
  'change',
  'differ',
  'compare',
  'breakdown',
  'whichYear',
  'share',
  'of',
  'list',
  'missing',
  'summary',
  'report',
  'problems',
  'improvements',
  'contact',
  'audit',
  'passages',
  'why',
  'contents',
  'chart',
  'that',
  'help',
  'define',
  'correcting',
  'following',
  'newest',
  'greater',
  'greaterEqual',
  'less',
  'lessEqual',
  'equal',
  'except',
  'doubt',
  'place',
] as const;
export type Intent = (typeof intents)[number];

const words = z.array(z.string().min(1)).min(1);
const key = z.string().regex(/^[a-zA-Z.]+$/);
const note = z.string().optional();
const kind = z.enum(['government', 'town', 'subdistrict', 'bureau', 'centre', 'other']);

/** `data/lexicon/metrics.json` */
export const metricsSchema = z.strictObject({
  note,
  metrics: z.array(z.strictObject({ means: key, words, weak: words.optional() })),
});

/** `data/lexicon/columns.json` */
export const columnsSchema = z.strictObject({
  note,
  applicants: z.array(z.strictObject({ key, words })),
  organizations: z.strictObject({ keys: z.array(key), words }),
  results: z.array(z.strictObject({ key, block: key.optional(), words: z.array(z.string()) })),
  documents: z.array(z.strictObject({ keys: z.array(key).min(1), alone: key.optional(), words })),
  /** 其他 alone: a column, a row or a result, as its neighbours decide. */
  other: words,
});

/** `data/lexicon/kinds.json` */
export const kindsSchema = z.strictObject({
  note,
  kinds: z.array(z.strictObject({ kinds: z.array(kind).min(1), words })),
});

/** `data/lexicon/intents.json` */
export const intentsSchema = z.strictObject({
  note,
  intents: z.record(z.enum(intents), words),
});

const premise = z.strictObject({
  words,
  /** Where the word is wrong: among applications, among reviews, when a figure is asked, or always. */
  context: z.enum(['applications', 'reviews', 'figure', 'any']),
  answer: z.enum(['nearest', 'not-held']),
  /** A row (applications.refused), a reading, or `result.<key>` of table 四. */
  nearest: key.optional(),
  /** What was asked for; empty: as it was typed. */
  what: z.string().optional(),
  sentence: z.string().min(1),
  /** The sentence for questions in English. */
  english: z.string().min(1),
});
export type Premise = z.infer<typeof premise>;

/** `data/lexicon/false-premises.json` */
export const premisesSchema = z.strictObject({ note, premises: z.array(premise) });

/** `data/lexicon/themes.json` */
export const themesSchema = z.strictObject({
  note,
  themes: z.array(z.strictObject({ key, label: z.string(), words })),
});

/** `data/lexicon/topics.json` */
export const topicsSchema = z.strictObject({ note, topics: words, figures: words });

/** `data/lexicon/off-topic.json` */
export const offTopicSchema = z.strictObject({ note, words, errands: words });

/** `data/lexicon/courtesies.json`; what is answered to them is read in `src/answer`. */
export const courtesiesSchema = z.strictObject({
  note,
  fillers: words,
  groups: z.array(
    z.strictObject({
      key,
      words: z.array(z.string().min(1)),
      alone: z.array(z.string().min(1)),
      zh: z.string(),
      en: z.string(),
      examples: z.boolean().optional(),
    }),
  ),
});

/** `data/lexicon/asides.json`: regular expressions. */
export const asidesSchema = z.strictObject({ note, clauses: words, leads: words });

/** `data/lexicon/padding.json` */
export const paddingSchema = z.strictObject({ note, words, joiners: words });

/** `data/lexicon/english.json`: `means` is a word of another lexicon. */
export const englishSchema = z.strictObject({
  note,
  entries: z.array(z.strictObject({ words, means: z.string() })),
});

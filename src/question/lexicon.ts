import { normalizeText } from '../../index/normalize.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import { DataFileError, loadDataFile } from '../catalogue/data-file.ts';
import {
  columnsSchema,
  courtesiesSchema,
  englishSchema,
  type Intent,
  intentsSchema,
  kindsSchema,
  metricsSchema,
  offTopicSchema,
  paddingSchema,
  premisesSchema,
  themesSchema,
  topicsSchema,
} from './lexicon-schema.ts';
import type { Sense } from './span.ts';

/** Every word of `data/lexicon` that questions are made of, with what it can mean. */
export interface Lexicon {
  senses(word: string): readonly Sense[] | undefined;
  /** How long the longest word is that begins with a character, in UTF-16 units; 0 when none does. */
  reach(character: string): number;
  words(): Iterable<string>;
  /** The Chinese word that an English one stands for. */
  translation(word: string): string | undefined;
}

let loaded: Lexicon | undefined;

/**
 * Loaded once.
 * @throws {DataFileError}
 */
export function lexicon(): Lexicon {
  loaded ??= loadLexicon();
  return loaded;
}

function loadLexicon(): Lexicon {
  const map = new Map<string, Sense[]>();
  const add = (words: readonly string[], sense: Sense) => {
    for (const word of words) {
      const key = normalizeText(word);
      const known = map.get(key);
      if (!known) map.set(key, [sense]);
      else if (!known.some((other) => JSON.stringify(other) === JSON.stringify(sense))) known.push(sense);
    }
  };
  addMetrics(add);
  addColumns(add);
  addQuestionWords(add);
  addTopics(add);
  const english = addEnglish(map, add);
  const reaches = new Map<string, number>();
  for (const word of map.keys())
    reaches.set(word.charAt(0), Math.max(reaches.get(word.charAt(0)) ?? 0, word.length));
  return {
    senses: (word) => map.get(word),
    reach: (character) => reaches.get(character) ?? 0,
    words: () => map.keys(),
    translation: (word) => english.get(word),
  };
}

type Add = (words: readonly string[], sense: Sense) => void;

function addMetrics(add: Add): void {
  const known = knownMeanings();
  loadDataFile(metricsSchema, 'lexicon', 'metrics.json').metrics.forEach((metric, i) => {
    if (!known.has(metric.means))
      throw new DataFileError(
        'data/lexicon/metrics.json',
        `metrics[${i}].means`,
        `no ${metric.means} in the catalogue`,
      );
    add(metric.words, { role: 'row', id: metric.means, weak: false });
    add(metric.weak ?? [], { role: 'row', id: metric.means, weak: true });
  });
}

/** Rows, blocks, derived sums, rates and readings. */
function knownMeanings(): Set<string> {
  const { fields, sums, rates } = catalogue();
  const known = new Set<string>([...fields.keys(), ...rates.keys()]);
  for (const field of fields.values()) known.add(`${field.table}.${field.row}`);
  for (const sum of sums.values()) known.add(sum.id.slice(0, sum.id.lastIndexOf('.')));
  return known;
}

function addColumns(add: Add): void {
  const columns = loadDataFile(columnsSchema, 'lexicon', 'columns.json');
  for (const { key, words } of columns.applicants) add(words, { role: 'applicant', keys: [key] });
  add(columns.organizations.words, { role: 'applicant', keys: columns.organizations.keys });
  for (const { key, block, words } of columns.results)
    add(words, block ? { role: 'result', key, block } : { role: 'result', key });
  for (const { keys, alone, words } of columns.documents)
    add(words, alone ? { role: 'document', keys, alone } : { role: 'document', keys });
  add(columns.other, { role: 'other' });
}

function addQuestionWords(add: Add): void {
  const { intents } = loadDataFile(intentsSchema, 'lexicon', 'intents.json');
  for (const [intent, words] of Object.entries(intents))
    add(words, { role: 'intent', intent: intent as Intent });
  for (const { kinds, words } of loadDataFile(kindsSchema, 'lexicon', 'kinds.json').kinds)
    add(words, { role: 'kind', kinds });
  const padding = loadDataFile(paddingSchema, 'lexicon', 'padding.json');
  add(padding.words, { role: 'padding' });
  add(padding.joiners, { role: 'joiner' });
  for (const { words } of loadDataFile(courtesiesSchema, 'lexicon', 'courtesies.json').groups)
    add(words, { role: 'padding' });
}

function addTopics(add: Add): void {
  const { topics, figures } = loadDataFile(topicsSchema, 'lexicon', 'topics.json');
  const asked = new Set(figures);
  for (const word of new Set([...topics, ...figures]))
    add([word], { role: 'topic', figure: asked.has(word) });
  for (const { key, words } of loadDataFile(themesSchema, 'lexicon', 'themes.json').themes)
    add(words, { role: 'theme', key });
  for (const premise of loadDataFile(premisesSchema, 'lexicon', 'false-premises.json').premises)
    add(premise.words, { role: 'premise', premise });
  add(loadDataFile(offTopicSchema, 'lexicon', 'off-topic.json').words, { role: 'offTopic' });
}

function addEnglish(map: ReadonlyMap<string, readonly Sense[]>, add: Add): Map<string, string> {
  const translations = new Map<string, string>();
  loadDataFile(englishSchema, 'lexicon', 'english.json').entries.forEach((entry, i) => {
    const senses = map.get(entry.means);
    if (!senses)
      throw new DataFileError(
        'data/lexicon/english.json',
        `entries[${i}].means`,
        `no other lexicon has ${entry.means}`,
      );
    for (const sense of senses) if (sense.role !== 'padding') add(entry.words, sense);
    for (const word of entry.words) translations.set(normalizeText(word), entry.means);
  });
  return translations;
}

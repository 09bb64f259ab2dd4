import { normalizeText } from '../../../index/normalize.ts';
import { loadDataFile } from '../../catalogue/data-file.ts';
import { courtesiesSchema } from '../lexicon-schema.ts';
import type { Sentence } from './sentence.ts';

interface Courtesies {
  /** Courtesies and what may stand around them, the longest first. */
  parts: RegExp;
  whole: RegExp;
  /** Which group a word is of: the place of that group in the file. */
  groupOf: ReadonlyMap<string, number>;
  keys: readonly string[];
}

let loaded: Courtesies | undefined;

/** 谢谢, 好的，辛苦了, ok: the group of a message that asks for nothing; undefined where anything else is said. */
export function courtesyOf({ text }: Sentence): string | undefined {
  const said = text.replace(/[^\p{L}\p{N}']+/gu, ' ').trim();
  const { parts, whole, groupOf, keys } = courtesies();
  if (!whole.test(said)) return undefined;
  const groups = [...said.matchAll(parts)].flatMap(([word]) => groupOf.get(word) ?? []);
  return groups.length > 0 ? keys[Math.min(...groups)] : undefined;
}

function courtesies(): Courtesies {
  if (loaded) return loaded;
  const { fillers, groups } = loadDataFile(courtesiesSchema, 'lexicon', 'courtesies.json');
  const groupOf = new Map<string, number>();
  groups.forEach(({ words, alone }, i) => {
    for (const word of [...words, ...alone]) groupOf.set(normalizeText(word), i);
  });
  const one = oneOf([...groupOf.keys(), ...fillers.map(normalizeText)]);
  loaded = {
    parts: new RegExp(one, 'gu'),
    whole: new RegExp(`^(?:${one}\\s*)+$`, 'u'),
    groupOf,
    keys: groups.map(({ key }) => key),
  };
  return loaded;
}

/** The longest first; Latin words end where they end. */
function oneOf(words: readonly string[]): string {
  const sorted = [...new Set(words)].sort((a, b) => b.length - a.length);
  const parts = sorted.map((word) => {
    const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return /^[a-z0-9]/.test(word) ? `(?<![a-z0-9])${plain}(?![a-z0-9])` : plain;
  });
  return `(?:${parts.join('|')})`;
}

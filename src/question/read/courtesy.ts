import { normalizeText } from '../../../index/normalize.ts';
import { loadDataFile } from '../../catalogue/data-file.ts';
import { courtesiesSchema } from '../lexicon-schema.ts';
import type { Sentence } from './sentence.ts';

interface Courtesies {
  /** Nothing but courtesies and what may stand around them. */
  whole: RegExp;
  groups: { key: string; words: RegExp }[];
}

let loaded: Courtesies | undefined;

/** 谢谢, 好的，辛苦了, ok: the group of a message that asks for nothing; undefined where anything else is said. */
export function courtesyOf({ text }: Sentence): string | undefined {
  const said = text.replace(/[^\p{L}\p{N}']+/gu, ' ').trim();
  const { whole, groups } = courtesies();
  return whole.test(said) ? groups.find(({ words }) => words.test(said))?.key : undefined;
}

function courtesies(): Courtesies {
  if (loaded) return loaded;
  const { fillers, groups } = loadDataFile(courtesiesSchema, 'lexicon', 'courtesies.json');
  const all = groups.flatMap(({ words, alone }) => [...words, ...alone]);
  // A filler may be no more than half of a word: 好 of 你好 counts only where it stands by itself.
  const parts = oneOf([...all, ...fillers]);
  loaded = {
    whole: new RegExp(`^(?:${parts}\\s*)+$`, 'u'),
    groups: groups
      .filter(({ words, alone }) => words.length + alone.length > 0)
      .map(({ key, words, alone }) => ({
        key,
        words: new RegExp(oneOf([...words, ...alone]), 'u'),
      })),
  };
  return loaded;
}

/** The longest first; Latin words end where they end. */
function oneOf(words: readonly string[]): string {
  const sorted = [...new Set(words.map(normalizeText))].sort((a, b) => b.length - a.length);
  const parts = sorted.map((word) => {
    const plain = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return /^[a-z0-9]/.test(word) ? `(?<![a-z0-9])${plain}(?![a-z0-9])` : plain;
  });
  return `(?:${parts.join('|')})`;
}

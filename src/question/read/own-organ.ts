import type { Setting } from '../understanding.ts';
import type { Named } from './places.ts';
import type { Sentence } from './sentence.ts';

const own = /(?<![原基])[我你贵咱本]们?(局|单位)|(?<=^|[^\u4e00-\u9fff]|[年问道])(局|单位)里头?/;

/** 局里, 你们单位: whose it is nobody said, unless the talk has one; all that it can be are asked back. */
export function ownOrgan(named: Named, sentence: Sentence, { library, context }: Setting): Named {
  const somebody = named.agencies.length + named.regions.length + named.strangers.length > 0;
  const match = own.exec(sentence.text);
  if (!match || somebody || (context && context.query.agencies.length > 0)) return named;
  const span = { start: match.index, end: match.index + match[0].length, text: match[0], senses: [] };
  const of = match[1] ?? match[2];
  const ids = library.agencies.flatMap(({ id, kind }) => (of === '单位' || kind === 'bureau' ? [id] : []));
  return ids.length > 1 ? { ...named, agencies: [{ span, ids }] } : named;
}

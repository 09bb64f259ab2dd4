import { loadDataFile } from '../../catalogue/data-file.ts';
import { asidesSchema } from '../lexicon-schema.ts';
import type { Span } from '../span.ts';

let loaded: { clause: RegExp; lead: RegExp } | undefined;

function patterns() {
  if (loaded) return loaded;
  const { clauses, leads } = loadDataFile(asidesSchema, 'lexicon', 'asides.json');
  const particles = '[啊呀吧呢哦哈嘛了的!~ ]*';
  loaded = {
    clause: new RegExp(`^(?:${clauses.join('|')})${particles}$`, 'u'),
    lead: new RegExp(`^(?:${leads.join('|')})`, 'u'),
  };
  return loaded;
}

const clauses = /[^,。!！?？;；:~\n]+/gu;
/** So much must be left to be a question. */
const shortest = 4;

/** 我是本地村民, 领导急着要, 不用解释: clauses beside a question that say nothing of what is asked. */
export function recogniseAsides(text: string): Span[] {
  const { clause, lead } = patterns();
  const all = [...text.matchAll(clauses)].map((match) => ({ start: match.index, text: match[0] }));
  const asides = all.filter((one) => clause.test(one.text.trim()));
  const left = all.filter((one) => !asides.includes(one)).map((one) => one.text.trim());
  const spans = left.join('').length >= shortest ? asides : [];
  const found = spans.map(({ start, text: words }) =>
    padding(text, Math.max(0, start - 1), start + words.length),
  );
  const first = lead.exec(text)?.[0] ?? '';
  if (first !== '' && text.length - first.length >= shortest) found.push(padding(text, 0, first.length));
  return found;
}

/** With the mark before it, so that it outweighs the words it is made of. */
function padding(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end), senses: [{ role: 'padding' }] };
}

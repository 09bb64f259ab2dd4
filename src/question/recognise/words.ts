import type { Lexicon } from '../lexicon.ts';
import type { Span } from '../span.ts';

const latin = /[a-z0-9]/;

/** Every word of the lexicon that stands in the text, overlapping ones included. */
export function recogniseWords(text: string, lexicon: Lexicon): Span[] {
  const spans: Span[] = [];
  for (let start = 0; start < text.length; start++) {
    const longest = Math.min(text.length, start + lexicon.reach(text.charAt(start)));
    for (let end = start + 1; end <= longest; end++) {
      const word = text.slice(start, end);
      const senses = lexicon.senses(word);
      if (senses && standsAlone(text, start, end))
        spans.push({ start, end, text: word, senses: [...senses] });
    }
  }
  return spans;
}

/** Latin words are not found inside other words: sum in summary. */
function standsAlone(text: string, start: number, end: number): boolean {
  const cut = (at: number) => latin.test(text[at - 1] ?? '') && latin.test(text[at] ?? '');
  return !cut(start) && !cut(end);
}

import { type Span, sense } from '../span.ts';

const quoted = /[“"「『《]([^”"」』》]{2,30})[”"」』》]/g;

/** “你点我检”: a phrase in quotation marks that is nothing of ours is looked for in the text as it stands. */
export function recogniseQuoted(text: string, found: readonly Span[]): Span[] {
  return [...text.matchAll(quoted)].flatMap((match): Span[] => {
    const phrase = match[1] ?? '';
    const start = match.index + 1;
    const end = start + phrase.length;
    const inside = found.filter((span) => span.start < end && span.end > start);
    if (inside.some(isOurs) || !/\p{Script=Han}/u.test(phrase)) return [];
    return [{ start, end, text: phrase, senses: [{ role: 'topic', figure: true }] }];
  });
}

/** Names, years and words of the tables stay what they are, in quotation marks too. */
function isOurs(span: Span): boolean {
  if (sense(span, 'agency') || sense(span, 'region') || sense(span, 'year')) return true;
  return span.senses.some(
    (s) =>
      (s.role !== 'row' || !s.weak) &&
      ['row', 'applicant', 'result', 'document', 'premise', 'stranger'].includes(s.role),
  );
}

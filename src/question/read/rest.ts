import type { Role, Span } from '../span.ts';

const clauses = /[^,。!！?？;；:\n]+/gu;
/** Who speaks, or how something is to be done: a clause of the asker, not of the reports. */
const ofAsker = /[我你您咱]|请|麻烦|别|千万|一下|谢|[吧呢啊呀了]$/u;
/** 涉及征地的, 我问拆迁方面: narrows the question, whoever speaks. */
const narrows = /涉及|关于|有关|方面|类|其中|针对|包括|[含除按只算]|[要问说指]的|的$/u;
/** What a clause of the asker does not speak of. */
const content: ReadonlySet<Role> = new Set([
  'row',
  'applicant',
  'result',
  'document',
  'other',
  'kind',
  'premise',
  'theme',
  'topic',
  'offTopic',
  'year',
  'number',
  'order',
  'region',
  'agency',
  'stranger',
]);

/**
 * Stretches that nothing explains. Those of a clause in which the asker speaks of himself stand apart (我发朋友圈): they
 * do not change what is asked, and are only told.
 */
export function restOf(text: string, spans: readonly Span[]): { rest: string[]; beside: string[] } {
  const own = [...text.matchAll(clauses)].filter((match) => speaksOfAsker(match, spans));
  const read: { rest: string[]; beside: string[] } = { rest: [], beside: [] };
  let at = 0;
  for (const span of [...spans, { start: text.length, end: text.length }]) {
    const gap = text.slice(at, span.start).replace(/[^\p{L}\p{N}]+/gu, '');
    const isBeside = own.some(({ index, 0: clause }) => index <= at && span.start <= index + clause.length);
    if (gap) read[isBeside ? 'beside' : 'rest'].push(gap);
    at = span.end;
  }
  return read;
}

function speaksOfAsker({ index, 0: clause }: RegExpExecArray, spans: readonly Span[]): boolean {
  if (!ofAsker.test(clause) || narrows.test(clause)) return false;
  const isContent = (span: Span) => span.senses.some(({ role }) => content.has(role));
  const inside = (span: Span) => span.start >= index && span.end <= index + clause.length;
  return !spans.some((span) => inside(span) && isContent(span)) && spans.some((span) => isContent(span));
}

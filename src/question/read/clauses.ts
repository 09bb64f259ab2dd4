import { type Span, sense } from '../span.ts';
import { anyIntent, type Sentence } from './sentence.ts';

export interface Token {
  span: Span;
  clause: number;
}

/** `asked`: its clause has a 多少. */
export interface AskedToken extends Token {
  asked: boolean;
}

/** Clauses end at punctuation, at 和, 与 … and after each 多少. */
export function clausesOf(sentence: Sentence): AskedToken[] {
  let clause = 0;
  let asked = false;
  const tokens: AskedToken[] = [];
  for (const span of sentence.spans) {
    const isQuantity = anyIntent(span, 'howMany');
    if (sense(span, 'joiner') || (asked && !isQuantity && startsAnew(span))) {
      clause++;
      asked = false;
    }
    asked ||= isQuantity;
    tokens.push({ span, clause, asked });
  }
  const askedClauses = new Set(tokens.filter((t) => t.asked).map((t) => t.clause));
  return tokens.map((token) => ({ ...token, asked: askedClauses.has(token.clause) }));
}

const startsAnew = (span: Span) =>
  span.senses.some((s) => s.role === 'row' || s.role === 'applicant' || s.role === 'result');

export const rowOf = (span: Span, table: string) => {
  const row = sense(span, 'row');
  return row?.id.startsWith(`${table}.`) ? row : undefined;
};

/** Heads (blocks, items) with the columns said of them: those behind, else those before the first. */
export function pairHeads<H, C>(
  tokens: readonly Token[],
  head: (span: Span) => H | undefined,
  column: (span: Span) => C | undefined,
): { head: H; columns: C[]; span: Span }[] {
  const groups: { heads: { head: H; span: Span }[]; columns: C[] }[] = [];
  const leading: C[] = [];
  for (const { span } of tokens) {
    const h = head(span);
    const c = column(span);
    const group = groups.at(-1);
    if (h !== undefined) {
      if (group && group.columns.length === 0) group.heads.push({ head: h, span });
      else groups.push({ heads: [{ head: h, span }], columns: [] });
    } else if (c !== undefined) (group?.columns ?? leading).push(c);
  }
  const [only] = groups;
  // 制发规范性文件几件，废止的呢: one head between its columns has them all.
  if (only && groups.length === 1 && only.columns.length > 0) only.columns.unshift(...leading);
  const last = groups.at(-1);
  if (leading.length > 0 && last && groups.every((group) => group.columns.length === 0))
    for (const group of groups) group.columns.push(...leading);
  return groups.flatMap((group) => group.heads.map((h) => ({ ...h, columns: group.columns })));
}

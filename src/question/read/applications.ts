import { sense } from '../span.ts';
import { type AskedToken, rowOf, type Token } from './clauses.ts';
import type { Metrics, Wanted } from './metrics.ts';

type RowToken = AskedToken & { id: string; weak: boolean };

/** Table 三: rows × applicants. */
export function readApplications(
  tokens: readonly AskedToken[],
  metrics: Metrics,
  otherTables: boolean,
): void {
  const rows = strongest(
    tokens.flatMap((token): RowToken[] => {
      const row = rowOf(token.span, 'applications') ?? rowOf(token.span, 'rates');
      if (!row) return [];
      const asked = token.asked || /(?:数|量)$/.test(token.span.text);
      return [{ ...token, asked, id: row.id, weak: row.weak }];
    }),
    otherTables,
  );
  const applicants = tokens.flatMap((token) => {
    const found = sense(token.span, 'applicant');
    const keys = found?.keys ?? (isOtherApplicant(token, tokens) ? ['otherOrganization'] : undefined);
    return keys ? [{ ...token, keys }] : [];
  });
  metrics.weak = metrics.wanted.length === 0 && rows.every((row) => row.weak) && applicants.length === 0;
  if (rows.length === 0) {
    metrics.loose.applicants = applicants.flatMap((a) => [...a.keys]);
    return;
  }
  const perClause =
    rows.every((row) => applicants.some((a) => a.clause === row.clause)) &&
    applicants.every((a) => rows.some((row) => row.clause === a.clause));
  for (const row of rows) {
    metrics.spans.push(row.span);
    const own = perClause ? applicants.filter((a) => a.clause === row.clause) : applicants;
    const columns = own.length > 0 ? [...new Set(own.flatMap((a) => [...a.keys]))] : ['total'];
    if (row.id.startsWith('rates.')) metrics.wanted.push([row.id]);
    else for (const column of columns) metrics.wanted.push(cellOf(row, column, tokens));
  }
}

/** 其他处理 … 其他: the 2021 edition's row of that name, the 2019 edition's column. */
function cellOf(row: RowToken, column: string, tokens: readonly Token[]): Wanted {
  const [newer, older] = [
    'applications.otherHandling.other.total',
    'applications.otherHandling.otherOrganization',
  ];
  const id = `${row.id}.${column}`;
  const behind = tokens.some(({ span }) => sense(span, 'other') && span.start === row.span.end);
  return id === newer || (id === older && behind) ? [newer, older] : [id];
}

/** 自然人、企业、其他: after other applicants it is one of them; right behind a row it is the column of that name. */
function isOtherApplicant(token: Token, tokens: readonly Token[]): boolean {
  if (!sense(token.span, 'other')) return false;
  const row = tokens.map(({ span }) => span).find((span) => span.end === token.span.start);
  if (row && rowOf(row, 'applications')) return true;
  return tokens.some((other) => other.span.end <= token.span.start && sense(other.span, 'applicant'));
}

/**
 * Weak words give way to stronger ones of their clause, or of the sentence when nothing is asked in their own;
 * a group gives way to its own row (不予公开 … 国家秘密).
 */
function strongest(rows: RowToken[], otherTables: boolean): RowToken[] {
  const strong = rows.filter((row) => !row.weak);
  const anyStrong = strong.length > 0 || otherTables;
  const kept = rows.filter((row) => {
    if (!row.weak) return true;
    if (strong.some((other) => other.clause === row.clause)) return false;
    // 答复了几件申请: what was received is only the object of what was done with it.
    const others = rows.some((other) => !/newReceived/.test(other.id));
    if ((anyStrong || others) && !row.asked && /newReceived/.test(row.id)) return false;
    if (otherTables && strong.length === 0) return false;
    const rivals = rows.filter((other) => other.weak && other.clause === row.clause);
    return !/newReceived/.test(row.id) || rivals.every((other) => other.id === row.id);
  });
  return kept.filter((row) => {
    const parents = [row.id, ...(row.id === 'applications.handledTotal' ? ['applications.'] : [])];
    const child = kept.find(
      (other) =>
        other !== row &&
        other.id !== row.id &&
        !/newReceived|carried|received|handledTotal|rates/.test(other.id) &&
        parents.some((parent) => other.id.startsWith(parent.endsWith('.') ? parent : `${parent}.`)) &&
        (other.clause === row.clause || !row.asked),
    );
    return !child;
  });
}

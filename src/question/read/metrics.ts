import { catalogue } from '../../catalogue/catalogue.ts';
import { type Span, sense } from '../span.ts';
import { anyIntent, type Sentence } from './sentence.ts';

/** A figure asked for: the readings of which the first that the report has is meant. */
export type Wanted = readonly string[];

/** What the words of the tables add up to, before agency and year are known. */
export interface Metrics {
  wanted: Wanted[];
  /** Several figures fit and nothing decides; each is a question of its own. */
  doubtful: Wanted[];
  /** A column that its item does not have: 行政处罚 … 多少钱. */
  impossible: string[];
  /** Nothing but weak words (申请, 收到) speaks for them. */
  weak: boolean;
  /** Columns without a row, for the talk before to complete: 自然人呢. */
  loose: { applicants: string[]; result?: string; documents?: readonly string[] };
  /** The words it was read from. */
  spans: Span[];
}

interface Token {
  span: Span;
  clause: number;
}

/** `asked`: its clause has a 多少. */
interface AskedToken extends Token {
  asked: boolean;
}

/** Rows × columns of all three tables, as the words in `sentence` between `from` and `to` combine. */
export function readMetrics(sentence: Sentence, skip: ReadonlySet<Span> = new Set()): Metrics {
  const tokens = clausesOf(sentence).filter(({ span }) => !skip.has(span));
  const metrics: Metrics = {
    wanted: [],
    doubtful: [],
    impossible: [],
    weak: false,
    loose: { applicants: [] },
    spans: [],
  };
  const reviews = readReviews(tokens, metrics);
  const documents = readDocuments(tokens, metrics);
  readApplications(tokens, metrics, reviews || documents);
  if (metrics.wanted.length === 0) readLone(tokens, metrics);
  metrics.wanted = unique(metrics.wanted);
  return metrics;
}

/** Clauses end at punctuation, at 和, 与 … and after each 多少. */
function clausesOf(sentence: Sentence): AskedToken[] {
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

const rowOf = (span: Span, table: string) => {
  const row = sense(span, 'row');
  return row?.id.startsWith(`${table}.`) ? row : undefined;
};

/** Heads (blocks, items) with the columns said of them: those behind, else those before the first. */
function pairHeads<H, C>(
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
  const last = groups.at(-1);
  if (leading.length > 0 && last && groups.every((group) => group.columns.length === 0))
    for (const group of groups) group.columns.push(...leading);
  return groups.flatMap((group) => group.heads.map((h) => ({ ...h, columns: group.columns })));
}

function readReviews(tokens: readonly AskedToken[], metrics: Metrics): boolean {
  const blockOf = (span: Span) => rowOf(span, 'reviews')?.id.slice('reviews.'.length);
  const pairs = pairHeads(tokens, blockOf, (span) => {
    if (sense(span, 'other')) return 'otherResult';
    return sense(span, 'result')?.key;
  });
  for (const { head, columns, span } of mergedBlocks(pairs)) {
    metrics.spans.push(span);
    const keys = columns.length > 0 ? [...new Set(columns)] : ['total'];
    if (columns.length > 0 && asksWhole(span, tokens)) keys.unshift('total');
    for (const key of keys) metrics.wanted.push([`reviews.${head}.${key}`]);
  }
  return pairs.length > 0;
}

/** 复议几件，维持几件: the block is asked for by itself, its results in clauses of their own. */
function asksWhole(head: Span, tokens: readonly AskedToken[]): boolean {
  const own = tokens.find(({ span }) => span === head);
  if (!own?.asked) return false;
  return tokens.every(
    ({ span, clause }) => clause !== own.clause || !(sense(span, 'result') || sense(span, 'other')),
  );
}

/** 行政诉讼…直接起诉: the general word falls to the special one; 复议后起诉 is one block, not two. */
function mergedBlocks<T extends { head: string; span: Span }>(pairs: readonly T[]): T[] {
  const special = pairs.some((pair) => /^(?:direct|litigationAfter)/.test(pair.head));
  const heads = new Set<string>();
  return pairs.filter((pair) => {
    if (special && pair.head === 'litigation') return false;
    const again = heads.has(pair.head);
    heads.add(pair.head);
    return !again;
  });
}

function readDocuments(tokens: readonly Token[], metrics: Metrics): boolean {
  const { fields } = catalogue();
  const pairs = pairHeads(
    tokens,
    (span) => rowOf(span, 'disclosure')?.id,
    (span) => sense(span, 'document'),
  );
  for (const { head, columns, span } of pairs) {
    metrics.spans.push(span);
    if (fields.has(head)) metrics.wanted.push([head]);
    else if (columns.length === 0) metrics.wanted.push(...defaultColumns(head));
    else {
      for (const { keys } of columns) {
        const ids = keys.map((key) => `${head}.${key}`).filter((id) => fields.has(id));
        if (ids.length > 0) metrics.wanted.push(ids);
        else if (keys.includes('amount')) metrics.impossible.push(head);
        else metrics.wanted.push(...defaultColumns(head));
      }
    }
  }
  return pairs.length > 0;
}

/** An item without a column: what it is mostly asked for; documents: all that the table says of them. */
function defaultColumns(item: string): Wanted[] {
  const { fields } = catalogue();
  for (const key of ['decisions', 'amount']) if (fields.has(`${item}.${key}`)) return [[`${item}.${key}`]];
  return [
    [`${item}.issued`, `${item}.newlyMade`],
    [`${item}.repealed`, `${item}.newlyDisclosed`],
    [`${item}.inForce`, `${item}.disclosedTotal`],
  ];
}

type RowToken = AskedToken & { id: string; weak: boolean };

function readApplications(tokens: readonly AskedToken[], metrics: Metrics, otherTables: boolean): void {
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
    if (anyStrong && !row.asked) return false;
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

/** Columns without a row: 自然人 alone is of new applications, 废止 of documents, 败诉 of litigation, 维持 in doubt. */
function readLone(tokens: readonly Token[], metrics: Metrics): void {
  const result = tokens.flatMap(({ span }) => sense(span, 'result') ?? [])[0];
  const document = tokens.flatMap(({ span }) => sense(span, 'document') ?? [])[0];
  const other = tokens.find(({ span }) => sense(span, 'other'));
  if (result) {
    metrics.loose.result = result.key;
    const keys = [...new Set(tokens.flatMap(({ span }) => sense(span, 'result')?.key ?? []))];
    const blocks = result.block
      ? [result.block]
      : ['reconsideration', 'directLitigation', 'litigationAfterReconsideration'];
    if (blocks.length === 1) metrics.wanted.push(...keys.map((key) => [`reviews.${blocks[0]}.${key}`]));
    else metrics.doubtful.push(...blocks.map((block) => [`reviews.${block}.${result.key}`]));
  } else if (document) {
    metrics.loose.documents = document.keys;
    const { fields } = catalogue();
    for (const { span } of tokens) {
      const found = sense(span, 'document');
      if (found?.alone)
        metrics.wanted.push(found.keys.map((key) => `${found.alone}.${key}`).filter((id) => fields.has(id)));
    }
  }
  if (metrics.wanted.length === 0 && metrics.loose.applicants.length > 0)
    metrics.wanted.push(
      ...[...new Set(metrics.loose.applicants)].map((key) => [`applications.newReceived.${key}`]),
    );
  if (metrics.wanted.length === 0 && metrics.doubtful.length === 0 && other)
    metrics.doubtful.push(
      ['applications.newReceived.otherOrganization'],
      ['applications.otherHandling.total'],
      ['reviews.reconsideration.otherResult'],
    );
}

function unique(wanted: readonly Wanted[]): Wanted[] {
  return [...new Map(wanted.map((ids) => [ids.join(), ids])).values()];
}

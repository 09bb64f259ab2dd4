import { catalogue } from '../../catalogue/catalogue.ts';
import { type Span, sense } from '../span.ts';
import { readApplications } from './applications.ts';
import { type AskedToken, clausesOf, pairHeads, rowOf, type Token } from './clauses.ts';
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
  loose: { applicants: string[]; result?: string; block?: string; documents?: readonly string[] };
  /** The words it was read from. */
  spans: Span[];
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
  return metrics.weak && asksHoldings(sentence) ? { ...metrics, wanted: [], weak: false } : metrics;
}

/** 收了哪些机关: what the archive holds, no figure. */
const collects = /(?:收了|收进了?|都收|收有)(?:哪|谁|几[家个份]|多少[家个份])(?!.*申请)/;

export const asksHoldings = ({ text }: Sentence): boolean => collects.test(text);

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

/** Columns without a row: 自然人 alone is of new applications, 废止 of documents, 败诉 of litigation, 维持 in doubt. */
function readLone(tokens: readonly Token[], metrics: Metrics): void {
  const result = tokens.flatMap(({ span }) => sense(span, 'result') ?? [])[0];
  const document = tokens.flatMap(({ span }) => sense(span, 'document') ?? [])[0];
  const other = tokens.find(({ span }) => sense(span, 'other'));
  if (result) {
    metrics.loose.result = result.key;
    if (result.block) metrics.loose.block = result.block;
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
  if (metrics.wanted.length === 0 && metrics.loose.applicants.length > 0 && meansApplicants(tokens))
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

const official = /^(?:自然人|商业企业|科研机构|社会公益组织|法律服务机构|法人|其他申请人|.*申请人?)$/;

/** 企业多少家, 有多少村民 are not about applications: without 申请 only the official names of the columns are. */
function meansApplicants(tokens: readonly Token[]): boolean {
  const spans = tokens.map(({ span }) => span);
  if (spans.some((span) => anyIntent(span, 'share', 'of', 'breakdown'))) return true;
  const counted = spans.some((span) => anyIntent(span, 'howMany') && /[家人]$/.test(span.text));
  return (
    !counted &&
    spans.some((span) => sense(span, 'applicant') && (official.test(span.text) || /[a-z]/.test(span.text)))
  );
}

function unique(wanted: readonly Wanted[]): Wanted[] {
  return [...new Map(wanted.map((ids) => [ids.join(), ids])).values()];
}

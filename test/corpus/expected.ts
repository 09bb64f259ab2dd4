import { catalogue } from '../../src/catalogue/catalogue.ts';
import type { Condition, Query } from '../../src/model/query.ts';

/** What a line expects; keys that are missing are not looked at, save agencies, which must then be none. */
export interface Expected {
  kind: string;
  keys: Map<string, string>;
}

const flags = ['grouped', 'missing', 'any', 'eachYear'];

/** `value a=xl y=2023 r=newReceived` → its parts. @throws {Error} for a key that is not documented. */
export function parseExpected(text: string): Expected {
  const [kind = '', ...parts] = text.trim().split(/\s+/);
  const keys = new Map<string, string>();
  for (const part of parts) {
    const at = part.indexOf('=');
    const key = at < 0 ? part : part.slice(0, at);
    if (!checks[key]) throw new Error(`questions.tsv: unknown key ${key} in "${text}"`);
    keys.set(key, at < 0 ? '' : part.slice(at + 1));
  }
  return { kind, keys };
}

/** What a query has other than expected, in words; `ids` maps codes to agency ids. */
export function differences(query: Query, expected: Expected, ids: ReadonlyMap<string, string>): string[] {
  const wrong: string[] = [];
  if (query.kind !== expected.kind) wrong.push(`kind ${query.kind}`);
  const keys = new Map([['a', ''], ...expected.keys]);
  for (const flag of flags) if (!keys.has(flag)) keys.set(flag, 'no');
  for (const key of ['region', 'kinds', 'measure', 'cond', 'correction', 'except', 'groups'])
    if (!keys.has(key)) keys.set(key, '');
  for (const [key, value] of keys) {
    const found = checks[key]?.(query, value, ids);
    if (found !== undefined) wrong.push(`${key} ${found}`);
  }
  return wrong;
}

type Check = (query: Query, value: string, ids: ReadonlyMap<string, string>) => string | undefined;

const list = (value: string) => value.split(',').filter((part) => part !== '');
const sameSet = (got: readonly string[], want: readonly string[]) =>
  [...new Set(got)].sort().join() === [...new Set(want)].sort().join()
    ? undefined
    : `is ${got.join() || 'none'}`;

/** `newReceived` → `applications.newReceived.total`; `fees.amount` → `disclosure.fees.amount`. */
export function readingId(short: string): string {
  const { describe } = catalogue();
  const tries = [
    short,
    `applications.${short}.total`,
    `applications.${short}`,
    `disclosure.${short}`,
    `reviews.${short}`,
  ];
  const id = tries.find((candidate) => describe(candidate));
  if (!id) throw new Error(`questions.tsv: no reading ${short}`);
  return id;
}

function conditionText({ reading, operator, value, than }: Condition): string {
  return `${reading}${operator}${than === undefined ? value : `@${than}`}`;
}

function conditionWanted(text: string, ids: ReadonlyMap<string, string>): string {
  const match = /^([\w.]+)(>=|<=|!=|>|<|=)(\d+|@[\w-]+)$/.exec(text);
  if (!match) throw new Error(`questions.tsv: no condition ${text}`);
  const bound = match[3] ?? '';
  const than = bound.startsWith('@') ? `@${ids.get(bound.slice(1))}` : bound;
  return `${readingId(match[1] ?? '')}${match[2]}${than}`;
}

/** The parts of 行政诉讼 that stand beside its sum need not be written down. */
function withoutParts(readings: readonly string[]): string[] {
  const isSum = readings.some((id) => id.startsWith('reviews.litigation.'));
  return readings.filter((id) => !isSum || !/^reviews\.(direct|litigationAfter)/.test(id));
}

const checks: Record<string, Check> = {
  a: (query, value, ids) => {
    const agencies = query.order?.positionOf ? [...query.agencies] : query.agencies;
    return sameSet(
      agencies,
      list(value).map((code) => ids.get(code) ?? code),
    );
  },
  y: (query, value) => sameSet(query.years.map(String), list(value)),
  r: (query, value) => sameSet(withoutParts(query.readings), list(value).map(readingId)),
  text: (query, value) => (query.text?.includes(value) ? undefined : `is ${query.text}`),
  region: (query, value) =>
    (query.filter.region?.name ?? '') === value ? undefined : `is ${query.filter.region?.name}`,
  kinds: (query, value) => sameSet(query.filter.kinds ?? [], list(value)),
  cond: (query, value, ids) =>
    sameSet(
      (query.filter.conditions ?? []).map(conditionText),
      list(value).map((text) => conditionWanted(text, ids)),
    ),
  any: (query, value) =>
    Boolean(query.filter.any) === (value !== 'no') ? undefined : `is ${query.filter.any}`,
  except: (query, value, ids) =>
    sameSet(
      query.filter.except ?? [],
      list(value).map((code) => ids.get(code) ?? code),
    ),
  groups: (query, value) =>
    sameSet(
      (query.groups ?? []).map(({ name }) => name),
      list(value),
    ),
  eachYear: (query, value) =>
    Boolean(query.eachYear) === (value !== 'no') ? undefined : `is ${query.eachYear}`,
  order: (query, value) => {
    const [direction, limit] = value.split(':');
    const { order } = query;
    const right = order?.direction === direction && (limit === undefined || order?.limit === Number(limit));
    return right ? undefined : `is ${order?.direction}:${order?.limit}`;
  },
  pos: (query, value, ids) =>
    query.order?.positionOf === ids.get(value) ? undefined : `is ${query.order?.positionOf}`,
  agg: (query, value) => (query.aggregate === value ? undefined : `is ${query.aggregate}`),
  measure: (query, value) => {
    const { measure } = query;
    const text = measure.kind === 'plain' ? '' : measure.kind === 'share' ? `share:${measure.of}` : 'change';
    const want = value.startsWith('share:') ? `share:${readingId(value.slice('share:'.length))}` : value;
    return text === want ? undefined : `is ${text}`;
  },
  wanted: (query, value) => {
    const wanted = Object.values(query.wanted ?? {}).map(String);
    return wanted.some((text) => text.includes(value)) ? undefined : `is ${wanted.join()}`;
  },
  /** Every correction must be expected; which, by a word of it. */
  correction: (query, value) => {
    if (value === '')
      return query.correction && query.kind !== 'not-held' ? `is ${query.correction}` : undefined;
    return query.correction?.includes(value) ? undefined : `is ${query.correction}`;
  },
  options: (query, value, ids) =>
    sameSet(
      [...new Set((query.options ?? []).flatMap((option) => option.query.agencies))],
      list(value).map((code) => ids.get(code) ?? code),
    ),
  grouped: (query, value) =>
    Boolean(query.grouped) === (value !== 'no') ? undefined : `is ${query.grouped}`,
  missing: (query, value) =>
    Boolean(query.missing) === (value !== 'no') ? undefined : `is ${query.missing}`,
};

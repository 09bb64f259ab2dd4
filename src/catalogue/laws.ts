import type { ReadingId } from '../model/report.ts';
import { catalogue } from './catalogue.ts';

/** A law of the form: total + minus = plus. `total` is the cell that a contradiction is told of. */
export interface Equation {
  total: ReadingId;
  plus: ReadingId[];
  minus?: ReadingId[];
}

/** Printed value of a cell; undefined where none is printed or none was read. */
export type FigureOf = (id: ReadingId) => number | undefined;

/** 一, 二, （七）, 四: every other row of table 三 is an outcome. */
const frame = new Set(['newReceived', 'carriedIn', 'handledTotal', 'carriedForward']);

const form = () => catalogue().editions.get('2021');

/** The totals first: a slip shows there too, and it is what people look at. */
export function applicationColumns(): string[] {
  return (form()?.applications.columns.map(({ key }) => key) ?? []).toReversed();
}

/** Row keys of table 三 that these readings are of, in no particular order. */
export function printedRows(ids: Iterable<ReadingId>): Set<string> {
  const keys = new Set<string>();
  for (const id of ids) {
    if (id.startsWith('applications.')) keys.add(id.slice('applications.'.length, id.lastIndexOf('.')));
  }
  return keys;
}

/**
 * The rows that （七） sums up, whether or not the table has them: where one was not read the sum cannot be told.
 * （六）其他处理 is one row or three: where both are printed the three are its parts, not further outcomes.
 */
export function outcomeRows(printed: ReadonlySet<string>): string[] {
  const official = form()?.applications.rows.map(({ key }) => key) ?? [];
  const outcomes = official.filter((key) => !frame.has(key));
  const split = outcomes.filter((key) => key.startsWith('otherHandling.'));
  const oneRow = printed.has('otherHandling') && !split.every((key) => printed.has(key));
  return oneRow ? [...outcomes.filter((key) => !split.includes(key)), 'otherHandling'] : outcomes;
}

/** 一 + 二 = 三（七） + 四, in one column. */
export function balanceOf(column: string): Equation {
  const at = (row: string) => `applications.${row}.${column}`;
  return {
    total: at('carriedForward'),
    plus: ['newReceived', 'carriedIn'].map(at),
    minus: [at('handledTotal')],
  };
}

/** （七） = the sum of the outcomes, in one column. */
export function handledTotalOf(column: string, printed: ReadonlySet<string>): Equation {
  return {
    total: `applications.handledTotal.${column}`,
    plus: outcomeRows(printed).map((row) => `applications.${row}.${column}`),
  };
}

/** 总计 = the sum of the six columns of applicants, in one row of table 三. */
export function applicantTotalOf(row: string): Equation {
  const applicants = applicationColumns().filter((column) => column !== 'total');
  return {
    total: `applications.${row}.total`,
    plus: applicants.toReversed().map((column) => `applications.${row}.${column}`),
  };
}

/** 总计 = the sum of the four results, in each block of table 四. */
export function blockTotals(): Equation[] {
  const { blocks = [], columns = [] } = form()?.reviews ?? {};
  const results = columns.filter(({ key }) => key !== 'total');
  return blocks.map(({ key }) => ({
    total: `reviews.${key}.total`,
    plus: results.map((result) => `reviews.${key}.${result.key}`),
  }));
}

/** One side of a law. */
export interface Side {
  sum: number;
  complete: boolean;
  /** A negative cell is odd enough; nothing can be concluded from sums with it. */
  negative: boolean;
}

export function sideOf(ids: readonly ReadingId[], figureOf: FigureOf): Side {
  const values = ids.map(figureOf);
  return {
    sum: round(values.reduce<number>((a, b) => a + (b ?? 0), 0)),
    complete: !values.includes(undefined),
    negative: values.some((value) => value !== undefined && value < 0),
  };
}

/**
 * Where a cell is blank a law stays open, unless the printed cells alone contradict it: counts are never negative, so
 * a side that already exceeds the other, complete one is a contradiction.
 */
export function contradicts(left: Side, right: Side): boolean {
  if (left.complete && right.complete) return differs(left.sum, right.sum);
  if (left.negative || right.negative) return false;
  if (left.complete) return right.sum > left.sum;
  return right.complete && left.sum > right.sum;
}

/** What the printed cells make of a law; open where cells are missing and nothing contradicts it. */
export function judge({ total, plus, minus = [] }: Equation, figureOf: FigureOf): 'kept' | 'open' | 'broken' {
  const left = sideOf([total, ...minus], figureOf);
  const right = sideOf(plus, figureOf);
  if (contradicts(left, right)) return 'broken';
  return left.complete && right.complete ? 'kept' : 'open';
}

/** Sums of money carry decimals; binary fractions must not look like a contradiction. */
export function differs(a: number, b: number): boolean {
  return Math.abs(a - b) > 1e-6;
}

export function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

import type { Finding } from '../model/finding.ts';
import type { ReadingId, Report } from '../model/report.ts';
import { differs, labelOf, printed, quotations, round } from './cells.ts';
import { anyDoubtful } from './doubt.ts';

/** total + minus = plus, in printed cells of one report; `total` is the cell that a contradiction is told of. */
export interface Equation {
  total: ReadingId;
  plus: ReadingId[];
  minus?: ReadingId[];
}

export interface EquationResult {
  findings: Finding[];
  /** Could not be assessed because cells are blank or missing. */
  open: Equation[];
  /** Do not come out, but the reader was not sure of a cell. */
  doubted: Equation[];
}

/**
 * Checks equations over printed cells. Where a cell is blank the equation stays open, unless the printed cells alone
 * contradict it: counts are never negative, so a side that already exceeds the other, complete one is a contradiction.
 * @param unsure the reader missed something that may explain any difference
 */
export function checkEquations(
  report: Report,
  rule: string,
  equations: readonly Equation[],
  unsure = false,
): EquationResult {
  const result: EquationResult = { findings: [], open: [], doubted: [] };
  for (const equation of equations) {
    const { total, plus, minus = [] } = equation;
    if ([total, ...plus, ...minus].every((id) => !report.readings[id])) continue;
    const left = side(report, [total, ...minus]);
    const right = side(report, plus);
    if (contradicts(left, right)) {
      if (unsure || anyDoubtful(report, [total, ...plus, ...minus])) result.doubted.push(equation);
      else result.findings.push(contradiction(report, rule, equation));
    } else if (isOpen(report, equation, left, right)) result.open.push(equation);
  }
  return result;
}

/** A row that the report leaves out is no blank: where the rest comes out nothing is missing. */
function isOpen(report: Report, { total, plus, minus = [] }: Equation, left: Side, right: Side): boolean {
  if (left.complete && right.complete) return false;
  const blank = [total, ...plus, ...minus].some((id) => report.readings[id]?.status === 'blank');
  return blank || !report.readings[total] || differs(left.sum, right.sum);
}

interface Side {
  sum: number;
  complete: boolean;
  /** A negative cell is odd enough; nothing can be concluded from sums with it. */
  negative: boolean;
}

function side(report: Report, ids: readonly ReadingId[]): Side {
  const values = ids.map((id) => printed(report, id));
  const sum = round(values.reduce<number>((a, b) => a + (b ?? 0), 0));
  return {
    sum,
    complete: !values.includes(undefined),
    negative: values.some((value) => value !== undefined && value < 0),
  };
}

function contradicts(left: Side, right: Side): boolean {
  if (left.complete && right.complete) return differs(left.sum, right.sum);
  if (left.negative || right.negative) return false;
  if (left.complete) return right.sum > left.sum;
  return right.complete && left.sum > right.sum;
}

function contradiction(report: Report, rule: string, { total, plus, minus = [] }: Equation): Finding {
  const readings = [total, ...plus, ...minus];
  const value = printed(report, total) ?? null;
  const computed = round(side(report, plus).sum - side(report, minus).sum);
  const shown = value === null ? '未填' : `印为 ${value}`;
  return {
    rule,
    severity: 'error',
    message: `“${labelOf(total)}”${shown}，按其他各格计算为 ${computed}${terms(report, plus, minus)}`,
    readings,
    printed: value,
    computed,
    quotations: quotations(report, readings),
  };
}

function terms(report: Report, plus: readonly ReadingId[], minus: readonly ReadingId[]): string {
  const shown = (ids: readonly ReadingId[]) =>
    ids.flatMap((id) => {
      const value = printed(report, id);
      return value ? [`${labelOf(id)} ${value}`] : [];
    });
  const added = shown(plus).join(' + ') || '各格均为 0';
  const taken = shown(minus).map((text) => ` − ${text}`);
  return `（${added}${taken.join('')}）`;
}

/** One notice for all that a rule could not assess; a notice for each cell would bury the rest. */
export function notAssessable(
  report: Report,
  rule: string,
  title: string,
  result: EquationResult,
): Finding[] {
  const cells = (equations: readonly Equation[]) =>
    equations.flatMap((e) => [e.total, ...e.plus, ...(e.minus ?? [])]);
  const blank = new Set(cells(result.open).filter((id) => printed(report, id) === undefined));
  const printedBlank = [...blank].filter((id) => report.readings[id]);
  const doubted = result.doubted.map((equation) => equation.total);
  const example = printedBlank[0] ?? [...blank][0] ?? '';
  const why = report.readings[example] ? '空白不等于 0' : '表中没有读到这一格';
  const reasons = [
    ...(blank.size > 0 ? [`${result.open.length} 处缺数字无法核对（如“${labelOf(example)}”，${why}）`] : []),
    ...(doubted.length > 0
      ? [`${doubted.length} 处读数存疑，未作判断（如“${labelOf(doubted[0] ?? '')}”，请对照原件）`]
      : []),
  ];
  if (reasons.length === 0) return [];
  return [
    {
      rule,
      severity: 'notice',
      message: `${title}：${reasons.join('；')}`,
      readings: [...new Set([...printedBlank, ...doubted])],
      printed: null,
      computed: null,
      quotations: quotations(report, [...printedBlank.slice(0, 2), ...doubted.slice(0, 2)]),
    },
  ];
}

import type { Finding } from '../model/finding.ts';
import type { ReadingId, Report } from '../model/report.ts';
import { cell, differs, labelOf, printed, quotations, round } from './cells.ts';

/** total = sum of plus − sum of minus, in printed cells of one report. */
export interface Equation {
  total: ReadingId;
  plus: ReadingId[];
  minus?: ReadingId[];
}

export interface EquationResult {
  findings: Finding[];
  /** Totals that could not be assessed because cells are blank or missing. */
  open: Equation[];
}

/**
 * Checks equations over printed cells. Where a cell is blank the equation stays open, unless the printed cells alone
 * contradict it: counts are never negative, so parts that already exceed their total are a contradiction.
 */
export function checkEquations(report: Report, rule: string, equations: readonly Equation[]): EquationResult {
  const result: EquationResult = { findings: [], open: [] };
  for (const equation of equations) {
    const total = printed(report, equation.total);
    const parts = [...equation.plus, ...(equation.minus ?? [])];
    const complete = total !== undefined && parts.every((id) => printed(report, id) !== undefined);
    const computed = round(sum(report, equation.plus) - sum(report, equation.minus ?? []));
    if (complete ? differs(total, computed) : exceeds(report, equation, total, computed)) {
      result.findings.push(contradiction(report, rule, equation, total ?? 0, computed));
    } else if (!complete && cell(report, equation.total)) {
      result.open.push(equation);
    }
  }
  return result;
}

function sum(report: Report, ids: readonly ReadingId[]): number {
  return ids.reduce((total, id) => total + (printed(report, id) ?? 0), 0);
}

function exceeds(report: Report, equation: Equation, total: number | undefined, computed: number): boolean {
  if (total === undefined || equation.minus?.length) return false;
  return equation.plus.every((id) => (printed(report, id) ?? 0) >= 0) && computed > total;
}

function contradiction(
  report: Report,
  rule: string,
  { total, plus, minus = [] }: Equation,
  value: number,
  computed: number,
): Finding {
  const readings = [total, ...plus, ...minus];
  return {
    rule,
    severity: 'error',
    message: `“${labelOf(total)}”印为 ${value}，按其他各格计算为 ${computed}${terms(report, plus, minus)}`,
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
export function openNotice(report: Report, rule: string, open: readonly Equation[], what: string): Finding[] {
  if (open.length === 0) return [];
  const blank = new Set(
    open
      .flatMap((e) => [e.total, ...e.plus, ...(e.minus ?? [])])
      .filter((id) => cell(report, id)?.status === 'blank'),
  );
  if (blank.size === 0) return [];
  const first = [...blank][0] ?? '';
  return [
    {
      rule,
      severity: 'notice',
      message: `${what}有 ${open.length} 处因空白格无法核对（如“${labelOf(first)}”未填数字；空白不等于 0）`,
      readings: [...blank],
      printed: null,
      computed: null,
      quotations: quotations(report, [...blank].slice(0, 2)),
    },
  ];
}

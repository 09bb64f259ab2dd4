import { catalogue } from '../catalogue/catalogue.ts';
import { contradicts, differs, type Equation, round, type Side, sideOf } from '../catalogue/laws.ts';
import type { Finding } from '../model/finding.ts';
import type { ReadingId, Report } from '../model/report.ts';
import { labelOf, printed, quotations } from './cells.ts';
import { anyDoubtful } from './doubt.ts';

export interface EquationResult {
  findings: Finding[];
  /** Could not be assessed because cells are blank or missing. */
  open: Equation[];
  /** Do not come out, but the reader was not sure of a cell. */
  doubted: Equation[];
}

/**
 * Checks equations over printed cells; how blanks count tells `contradicts`.
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

function side(report: Report, ids: readonly ReadingId[]): Side {
  return sideOf(ids, (id) => printed(report, id));
}

function contradiction(report: Report, rule: string, { total, plus, minus = [] }: Equation): Finding {
  const readings = [total, ...plus, ...minus];
  const value = printed(report, total) ?? null;
  const computed = round(side(report, plus).sum - side(report, minus).sum);
  const shown = value === null ? '未填' : `印为 ${value}`;
  return {
    rule,
    severity: 'error',
    message: `“${labelOf(total)}”${shown}，按其他各格计算为 ${computed}${terms(report, total, plus, minus)}`,
    readings,
    printed: value,
    computed,
    quotations: quotations(report, readings),
  };
}

function terms(
  report: Report,
  total: ReadingId,
  plus: readonly ReadingId[],
  minus: readonly ReadingId[],
): string {
  const shown = (ids: readonly ReadingId[]) =>
    ids.flatMap((id) => {
      const value = printed(report, id);
      return value ? [`${shortLabel(id, total)} ${value}`] : [];
    });
  const added = shown(plus).join(' + ') || '各格均为 0';
  const taken = shown(minus).map((text) => ` − ${text}`);
  return `（${added}${taken.join('')}）`;
}

/** What row or column a cell shares with the total is told once, with the total: （自然人 14 + 商业企业 2）. */
function shortLabel(id: ReadingId, total: ReadingId): string {
  const [row, column] = partsOf(id);
  const [totalRow, totalColumn] = partsOf(total);
  if (row === totalRow) return catalogue().fields.get(id)?.columnLabel ?? labelOf(id);
  return column === totalColumn && column !== 'total' ? labelOf(`${row}.total`) : labelOf(id);
}

function partsOf(id: ReadingId): [row: string, column: string] {
  const at = id.lastIndexOf('.');
  return [id.slice(0, at), id.slice(at + 1)];
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

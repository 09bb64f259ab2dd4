import {
  applicantTotalOf,
  applicationColumns,
  balanceOf,
  blockTotals,
  type Equation,
  handledTotalOf,
  outcomeRows,
  printedRows,
} from '../../catalogue/laws.ts';
import type { ReadingId, Report } from '../../model/report.ts';
import { printed } from '../cells.ts';
import type { Check } from '../check.ts';
import { checkEquations, notAssessable } from '../equation.ts';

const printedIn = (report: Report) => printedRows(Object.keys(report.readings));

function equationCheck(
  check: Omit<Check, 'needs' | 'severities' | 'run'>,
  equations: (r: Report) => Equation[],
  unsure: (r: Report) => boolean = () => false,
): Check {
  return {
    ...check,
    needs: 'report',
    severities: ['error', 'notice'],
    run: ({ report }) => {
      const result = checkEquations(report, check.id, equations(report), unsure(report));
      return [...result.findings, ...notAssessable(report, check.id, check.title, result)];
    },
  };
}

export const applicationBalance = equationCheck(
  {
    id: 'application-balance',
    title: '表三收办与办结的平衡',
    formula: '一、本年新收 + 二、上年结转 = 三、（七）总计 + 四、结转下年度继续办理，每一列都应成立',
    example: '新收 21、上年结转 0，（七）总计 20、结转下年度 0：少 1 件。',
  },
  (report) => applicationColumns().map((column) => toldBalance(report, column)),
);

/**
 * Any of the four cells may be the wrong one. Told is the one that another law of the table corrects to the same
 * figure, so that one slip reads as one; else the first that can be right with a figure that is not negative.
 */
function toldBalance(report: Report, column: string): Equation {
  const first = balanceOf(column);
  const taken = first.plus;
  const gone = [first.total, ...(first.minus ?? [])];
  const told = [...gone, ...taken].map((total): Equation => {
    const [same, other] = gone.includes(total) ? [gone, taken] : [taken, gone];
    return { total, plus: other, minus: same.filter((id) => id !== total) };
  });
  const implied = (e: Equation) => sum(report, e.plus) - sum(report, e.minus ?? []);
  if (implied(first) === printed(report, first.total)) return first;
  const suspect = told.find((e) => elsewhere(report, e.total).includes(implied(e)));
  return suspect ?? told.find((e) => implied(e) >= 0) ?? first;
}

function sum(report: Report, ids: readonly ReadingId[]): number {
  return ids.reduce((total, id) => total + (printed(report, id) ?? 0), 0);
}

/** What the other laws of table 三 make of a cell that breaks them: its row's, and for （七） its column's. */
function elsewhere(report: Report, id: ReadingId): number[] {
  const row = id.slice(0, id.lastIndexOf('.'));
  const column = id.slice(row.length + 1);
  const others = applicationColumns().filter((key) => key !== 'total' && key !== column);
  const rest = sum(
    report,
    others.map((key) => `${row}.${key}`),
  );
  const byRow = column === 'total' ? rest : (printed(report, `${row}.total`) ?? 0) - rest;
  const byColumn = sum(
    report,
    outcomeRows(printedIn(report)).map((key) => `applications.${key}.${column}`),
  );
  const values = row === 'applications.handledTotal' ? [byRow, byColumn] : [byRow];
  return values.filter((value) => value !== printed(report, id));
}

export const handledTotal = equationCheck(
  {
    id: 'handled-total',
    title: '表三（七）总计',
    formula: '三、（七）总计 = （一）至（六）各项办理结果之和，每一列都应成立',
    example: '予以公开 7、部分公开 3、不予公开 2、无法提供 3、不予处理 1，（七）总计却印为 17（应为 16）。',
  },
  (report) => applicationColumns().map((column) => handledTotalOf(column, printedIn(report))),
  hasStrayRow,
);

/** A row of table 三 that fits no official one may hold outcomes of its own. */
function hasStrayRow(report: Report): boolean {
  return report.warnings.some(
    ({ code, readings, message }) =>
      code === 'row-unmatched' && readings?.length === 0 && message.includes('表三'),
  );
}

export const applicantTotal = equationCheck(
  {
    id: 'applicant-total',
    title: '表三各行总计',
    formula: '总计 = 自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他，每一行都应成立',
    example: '自然人 14、商业企业 2、法律服务机构 1，总计印为 16（应为 17）。',
  },
  (report) => [...printedIn(report)].map(applicantTotalOf),
);

export const reviewBlockTotal = equationCheck(
  {
    id: 'review-block-total',
    title: '表四各组总计',
    formula: '行政复议、未经复议直接起诉、复议后起诉三组：总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结',
    example: '行政复议结果维持 10、结果纠正 1，总计却印为 0（应为 11）。',
  },
  blockTotals,
);

import { catalogue } from '../../catalogue/catalogue.ts';
import type { ReadingId, Report } from '../../model/report.ts';
import { printed } from '../cells.ts';
import type { Check } from '../check.ts';
import { checkEquations, type Equation, notAssessable } from '../equation.ts';

const frame = new Set(['newReceived', 'carriedIn', 'handledTotal', 'carriedForward']);

const form = () => catalogue().editions.get('2021');
/** The totals first: a slip shows there too, and it is what people look at. */
const columns = () => (form()?.applications.columns.map((column) => column.key) ?? []).toReversed();
const applicants = () =>
  columns()
    .filter((column) => column !== 'total')
    .toReversed();

/** Row keys of table 三 that this report prints, in no particular order. */
function printedRows(report: Report): string[] {
  const keys = new Set<string>();
  for (const id of Object.keys(report.readings)) {
    if (id.startsWith('applications.')) keys.add(id.slice('applications.'.length, id.lastIndexOf('.')));
  }
  return [...keys];
}

/**
 * The rows that （七） sums up, whether or not this report has them: where one was not read the sum cannot be told.
 * （六）其他处理 is one row or three: where both are printed the three are its parts, not further outcomes.
 */
function outcomeRows(report: Report): string[] {
  const official = form()?.applications.rows.map((row) => row.key) ?? [];
  const outcomes = official.filter((key) => !frame.has(key));
  const printed = new Set(printedRows(report));
  const split = outcomes.filter((key) => key.startsWith('otherHandling.'));
  const oneRow = printed.has('otherHandling') && !split.every((key) => printed.has(key));
  return oneRow ? [...outcomes.filter((key) => !split.includes(key)), 'otherHandling'] : outcomes;
}

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
  (report) => columns().map((column) => balanceOf(report, column)),
);

/**
 * Any of the four cells may be the wrong one. Told is the one that another law of the table corrects to the same
 * figure, so that one slip reads as one; else the first that can be right with a figure that is not negative.
 */
function balanceOf(report: Report, column: string): Equation {
  const at = (row: string) => `applications.${row}.${column}`;
  const taken = ['newReceived', 'carriedIn'].map(at);
  const gone = ['carriedForward', 'handledTotal'].map(at);
  const told = [...gone, ...taken].map((total): Equation => {
    const [same, other] = gone.includes(total) ? [gone, taken] : [taken, gone];
    return { total, plus: other, minus: same.filter((id) => id !== total) };
  });
  const implied = (e: Equation) => sum(report, e.plus) - sum(report, e.minus ?? []);
  const [first] = told as [Equation];
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
  const others = columns().filter((key) => key !== 'total' && key !== column);
  const rest = sum(
    report,
    others.map((key) => `${row}.${key}`),
  );
  const byRow = column === 'total' ? rest : (printed(report, `${row}.total`) ?? 0) - rest;
  const byColumn = sum(
    report,
    outcomeRows(report).map((key) => `applications.${key}.${column}`),
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
  (report) =>
    columns().map((column) => ({
      total: `applications.handledTotal.${column}`,
      plus: outcomeRows(report).map((row) => `applications.${row}.${column}`),
    })),
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
  (report) =>
    printedRows(report).map((row) => ({
      total: `applications.${row}.total`,
      plus: applicants().map((column) => `applications.${row}.${column}`),
    })),
);

export const reviewBlockTotal = equationCheck(
  {
    id: 'review-block-total',
    title: '表四各组总计',
    formula: '行政复议、未经复议直接起诉、复议后起诉三组：总计 = 结果维持 + 结果纠正 + 其他结果 + 尚未审结',
    example: '行政复议结果维持 10、结果纠正 1，总计却印为 0（应为 11）。',
  },
  () => {
    const { blocks = [], columns: results = [] } = form()?.reviews ?? {};
    return blocks.map((block) => ({
      total: `reviews.${block.key}.total`,
      plus: results.filter((r) => r.key !== 'total').map((r) => `reviews.${block.key}.${r.key}`),
    }));
  },
);

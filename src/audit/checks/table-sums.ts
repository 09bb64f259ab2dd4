import { catalogue } from '../../catalogue/catalogue.ts';
import type { Report } from '../../model/report.ts';
import type { Check } from '../check.ts';
import { checkEquations, type Equation, openNotice } from '../equation.ts';

const frame = new Set(['newReceived', 'carriedIn', 'handledTotal', 'carriedForward']);

const form = () => catalogue().editions.get('2021');
const columns = () => form()?.applications.columns.map((column) => column.key) ?? [];

/** Row keys of table 三 that this report prints, in no particular order. */
function printedRows(report: Report): string[] {
  const keys = new Set<string>();
  for (const id of Object.keys(report.readings)) {
    if (id.startsWith('applications.')) keys.add(id.slice('applications.'.length, id.lastIndexOf('.')));
  }
  return [...keys];
}

/** （六）其他处理 is one row or three: where both are printed the three are its parts, not further outcomes. */
function outcomeRows(report: Report): string[] {
  const rows = printedRows(report).filter((key) => !frame.has(key));
  const split = rows.some((key) => key.startsWith('otherHandling.'));
  return split ? rows.filter((key) => key !== 'otherHandling') : rows;
}

function equationCheck(
  check: Omit<Check, 'needs' | 'severities' | 'run'>,
  equations: (r: Report) => Equation[],
): Check {
  return {
    ...check,
    needs: 'report',
    severities: ['error', 'notice'],
    run: ({ report }) => {
      const { findings, open } = checkEquations(report, check.id, equations(report));
      return [...findings, ...openNotice(report, check.id, open, check.title)];
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
  () =>
    columns().map((column) => ({
      total: `applications.carriedForward.${column}`,
      plus: [`applications.newReceived.${column}`, `applications.carriedIn.${column}`],
      minus: [`applications.handledTotal.${column}`],
    })),
);

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
);

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
      plus: columns()
        .filter((column) => column !== 'total')
        .map((column) => `applications.${row}.${column}`),
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

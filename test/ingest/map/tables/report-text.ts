import { linesToBlocks } from '../../../../src/ingest/decode/text.ts';
import { readTables, type TablesRead } from '../../../../src/ingest/map/tables/read-tables.ts';
import type { Block } from '../../../../src/model/document.ts';

/** Table 三 of the 2021 form as lines of text; `rows` overrides the figures of single lines, by their label. */
export const applicationLabels = [
  '一、本年新收政府信息公开申请数量\t\t',
  '二、上年结转政府信息公开申请数量\t\t',
  '三、本年度办理结果\t（一）予以公开\t',
  '\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t',
  '\t（三）不予公开\t1.属于国家秘密',
  '\t\t2.其他法律行政法规禁止公开',
  '\t\t3.危及“三安全一稳定”',
  '\t\t4.保护第三方合法权益',
  '\t\t5.属于三类内部事务信息',
  '\t\t6.属于四类过程性信息',
  '\t\t7.属于行政执法案卷',
  '\t\t8.属于行政查询事项',
  '\t（四）无法提供\t1.本机关不掌握相关政府信息',
  '\t\t2.没有现成信息需要另行制作',
  '\t\t3.补正后申请内容仍不明确',
  '\t（五）不予处理\t1.信访举报投诉类申请',
  '\t\t2.重复申请',
  '\t\t3.要求提供公开出版物',
  '\t\t4.无正当理由大量反复申请',
  '\t\t5.要求行政机关确认或重新出具已获取信息',
  '\t（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '\t\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '\t\t3.其他',
  '\t（七）总计\t',
  '四、结转下年度继续办理\t\t',
];

export const applicationHeader = [
  '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t\t\t\t\t\t',
  '\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计',
  '\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t',
];

/** Every cell of row `index` (from 1) has a figure of its own, and every law of the table is kept. */
export function figuresOf(index: number): number[] {
  const applicants = Array.from({ length: 6 }, (_, c) => applicantFigure(index, c));
  return [...applicants, applicants.reduce((sum, figure) => sum + figure, 0)];
}

/** 一 is what makes it come out with 二, （七） (row 24) is the sum of rows 3 to 23, 四 is row 25. */
function applicantFigure(index: number, column: number): number {
  const at = (row: number) => applicantFigure(row, column);
  if (index === 1) return at(24) + at(25) - at(2);
  if (index === 24) return Array.from({ length: 21 }, (_, i) => at(i + 3)).reduce((sum, n) => sum + n, 0);
  return index * 10 + column;
}

export function applicationLines(): string[] {
  const rows = applicationLabels.map((label, i) => `${label}\t${figuresOf(i + 1).join('\t')}`);
  return [...applicationHeader, ...rows];
}

/** One table alone: that the others are missing goes without saying. */
export function readLines(lines: readonly string[]): TablesRead {
  const read = readTables(blocksOf(lines));
  return { ...read, warnings: read.warnings.filter(({ code }) => code !== 'table-missing') };
}

export function blocksOf(lines: readonly string[]): Block[] {
  return linesToBlocks(lines.join('\n'));
}

/** The seven values of a row of table 三. */
export function rowValues(read: TablesRead, row: string): (number | null | undefined)[] {
  const columns = [
    'naturalPerson',
    'commercial',
    'research',
    'publicWelfare',
    'legalService',
    'otherOrganization',
    'total',
  ];
  return columns.map((column) => read.readings[`applications.${row}.${column}`]?.value);
}

/** Without the second look at sums: these tests change single rows, so that the totals do not come out. */
export function warned(read: TablesRead): string[] {
  return read.warnings.flatMap(({ code, readings }) => (code === 'row-inferred' ? [] : (readings ?? [])));
}

import type { Cell, Grid } from '../../../../src/model/document.ts';

/** A table as it is meant: what a decoder should find whatever the file looks like. */
export type MeantCell = Omit<Cell, 'place'>;
export interface MeantTable extends Omit<Grid, 'cells' | 'exact'> {
  cells: MeantCell[];
  /** Relative column widths. */
  widths: number[];
}

/** Numbers of a small generator with a seed: the same report on every run. */
export function figures(seed: number): () => string {
  let state = seed * 2654435761 + 1;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 374761393) >>> 0;
    const kind = state % 10;
    if (kind < 5) return '0';
    if (kind < 8) return String((state >>> 8) % 40);
    return String((state >>> 8) % 9000);
  };
}

class Sheet {
  readonly cells: MeantCell[] = [];
  put(row: number, column: number, text: string, rowSpan = 1, columnSpan = 1): this {
    this.cells.push({ row, column, text, rowSpan, columnSpan });
    return this;
  }
  row(row: number, from: number, texts: readonly string[]): this {
    texts.forEach((text, i) => {
      this.put(row, from + i, text);
    });
    return this;
  }
}

const refused = [
  '1.属于国家秘密',
  '2.其他法律行政法规禁止公开',
  '3.危及“三安全一稳定”',
  '4.保护第三方合法权益',
  '5.属于三类内部事务信息',
  '6.属于四类过程性信息',
  '7.属于行政执法案卷',
  '8.属于行政查询事项',
];
const unavailable = ['1.本机关不掌握相关政府信息', '2.没有现成信息需要另行制作', '3.补正后申请内容仍不明确'];
const notProcessed = [
  '1.信访举报投诉类申请',
  '2.重复申请',
  '3.要求提供公开出版物',
  '4.无正当理由大量反复申请',
  '5.要求行政机关确认或重新出具已获取信息',
];
const other = [
  '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  '3.其他',
];

/** Table 三 of the 2021 form. */
export function applicationsTable(next: () => string): MeantTable {
  const sheet = new Sheet()
    .put(0, 0, '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3)
    .put(0, 3, '申请人情况', 1, 7)
    .put(1, 3, '自然人', 2, 1)
    .put(1, 4, '法人或其他组织', 1, 5)
    .put(1, 9, '总计', 2, 1)
    .row(2, 4, ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']);
  let row = 3;
  const numbers = () => Array.from({ length: 7 }, next);
  const wide = (label: string, column: number) => {
    sheet.put(row, column, label, 1, 3 - column).row(row, 3, numbers());
    row++;
  };
  const group = (label: string, items: readonly string[]) => {
    sheet.put(row, 1, label, items.length, 1);
    for (const item of items) {
      sheet.put(row, 2, item).row(row, 3, numbers());
      row++;
    }
  };
  wide('一、本年新收政府信息公开申请数量', 0);
  wide('二、上年结转政府信息公开申请数量', 0);
  const results = refused.length + unavailable.length + notProcessed.length + other.length + 3;
  sheet.put(row, 0, '三、本年度办理结果', results, 1);
  wide('（一）予以公开', 1);
  wide('（二）部分公开（区分处理的，只计这一情形，不计其他情形）', 1);
  group('（三）不予公开', refused);
  group('（四）无法提供', unavailable);
  group('（五）不予处理', notProcessed);
  group('（六）其他处理', other);
  wide('（七）总计', 1);
  wide('四、结转下年度继续办理', 0);
  return {
    rows: row,
    columns: 10,
    cells: sheet.cells,
    widths: [1, 2.2, 5, 1.2, 1.2, 1.2, 1.4, 1.4, 1.2, 1.2],
  };
}

/** Table 二 of the 2021 form. */
export function disclosureTable(next: () => string): MeantTable {
  const sheet = new Sheet()
    .put(0, 0, '第二十条第（一）项', 1, 4)
    .row(1, 0, ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'])
    .row(2, 0, ['规章', next(), next(), next()])
    .row(3, 0, ['行政规范性文件', next(), next(), next()]);
  const block = (row: number, title: string, head: string, items: readonly string[]) => {
    sheet
      .put(row, 0, title, 1, 4)
      .put(row + 1, 0, '信息内容')
      .put(row + 1, 1, head, 1, 3);
    items.forEach((item, i) => {
      sheet.put(row + 2 + i, 0, item).put(row + 2 + i, 1, next(), 1, 3);
    });
  };
  block(4, '第二十条第（五）项', '本年处理决定数量', ['行政许可']);
  block(7, '第二十条第（六）项', '本年处理决定数量', ['行政处罚', '行政强制']);
  block(11, '第二十条第（八）项', '本年收费金额（单位：万元）', ['行政事业性收费']);
  return { rows: 14, columns: 4, cells: sheet.cells, widths: [3, 2, 2, 2] };
}

/** Table 四. */
export function reviewsTable(next: () => string): MeantTable {
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'];
  const sheet = new Sheet()
    .put(0, 0, '行政复议', 1, 5)
    .put(0, 5, '行政诉讼', 1, 10)
    .put(1, 5, '未经复议直接起诉', 1, 5)
    .put(1, 10, '复议后起诉', 1, 5);
  results.forEach((label, i) => {
    sheet
      .put(1, i, label, 2, 1)
      .put(2, 5 + i, label)
      .put(2, 10 + i, label);
  });
  sheet.row(3, 0, Array.from({ length: 15 }, next));
  return { rows: 4, columns: 15, cells: sheet.cells, widths: Array(15).fill(1) };
}

/** Differences between a table as meant and as read, blanks aside; empty when they agree cell by cell. */
export function differences(meant: MeantTable, read: Grid): string[] {
  const key = (c: MeantCell) =>
    `r${c.row} c${c.column} ${c.rowSpan}×${c.columnSpan} ${c.text.replace(/\s/g, '')}`;
  const want = new Set(meant.cells.map(key));
  const have = new Set(read.cells.map(key));
  const lost = [...want].filter((k) => !have.has(k)).map((k) => `lost ${k}`);
  const extra = [...have].filter((k) => !want.has(k)).map((k) => `extra ${k}`);
  return [...lost, ...extra];
}

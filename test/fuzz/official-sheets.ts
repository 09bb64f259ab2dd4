import { catalogue } from '../../src/catalogue/catalogue.ts';
import type { EditionKey } from '../../src/model/report.ts';
import { type Sheet, SheetBuilder } from './sheet.ts';

/** How a figure is printed. */
export type Print = (id: string) => string;

/** Table 二 as the form draws it: a title over each article, a header, one row an item. */
export function disclosureSheet(form: EditionKey, print: Print): Sheet {
  const builder = new SheetBuilder();
  const rows = catalogue().editions.get(form)?.disclosure.rows ?? [];
  let header = '';
  for (const row of rows) {
    const columns = row.columns.map((column) => column.label);
    const above = [row.article, ...columns].join();
    if (above !== header) {
      builder.row().cell('header', row.article, 4);
      builder.row().cell('header', '信息内容');
      for (const [i, label] of columns.entries()) builder.cell('header', label, spanOf(i, columns.length));
      header = above;
    }
    builder.row().cell('label', row.label);
    for (const [i, column] of row.columns.entries()) {
      const id = `disclosure.${row.key}.${column.key}`;
      builder.cell('value', print(id), spanOf(i, columns.length), 1, id);
    }
  }
  return builder.build('disclosure', 0);
}

/** The last column takes what is left of the three. */
function spanOf(index: number, count: number): number {
  return index === count - 1 ? 4 - count : 1;
}

/** Table 三: three columns of labels, seven of figures. */
export function applicationsSheet(form: EditionKey, print: Print): Sheet {
  const builder = new SheetBuilder();
  const edition = catalogue().editions.get(form);
  const columns = edition?.applications.columns ?? [];
  builder.row();
  builder.cell('header', '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', 3, 3);
  builder.cell('header', '申请人情况', 7);
  builder
    .row()
    .cell('header', columns[0]?.label ?? '', 1, 2)
    .cell('header', '法人或其他组织', 5)
    .cell('header', '总计', 1, 2);
  builder.row();
  for (const column of columns.slice(1, 6)) builder.cell('header', column.label);
  const rows = edition?.applications.rows ?? [];
  const printed = new Set<string>();
  for (const row of rows) {
    builder.row();
    for (const [depth, label] of row.path.entries()) {
      const path = row.path.slice(0, depth + 1).join('/');
      if (printed.has(path)) continue;
      printed.add(path);
      const last = depth === row.path.length - 1;
      const under = rows.filter((other) => other.path.slice(0, depth + 1).join('/') === path).length;
      builder.cell('label', label, last ? 3 - depth : 1, under);
    }
    for (const column of columns) {
      const id = `applications.${row.key}.${column.key}`;
      builder.cell('value', print(id), 1, 1, id);
    }
  }
  return builder.build('applications', 3);
}

type ReviewLayout = 'one' | 'split' | 'rows' | 'transposed';

/** Table 四: as the form draws it, cut in two, with a block in each row, or with a result in each row. */
export function reviewSheets(layout: ReviewLayout, print: Print): Sheet[] {
  const { blocks = [], columns = [] } = catalogue().editions.get('2021')?.reviews ?? {};
  const id = (block: { key: string }, column: { key: string }) => `reviews.${block.key}.${column.key}`;
  if (layout === 'one') return [oneReview(blocks.length, print)];
  if (layout === 'split') return [oneReview(1, print), litigation(print)];
  const builder = new SheetBuilder().row().cell('header', '');
  const byRow = layout === 'rows';
  for (const head of byRow ? columns : blocks) builder.cell('header', labelOf(head));
  for (const line of byRow ? blocks : columns) {
    builder.row().cell('label', labelOf(line));
    for (const head of byRow ? columns : blocks) {
      const key = byRow ? id(line, head) : id(head, line);
      builder.cell('value', print(key), 1, 1, key);
    }
  }
  return [builder.build('reviews', 1)];
}

function labelOf(part: { label?: string; path?: string[] }): string {
  return part.label ?? part.path?.at(-1) ?? '';
}

function oneReview(blockCount: number, print: Print): Sheet {
  const { blocks = [], columns = [] } = catalogue().editions.get('2021')?.reviews ?? {};
  const shown = blocks.slice(0, blockCount);
  const builder = new SheetBuilder().row().cell('header', '行政复议', 5);
  if (shown.length > 1) builder.cell('header', '行政诉讼', 10);
  builder.row();
  for (const column of columns) builder.cell('header', column.label, 1, shown.length > 1 ? 2 : 1);
  for (const block of shown.slice(1)) builder.cell('header', block.path.at(-1) ?? '', 5);
  if (shown.length > 1) builder.row();
  for (const _ of shown.slice(1)) for (const column of columns) builder.cell('header', column.label);
  return withValues(builder, shown, print);
}

function litigation(print: Print): Sheet {
  const { blocks = [], columns = [] } = catalogue().editions.get('2021')?.reviews ?? {};
  const shown = blocks.slice(1);
  const builder = new SheetBuilder().row().cell('header', '行政诉讼', 10).row();
  for (const block of shown) builder.cell('header', block.path.at(-1) ?? '', 5);
  builder.row();
  for (const _ of shown) for (const column of columns) builder.cell('header', column.label);
  return withValues(builder, shown, print);
}

function withValues(builder: SheetBuilder, blocks: readonly { key: string }[], print: Print): Sheet {
  builder.row();
  for (const block of blocks) {
    for (const column of catalogue().editions.get('2021')?.reviews.columns ?? []) {
      const id = `reviews.${block.key}.${column.key}`;
      builder.cell('value', print(id), 1, 1, id);
    }
  }
  return builder.build('reviews', blocks.length > 1 ? 3 : 2);
}

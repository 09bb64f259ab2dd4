import { catalogue, type Field, type Table } from '../../../src/catalogue/catalogue.ts';
import type { AnswerBlock } from '../../../src/model/answer.ts';
import type { Reading, Report } from '../../../src/model/report.ts';

const tables: Table[] = ['disclosure', 'applications', 'reviews'];

/** The three official tables as a phone can show them: a line for each row, its columns behind it where they differ. */
export function reportTables(report: Report): AnswerBlock[] {
  const { title } = catalogue();
  return [
    { kind: 'headline', text: `${report.agency.name} ${report.year}年 三张表` },
    ...tables.flatMap((table): AnswerBlock[] => {
      const rows = rowsOf(report, table);
      if (rows.length === 0) return [{ kind: 'text', text: `${title(table)}：年报中没有读到此表` }];
      return [
        { kind: 'text', text: title(table) },
        { kind: 'list', ordered: false, items: rows },
      ];
    }),
    { kind: 'note', text: '照年报印的原样；空白的格子写“空白”，与 0 不同。各列不全为 0 的才列出分项。' },
  ];
}

interface Row {
  path: string;
  cells: { label: string; shown: string; total: boolean }[];
}

function rowsOf(report: Report, table: Table): string[] {
  const rows = new Map<string, Row>();
  for (const [id, field] of catalogue().fields) {
    const cell = report.readings[id];
    if (field.table !== table || !cell) continue;
    const row = rows.get(field.row) ?? { path: field.rowPath.join(' '), cells: [] };
    row.cells.push(shownCell(field, cell));
    rows.set(field.row, row);
  }
  return [...rows.values()].map((row) => line(row, table));
}

function shownCell(field: Field, cell: Reading) {
  const total = field.column === 'total';
  return {
    label: field.columnLabel,
    shown: cell.status === 'blank' ? '空白' : String(cell.value ?? cell.raw),
    total,
  };
}

function line({ path, cells }: Row, table: Table): string {
  const total = cells.find((cell) => cell.total);
  const parts = cells.filter((cell) => !cell.total);
  if (!total) return `${path}：${parts.map(({ label, shown }) => `${label} ${shown}`).join('，')}`;
  const telling = parts.filter(({ shown }) => shown !== '0');
  const detail = telling.map(({ label, shown }) => `${label} ${shown}`).join('，');
  const unit = table === 'reviews' || telling.length > 0 ? `${detail ? `（${detail}）` : ''}` : '';
  return `${path}：${total.shown}${unit}`;
}

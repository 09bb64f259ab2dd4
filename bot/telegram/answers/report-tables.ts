import { catalogue, type Field, type Table } from '../../../src/catalogue/catalogue.ts';
import type { AnswerBlock } from '../../../src/model/answer.ts';
import type { Reading, Report } from '../../../src/model/report.ts';
import type { Say } from '../texts/say.ts';

const tables: Table[] = ['disclosure', 'applications', 'reviews'];

/** The three official tables as a phone can show them: a line for each row, its columns behind it where they differ. */
export function reportTables(report: Report, say: Say): AnswerBlock[] {
  const { title } = catalogue();
  return [
    { kind: 'headline', text: say('answers.threeTables', { agency: report.agency.name, year: report.year }) },
    ...tables.flatMap((table): AnswerBlock[] => {
      const rows = rowsOf(report, table, say);
      if (rows.length === 0)
        return [{ kind: 'text', text: say('answers.tableMissing', { table: title(table) }) }];
      return [
        { kind: 'text', text: title(table) },
        { kind: 'list', ordered: false, items: rows },
      ];
    }),
    { kind: 'note', text: say('answers.asPrinted') },
  ];
}

interface Row {
  path: string;
  cells: { label: string; shown: string; total: boolean }[];
}

function rowsOf(report: Report, table: Table, say: Say): string[] {
  const rows = new Map<string, Row>();
  for (const [id, field] of catalogue().fields) {
    const cell = report.readings[id];
    if (field.table !== table || !cell) continue;
    const row = rows.get(field.row) ?? { path: field.rowPath.join(' '), cells: [] };
    row.cells.push(shownCell(field, cell, say));
    rows.set(field.row, row);
  }
  return [...rows.values()].map((row) => line(row, table));
}

function shownCell(field: Field, cell: Reading, say: Say) {
  const total = field.column === 'total';
  return {
    label: field.columnLabel,
    shown: cell.status === 'blank' ? say('answers.blank') : String(cell.value ?? cell.raw),
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

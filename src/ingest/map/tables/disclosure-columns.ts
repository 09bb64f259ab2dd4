import { catalogue, type Field } from '../../../catalogue/catalogue.ts';
import type { EditionKey } from '../../../model/report.ts';
import type { Entry } from './disclosure-entries.ts';
import { headerCells } from './find-disclosure.ts';
import { labelFit } from './label.ts';
import { labelData } from './label-data.ts';
import { printedCount } from './row-kinds.ts';
import { type RowCell, splitRow, type TableRow } from './stream.ts';

/** The header's cells that name columns, each column once. */
export function columnCells(row: TableRow): RowCell[] {
  const { disclosureColumns } = labelData();
  const named = headerCells(row).filter(
    (cell) => cell.bare && disclosureColumns.some(({ labels }) => labelFit(cell.bare, labels) >= 0.7),
  );
  const columns: RowCell[] = [];
  for (const cell of named) {
    const before = columns.at(-1);
    if (before?.bare !== cell.bare) columns.push(cell);
    else columns[columns.length - 1] = { ...before, span: cell.column + cell.span - before.column };
  }
  return columns;
}

/** Tools that print a merged cell in each of its columns repeat the figure as they repeat the header over it. */
export function withoutRepeats(row: TableRow, header: readonly RowCell[]): TableRow {
  const labelEnd = splitRow(row).label.at(-1)?.column ?? -1;
  // A header that lost its first cell stands a column too far to the left.
  if (row.exact || row.plain || header.some(({ column }) => column <= labelEnd)) return row;
  const repeated = header.flatMap((head) => {
    const under = row.cells.filter((c) => c.column >= head.column && c.column < head.column + head.span);
    return under.length > 1 && under.every((c) => c.text === under[0]?.text) ? under.slice(1) : [];
  });
  return repeated.length ? { ...row, cells: row.cells.filter((cell) => !repeated.includes(cell)) } : row;
}

/** What most headers say, and rows whose number of values only one edition has; undefined where nothing tells. */
export function editionOf(entries: readonly Entry[]): EditionKey | undefined {
  let votes = 0;
  for (const { official, header, row } of entries) {
    const fitting = (['2021', '2019'] as const).filter((edition) => {
      const fields = fieldsOf(official.key, edition);
      if (!header.length) return fields.length === printedCount(row);
      return header.length === fields.length && header.every((cell) => fieldUnder(cell, fields));
    });
    if (fitting.length === 1) votes += fitting[0] === '2021' ? 1 : -1;
  }
  return votes === 0 ? undefined : votes < 0 ? '2019' : '2021';
}

/** In the order of the edition's columns. */
export function fieldsOf(row: string, edition?: EditionKey): Field[] {
  const { fields, editions } = catalogue();
  const columns = [...editions].flatMap(([key, data]) =>
    !edition || key === edition ? (data.disclosure.rows.find((r) => r.key === row)?.columns ?? []) : [],
  );
  const keys = [...new Set(columns.map((column) => column.key))];
  return keys.flatMap((key) => fields.get(`disclosure.${row}.${key}`) ?? []);
}

function fieldUnder(header: RowCell, fields: readonly Field[]): Field | undefined {
  const { disclosureColumns } = labelData();
  const scored = fields.map((field) => {
    const labels = disclosureColumns.find(({ key }) => key === field.column)?.labels ?? [];
    return { field, score: labelFit(header.bare, labels) };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { field: fields[0], score: 0 });
  return best.score >= 0.6 ? best.field : undefined;
}

/** The columns of an entry: as its header names them, else those of an edition with as many as there are values. */
export function columnsOf(
  entry: Entry,
  edition: EditionKey | undefined,
): { fields: Field[]; cells: RowCell[] } {
  const all = fieldsOf(entry.official.key);
  const named = entry.header.flatMap((cell) => {
    const field = fieldUnder(cell, all);
    return field ? [{ field, cell }] : [];
  });
  const unique = named.filter(({ field }, i) => named.findIndex((n) => n.field === field) === i);
  const editions = [...catalogue().editions.keys()].map((key) => ({
    key,
    fields: fieldsOf(entry.official.key, key),
  }));
  const printed = slotsOf(entry.row).filter((cell) => cell.value.kind !== 'empty').length;
  const count = Math.max(printed, entry.row.plain ? 0 : spread(unique.map(({ cell }) => cell)));
  const whole = editions.find(
    ({ fields }) => fields.length === count && unique.every(({ field }) => fields.includes(field)),
  );
  const merged = !entry.row.exact && entry.header.some((cell) => cell.span > 1);
  if (unique.length && unique.length < count && whole && !merged) return { fields: whole.fields, cells: [] };
  if (unique.length) return { fields: unique.map((n) => n.field), cells: unique.map((n) => n.cell) };
  const choice = editions.filter(({ key }) => !edition || key === edition);
  return { fields: choice.length === 1 ? (choice[0]?.fields ?? []) : [], cells: [] };
}

/** What stands behind the cells that name the official row: also words where a number should be. */
export function slotsOf(row: TableRow): RowCell[] {
  const { label, slots } = splitRow(row);
  let best = { end: label.length, score: 0.6 };
  for (let end = 1; end <= label.length; end++) {
    const texts = [
      label[end - 1]?.bare ?? '',
      label
        .slice(0, end)
        .map((cell) => cell.bare)
        .join(''),
    ];
    const score = Math.max(
      ...labelData().disclosureRows.flatMap(({ labels }) => texts.map((text) => labelFit(text, labels))),
    );
    if (score > best.score) best = { end, score };
  }
  return [...label.slice(best.end).filter((cell) => cell.own), ...slots];
}

/** The columns from the first named one to the last, with those between whose label is lost. */
function spread(cells: readonly RowCell[]): number {
  const gaps = cells.slice(1).map((cell, i) => {
    const before = cells[i];
    return before ? Math.max(0, cell.column - before.column - before.span) : 0;
  });
  return cells.length + gaps.reduce((sum, gap) => sum + gap, 0);
}

import { catalogue, type Field } from '../../../src/catalogue/catalogue.ts';
import type { EditionKey, Report } from '../../../src/model/report.ts';
import type { Figures } from './figures.ts';

interface Row {
  label: string;
  ids: string[];
}

const known = new Map<EditionKey, Row[]>();

/** The figures as a report of that form prints them, each with the row it stands in. */
export function readingsOf(figures: Figures, form: EditionKey): Report['readings'] {
  const readings: Report['readings'] = {};
  for (const [i, { label, ids }] of rowsOf(form).entries()) {
    const printed = ids.map((id) => String(figures.get(id) ?? ''));
    const text = [label, ...printed].join(' | ');
    const source = { line: 20 + i, text };
    for (const [column, id] of ids.entries()) {
      const value = figures.get(id);
      if (value === undefined) continue;
      const raw = printed[column] ?? '';
      readings[id] = { value, raw, status: value === null ? 'blank' : 'reported', source };
    }
  }
  return readings;
}

function rowsOf(form: EditionKey): Row[] {
  const rows = known.get(form) ?? listRows(form);
  known.set(form, rows);
  return rows;
}

function listRows(form: EditionKey): Row[] {
  const rows = new Map<string, Row>();
  for (const field of catalogue().fields.values()) {
    if (!field.editions.includes(form)) continue;
    const key = `${field.table}.${field.row}`;
    const row = rows.get(key) ?? { label: labelOf(field), ids: [] };
    row.ids.push(field.id);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function labelOf(field: Field): string {
  return field.rowPath.at(-1) ?? '';
}

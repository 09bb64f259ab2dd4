import { catalogue, type Field } from '../../../catalogue/catalogue.ts';
import type { EditionKey } from '../../../model/report.ts';
import { alignCells, type CellAlignment } from './align-cells.ts';
import { disclosureRow, disclosureRowOf, headerCells, isDisclosureHeader } from './find-disclosure.ts';
import { cellsUnder } from './header-columns.ts';
import { labelFit } from './label.ts';
import { type Labelled, labelData } from './label-data.ts';
import { emptyOutcome, keepReading, type Outcome } from './outcome.ts';
import type { Span } from './row-kinds.ts';
import { type RowCell, rowText, splitRow, type TableRow } from './stream.ts';

/** A row of table 二 with the header over it. */
interface Entry {
  official: Labelled;
  header: readonly RowCell[];
  row: TableRow;
  label: string;
}

/** Table 二: rows of one to three columns, each under its own header. */
export function readDisclosure(rows: readonly TableRow[], span: Span): Outcome {
  const outcome = emptyOutcome();
  const region = rows.slice(span.from, span.to);
  for (const row of region) for (const block of row.blocks) outcome.blocks.add(block);
  const entries = entriesOf(outcome, region);
  const edition = editionOf(entries);
  for (const entry of entries) keepEntry(outcome, entry, edition);
  warnOfMissing(outcome, edition, region[0]);
  return outcome;
}

function entriesOf(outcome: Outcome, region: readonly TableRow[]): Entry[] {
  const entries: Entry[] = [];
  let header: RowCell[] = [];
  let fragments: string[] = [];
  let waiting: { row: TableRow } | undefined;
  let inHeader = false;
  const add = (row: TableRow, official: Labelled, label: string) => {
    entries.push({ official, header, row, label });
    fragments = [];
    waiting = undefined;
  };
  for (const row of region) {
    if (isDisclosureHeader(row) && !hasValues(row)) {
      header = inHeader ? [...header, ...columnCells(row)] : columnCells(row);
      inHeader = true;
      fragments = [];
      continue;
    }
    inHeader = inHeader && !hasValues(row) && !disclosureRow(row);
    const { label } = splitRow(row);
    if (!hasValues(row)) {
      const official = disclosureRow(row);
      if (official && !row.plain && row.cells.length > 1) add(row, official, labelText(row));
      else if (label.length) completeOrKeep(row);
      continue;
    }
    const official = label.length
      ? disclosureRowOf([labelText(row), fragments.join('') + bareText(row)], 0.6)
      : namedBy(fragments);
    if (official) add(row, official, [...fragments, labelText(row)].join(''));
    else if (label.length || printedCount(row) > 1) {
      if (waiting) warnUnmatched(outcome, waiting.row);
      waiting = { row };
    }
  }
  if (waiting) warnUnmatched(outcome, waiting.row);
  return entries;

  /** A piece of a label: of the row of values that waits for it, or of the next one. */
  function completeOrKeep(row: TableRow): void {
    const text = bareText(row);
    const before = waiting && bareText(waiting.row) + text;
    const official = before && disclosureRowOf([before], 0.8);
    if (waiting && official) add(waiting.row, official, before);
    else fragments.push(text);
  }
}

function namedBy(fragments: readonly string[]): Labelled | undefined {
  return disclosureRowOf([fragments.join(''), fragments.at(-1) ?? ''], 0.6);
}

function labelText(row: TableRow): string {
  return splitRow(row)
    .label.map((cell) => cell.text.trim())
    .join('');
}

function bareText(row: TableRow): string {
  return splitRow(row)
    .label.map((cell) => cell.bare)
    .join('');
}

function hasValues(row: TableRow): boolean {
  return printedCount(row) > 0;
}

function printedCount(row: TableRow): number {
  return row.cells.filter((cell) => cell.own && (cell.value.kind === 'number' || cell.value.kind === 'mark'))
    .length;
}

/** The header's cells that name columns, each column once. */
function columnCells(row: TableRow): RowCell[] {
  const { disclosureColumns } = labelData();
  const named = headerCells(row).filter(
    (cell) => cell.bare && disclosureColumns.some(({ labels }) => labelFit(cell.bare, labels) >= 0.7),
  );
  return named.filter((cell, i) => cell.bare !== named[i - 1]?.bare);
}

/** What most headers say, and rows whose number of values only one edition has; undefined where nothing tells. */
function editionOf(entries: readonly Entry[]): EditionKey | undefined {
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
function fieldsOf(row: string, edition?: EditionKey): Field[] {
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
function columnsOf(entry: Entry, edition: EditionKey | undefined): { fields: Field[]; cells: RowCell[] } {
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
  const count = printedCount(entry.row);
  const whole = editions.find(
    ({ fields }) => fields.length === count && unique.every(({ field }) => fields.includes(field)),
  );
  if (unique.length && unique.length < count && whole) return { fields: whole.fields, cells: [] };
  if (unique.length) return { fields: unique.map((n) => n.field), cells: unique.map((n) => n.cell) };
  const choice = editions.filter(({ key }) => !edition || key === edition);
  return { fields: choice.length === 1 ? (choice[0]?.fields ?? []) : [], cells: [] };
}

function keepEntry(outcome: Outcome, entry: Entry, edition: EditionKey | undefined): void {
  const { row } = entry;
  const { fields, cells } = columnsOf(entry, edition);
  const alignment = alignEntry(row, fields.length, cells);
  const text = rowText(row, entry.label);
  const open = fields.length ? [] : fieldsOf(entry.official.key).map(({ id }) => id);
  for (const [c, { id }] of fields.entries()) {
    const [cell, ...others] = alignment.columns[c] ?? [];
    if (cell && !others.length && !(id in outcome.readings)) keepReading(outcome, id, cell, row, text);
    else open.push(id);
  }
  if (!open.length) return;
  const message = `表二“${entry.label}”一行的格数与表头不符，无法对准的未采用`;
  outcome.warnings.push({ code: 'row-count', message, place: row.place, raw: text, readings: open });
}

function alignEntry(row: TableRow, width: number, header: readonly RowCell[]): CellAlignment {
  const extents = header.map((cell) => ({ start: cell.column, end: cell.column + cell.span }));
  const under = row.exact && extents.length ? cellsUnder(row, extents) : undefined;
  if (under) return { columns: under.map((cell) => [cell]) };
  const aligned = alignCells([{ slots: slotsOf(row), labelColumn: 0, depth: 0 }], width)[0];
  return aligned ?? { columns: [] };
}

/** What stands behind the cells that name the official row: also words where a number should be. */
function slotsOf(row: TableRow): RowCell[] {
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

function warnUnmatched(outcome: Outcome, row: TableRow): void {
  const raw = rowText(row);
  const message = `表二有一行对不上任何项目，未采用：“${raw}”`;
  outcome.warnings.push({ code: 'row-unmatched', message, place: row.place, raw, readings: [] });
}

function warnOfMissing(outcome: Outcome, edition: EditionKey | undefined, first: TableRow | undefined): void {
  const seen = new Set([
    ...Object.keys(outcome.readings),
    ...outcome.warnings.flatMap((warning) => warning.readings ?? []),
  ]);
  for (const { key, labels } of labelData().disclosureRows) {
    const fields = fieldsOf(key, edition ?? '2021');
    if (!fields.length || fieldsOf(key).some((field) => seen.has(field.id))) continue;
    outcome.warnings.push({
      code: 'row-missing',
      message: `表二没有找到“${labels[0]}”一行`,
      ...(first ? { place: first.place } : {}),
      readings: fields.map((field) => field.id),
    });
  }
}

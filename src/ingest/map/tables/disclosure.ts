import type { EditionKey } from '../../../model/report.ts';
import { alignAlone } from './align-cells.ts';
import type { CellAlignment } from './cell-columns.ts';
import { columnsOf, editionOf, fieldsOf, slotsOf } from './disclosure-columns.ts';
import { type Entry, entriesOf } from './disclosure-entries.ts';
import { cellsUnder } from './header-columns.ts';
import { labelData } from './label-data.ts';
import { emptyOutcome, keepReading, type Outcome } from './outcome.ts';
import type { Span } from './row-kinds.ts';
import { type RowCell, rowText, type TableRow } from './stream.ts';

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

function keepEntry(outcome: Outcome, entry: Entry, edition: EditionKey | undefined): void {
  const { row } = entry;
  const { fields, cells } = columnsOf(entry, edition);
  // Under a header that lacks a column a blank in front may be that column's, and one behind may be the last's.
  const lacking = fields.length < fieldsOf(entry.official.key, edition ?? '2021').length;
  const alignment = lacking && !row.exact ? { columns: [] } : alignEntry(entry, fields.length, cells);
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

function alignEntry(entry: Entry, width: number, header: readonly RowCell[]): CellAlignment {
  const { row } = entry;
  const extents = header.map((cell) => ({ start: cell.column, end: cell.column + cell.span }));
  const under = extents.length ? cellsUnder(row, extents) : undefined;
  const placed = under && { columns: under.map((cell) => [cell]) };
  if (row.exact && placed) return placed;
  const aligned = alignAlone(slotsOf(row), width);
  if (placed && isAsLong(row, entry.headerRow) && aligned.doubt) return placed;
  return aligned;
}

/** A line of text with as many cells as its header has them under its header's. */
function isAsLong(row: TableRow, header: TableRow | undefined): boolean {
  return !row.plain && row.grid === header?.grid && row.cells.length === header?.cells.length;
}

/** Where no row at all was found nothing tells the form: the cells of either are named. */
function warnOfMissing(outcome: Outcome, edition: EditionKey | undefined, first: TableRow | undefined): void {
  const seen = new Set([
    ...Object.keys(outcome.readings),
    ...outcome.warnings.flatMap((warning) => warning.readings ?? []),
  ]);
  const form = edition ?? (seen.size ? '2021' : undefined);
  for (const { key, labels } of labelData().disclosureRows) {
    const found = fieldsOf(key).filter((field) => seen.has(field.id));
    const fields = fieldsOf(key, form).filter((field) => !seen.has(field.id));
    const otherForm = found.some((field) => !field.editions.includes(form ?? '2021'));
    if (!fields.length || otherForm) continue;
    const columns = found.length ? `的${fields.map((field) => `“${field.columnLabel}”`).join('、')}` : '一行';
    outcome.warnings.push({
      code: 'row-missing',
      message: `表二没有找到“${labels[0]}”${columns}`,
      ...(first ? { place: first.place } : {}),
      readings: fields.map((field) => field.id),
    });
  }
}

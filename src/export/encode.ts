import type { ExportRow, ExportTable } from './readings.ts';

export type ExportFormat = 'csv' | 'json' | 'xlsx';

/** The table does not fit the format; another format or a narrower choice of reports does. */
export class ExportTooLargeError extends Error {
  readonly code = 'export-too-large';
  constructor(readonly limit: number) {
    super(`超过 ${limit} 行，xlsx 放不下：请改用 csv 或 json，或者加上单位、年份、地区缩小范围`);
    this.name = 'ExportTooLargeError';
  }
}

/** A workbook is built in memory (about 3 KB a row), and a sheet ends at 1,048,576 rows. */
export const workbookRows = 200_000;

/**
 * A table as bytes, piece by piece: csv and json need no more memory for many reports than for one.
 * csv is UTF-8 with a byte order mark, so that spreadsheet programs read the Chinese right.
 * @throws {ExportTooLargeError}
 */
export async function* encode(table: ExportTable, format: ExportFormat): AsyncGenerator<Uint8Array> {
  if (format === 'xlsx') yield await workbook([table]);
  else {
    const encoder = new TextEncoder();
    for await (const text of format === 'csv' ? csv(table) : json(table)) yield encoder.encode(text);
  }
}

/** Rows that are put together before they are handed on. */
const atOnce = 1000;

async function* csv({ columns, rows }: ExportTable): AsyncGenerator<string> {
  const { stringify } = await import('csv-stringify/sync');
  const keys = columns.map((column) => column.key);
  const options = { columns: keys, record_delimiter: 'windows' as const };
  yield `\uFEFF${stringify([keys], { record_delimiter: 'windows' })}`;
  for (const batch of batches(rows)) yield stringify(batch, options);
}

async function* json({ rows }: ExportTable): AsyncGenerator<string> {
  let separator = '[\n';
  for (const batch of batches(rows)) {
    yield separator + batch.map((row) => JSON.stringify(row)).join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

function* batches(rows: Iterable<ExportRow>): Generator<ExportRow[]> {
  let batch: ExportRow[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < atOnce) continue;
    yield batch;
    batch = [];
  }
  if (batch.length) yield batch;
}

/** A workbook with one sheet a table; text stays text (a cell that begins with = is no formula). */
export async function workbook(tables: readonly ExportTable[]): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = tables.map(({ name, columns, rows, shade }) => ({
    sheet: name,
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    data: [
      columns.map(({ key }) => ({ value: key, fontWeight: 'bold' as const })),
      ...sheetRows(columns, rows, shade),
    ],
  }));
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

function sheetRows(columns: ExportTable['columns'], rows: Iterable<ExportRow>, shade: ExportTable['shade']) {
  const top = columns.some(({ wrap }) => wrap) ? { alignVertical: 'top' as const } : {};
  const data = [];
  for (const row of rows) {
    if (data.length >= workbookRows) throw new ExportTooLargeError(workbookRows);
    const backgroundColor = shade?.(row);
    const style = { ...top, ...(backgroundColor && { backgroundColor }) };
    data.push(columns.map(({ key, wrap }) => cell(row[key], { ...style, ...(wrap && { wrap }) })));
  }
  return data;
}

function cell(value: string | number | null | undefined, style: object) {
  if (value === null || value === undefined || value === '')
    return Object.keys(style).length > 0 ? style : null;
  return typeof value === 'number'
    ? { value, type: Number, ...style }
    : { value: value.slice(0, 32_000), type: String, ...style };
}

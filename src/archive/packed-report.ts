import type { Reading, Report } from '../model/report.ts';
import type { StoredReport } from './record.ts';

/** The content of a report file. */
export interface PackedReport {
  sequence: number;
  report: Omit<Report, 'readings'> & { readings: PackedReadings | Report['readings'] };
}

/**
 * Readings as they lie in a report file. The words of a table's row stand there once, not once for each of its cells,
 * which makes a file less than half as long and a report quicker to open: an answer from passages opens a hundred.
 */
interface PackedReadings {
  rows: Reading['source'][];
  /** Reading id, value, number of its row, and the cell as printed where that is not plainly its value. */
  cells: [id: string, value: number | null, row: number, raw?: string][];
}

export function packReport({ sequence, report }: StoredReport): PackedReport {
  return { sequence, report: { ...report, readings: packReadings(report.readings) } };
}

/** Files of an older program have their readings as they are. */
export function unpackReport({ sequence, report }: PackedReport): StoredReport {
  const { readings } = report;
  return {
    sequence,
    report: { ...report, readings: isPacked(readings) ? unpackReadings(readings) : readings },
  };
}

function isPacked(readings: PackedReport['report']['readings']): readings is PackedReadings {
  return Array.isArray(readings.cells);
}

function packReadings(readings: Report['readings']): PackedReadings {
  // Cells of a row mostly share one object, which is quicker to know again than its words.
  const known = new Map<Reading['source'], number>();
  const numbers = new Map<string, number>();
  const packed: PackedReadings = { rows: [], cells: [] };
  for (const [id, { value, raw, source }] of Object.entries(readings)) {
    const row = known.get(source) ?? rowNumber(source, numbers, packed.rows);
    known.set(source, row);
    packed.cells.push(raw === plain(value) ? [id, value, row] : [id, value, row, raw]);
  }
  return packed;
}

function rowNumber(
  source: Reading['source'],
  numbers: Map<string, number>,
  rows: Reading['source'][],
): number {
  const key = JSON.stringify(source);
  const row = numbers.get(key) ?? rows.push(source) - 1;
  numbers.set(key, row);
  return row;
}

/** @throws {RangeError} when a cell names a row that is not there */
function unpackReadings({ rows, cells }: PackedReadings): Report['readings'] {
  const readings: Report['readings'] = {};
  for (const [id, value, row, raw = plain(value)] of cells) {
    const source = rows[row];
    if (!source) throw new RangeError(`reading ${id} stands in row ${row} of ${rows.length}`);
    readings[id] = { value, raw, status: value === null ? 'blank' : 'reported', source };
  }
  return readings;
}

function plain(value: number | null): string {
  return value === null ? '' : String(value);
}

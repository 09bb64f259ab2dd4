import { catalogue, type Table } from '../../../catalogue/catalogue.ts';
import type { Place, Warning } from '../../../model/document.ts';
import type { Reading, ReadingId } from '../../../model/report.ts';
import type { Outcome } from './outcome.ts';

/** What one print of the three tables gives; a table that it lacks is absent. */
export type TablesPrint = Partial<Record<Table, Outcome>>;

export const tables = ['disclosure', 'applications', 'reviews'] as const satisfies readonly Table[];

interface Agreed {
  readings: Record<ReadingId, Reading>;
  warnings: Warning[];
}

/**
 * The cells on which every print of a table agrees. Nobody can tell which of two figures is the report's: such a
 * cell has no reading, and a warning names it and both places.
 */
export function agreedReadings(prints: readonly TablesPrint[]): Agreed {
  const agreed: Agreed = { readings: {}, warnings: [] };
  for (const table of tables) {
    const read = prints.flatMap((print) => print[table] ?? []);
    const filled = read.filter((outcome) => Object.keys(outcome.readings).length);
    const [first, ...others] = filled.length ? filled : read.slice(0, 1);
    if (!first) continue;
    agreed.warnings.push(...first.warnings);
    Object.assign(agreed.readings, first.readings);
    if (!others.length) continue;
    const ids = new Set([first, ...others].flatMap((outcome) => Object.keys(outcome.readings)));
    const differing = [...ids].filter((id) => !sameFigure(id, first, others));
    for (const id of differing) delete agreed.readings[id];
    if (differing.length) agreed.warnings.push(twiceWarning(table, [first, ...others], differing));
  }
  return agreed;
}

function sameFigure(id: ReadingId, first: Outcome, others: readonly Outcome[]): boolean {
  const reading = first.readings[id];
  return others.every(({ readings }) => {
    const other = readings[id];
    return reading && other && reading.value === other.value && reading.status === other.status;
  });
}

function twiceWarning(table: Table, prints: readonly Outcome[], readings: ReadingId[]): Warning {
  const places = prints.flatMap((outcome) => placeOf(outcome) ?? []);
  const [place] = places;
  return {
    code: 'table-twice',
    message: `“${catalogue().title(table)}”的表格在文件中印了${prints.length}次（${places.map(placeText).join('、')}），${readings.length}格的数字不同，未采用`,
    ...(place && { place }),
    readings,
  };
}

/** Of the first cell that was read. */
function placeOf({ readings }: Outcome): Place | undefined {
  const source = Object.values(readings)[0]?.source;
  if (!source) return undefined;
  return source.page === undefined ? { line: source.line ?? 1 } : { page: source.page };
}

function placeText({ page, line }: Place): string {
  return page === undefined ? `第${line}行起` : `第${page}页起`;
}

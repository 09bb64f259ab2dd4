import {
  applicantTotalOf,
  applicationColumns,
  balanceOf,
  blockTotals,
  type Equation,
  type FigureOf,
  handledTotalOf,
  judge,
  printedRows,
} from '../../../catalogue/laws.ts';
import type { Place, Warning } from '../../../model/document.ts';
import type { Reading, ReadingId } from '../../../model/report.ts';
import { cellValue } from './cell-value.ts';

/** A row that was read, and what its place in the table rests on. */
export interface PlacedRow {
  /** As the warning calls it: 表三“（二）部分公开”一行. */
  name: string;
  readings: ReadingId[];
  place: Place;
  raw: string;
  /** Its own whole label says which row it is; not its neighbours. */
  labelled: boolean;
  /** A figure in every column, or a drawn header over them, says which columns its cells are of; not its neighbours. */
  seated: boolean;
  /** It is drawn unlike the others, or something is missing or left over beside it. */
  odd: boolean;
  /** The columns of its cells are not drawn. */
  loose: boolean;
}

type Readings = Readonly<Record<ReadingId, Reading>>;

/**
 * A second look at rows whose place was inferred: where the figures break a law of table 三, those that take part are in
 * doubt. The law chooses nothing and mends nothing, and rows that stand plainly where they are stay out of it: what
 * contradicts itself there was printed so.
 */
export function doubtApplications(readings: Readings, rows: readonly PlacedRow[]): Warning[] {
  const figureOf = withBlanks(readings, columnOf);
  const printed = printedRows(Object.keys(readings));
  const slipped = [...printed].map(applicantTotalOf).filter((law) => judge(law, figureOf) === 'broken');
  const columns = applicationColumns();
  const displaced = [
    ...displacing(columns.map(balanceOf), figureOf),
    ...displacing(
      columns.map((column) => handledTotalOf(column, printed)),
      figureOf,
    ),
  ];
  const lone = loneCells(readings);
  const repeated = rows.filter((row) => mayRepeat(row, readings, lone));
  if (!slipped.length && !displaced.length) return repeated.map(repeatWarning);
  const unseated = rows.filter((row) => !row.seated || row.readings.some((id) => lone.has(id)));
  const unlabelled = rows.filter(({ labelled }) => !labelled);
  const suspects = [
    ...slipped.flatMap((law) => suspectsOf(law, unseated)),
    ...displaced.flatMap((law) => suspectsOf(law, [...unseated, ...unlabelled])),
    ...(displaced.length >= manyLaws ? unseated : []),
  ];
  const broken = rows.filter((row) => suspects.includes(row) && !repeated.includes(row));
  return [...repeated.map(repeatWarning), ...broken.map(warningOf)];
}

/** The same for table 四, whose only law is the total of a block. */
export function doubtReviews(readings: Readings, rows: readonly PlacedRow[]): Warning[] {
  const figureOf = withBlanks(readings, rowOf);
  const broken = blockTotals().filter((law) => judge(law, figureOf) === 'broken');
  const inferred = rows.filter(({ seated, labelled }) => !(seated && labelled));
  const suspects = broken.flatMap((law) => suspectsOf(law, inferred));
  return rows.filter((row) => suspects.includes(row)).map(warningOf);
}

/**
 * Of one law in all columns those that are broken, if a row in the wrong place can be the cause: it breaks two columns
 * at least. Where one is broken and all others come out, a figure is wrong and not its place.
 */
function displacing(laws: readonly Equation[], figureOf: FigureOf): Equation[] {
  const verdicts = laws.map((law) => judge(law, figureOf));
  const broken = laws.filter((_, i) => verdicts[i] === 'broken');
  return broken.length + verdicts.filter((verdict) => verdict === 'open').length > 1 ? broken : [];
}

/** Where so many columns do not come out, rows were read under the wrong columns, and others drawn like them too. */
const manyLaws = 3;

/** Fewer figures than this in a column (of table 四: a block) may be misplaced ones. */
const fewest = 2;

/**
 * Beside figures a blank stands for nothing, unless as good as all of its column (of table 四: its block) is blank.
 * Words in a cell tell no figure. Enough for a doubt; nobody is accused by it.
 */
function withBlanks(readings: Readings, groupOf: (id: ReadingId) => string): FigureOf {
  const printed = new Map<string, number>();
  for (const [id, { value }] of Object.entries(readings))
    if (value !== null) printed.set(groupOf(id), (printed.get(groupOf(id)) ?? 0) + 1);
  return (id) => {
    const reading = readings[id];
    if (!reading || reading.value !== null) return reading?.value ?? undefined;
    const isBlank = cellValue(reading.raw).kind !== 'text';
    return isBlank && (printed.get(groupOf(id)) ?? 0) >= fewest ? 0 : undefined;
  };
}

const columnOf = (id: ReadingId) => id.slice(id.lastIndexOf('.'));
const rowOf = (id: ReadingId) => id.slice(0, id.lastIndexOf('.'));

/** The only cells printed in their columns: in a row that has them one may be one too many. */
function loneCells(readings: Readings): Set<ReadingId> {
  const filled = new Map<string, ReadingId[]>();
  for (const [id, { raw }] of Object.entries(readings))
    if (cellValue(raw).kind !== 'empty') filled.set(columnOf(id), [...(filled.get(columnOf(id)) ?? []), id]);
  return new Set([...filled.values()].flatMap((ids) => (ids.length === 1 ? ids : [])));
}

/** Loose text, a cell where so many other rows are blank, and two alike side by side: one may be there twice. */
function mayRepeat(
  { loose, readings: ids }: PlacedRow,
  readings: Readings,
  lone: ReadonlySet<ReadingId>,
): boolean {
  const own = ids.filter((id) => lone.has(id));
  const blank = own.some((id) => {
    const column = Object.keys(readings).filter((other) => columnOf(other) === columnOf(id));
    return column.length > manyRows;
  });
  const raws = ids.map((id) => readings[id]?.raw.trim());
  return loose && blank && raws.some((raw, c) => raw !== '' && raw === raws[c + 1]);
}

/** So many rows are not blank in one column by chance. */
const manyRows = 8;

function repeatWarning({ name, place, raw, readings }: PlacedRow): Warning {
  const message = `${name}印有别行都空着的一栏，可能有一格重复，请对照原件`;
  return { code: 'row-inferred', message, place, raw, readings };
}

/** Of the rows that take part in a law the odd ones; where none is odd, all. */
function suspectsOf({ total, plus, minus = [] }: Equation, rows: readonly PlacedRow[]): PlacedRow[] {
  const cells = new Set([total, ...plus, ...minus]);
  const involved = rows.filter(({ readings }) => readings.some((id) => cells.has(id)));
  const odd = involved.filter((row) => row.odd);
  return odd.length ? odd : involved;
}

function warningOf({ name, place, raw, readings }: PlacedRow): Warning {
  return {
    code: 'row-inferred',
    message: `${name}的位置是推断的，且与合计对不上，请对照原件`,
    place,
    raw,
    readings,
  };
}

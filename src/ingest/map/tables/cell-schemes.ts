import type { RowCell, TableRow } from './stream.ts';

/** The cells behind a row's label, on their way into its columns. */
export interface SlotRow {
  slots: readonly RowCell[];
  /** Column of the last label cell; -1 where the row has none. */
  labelColumn: number;
  /** Column where the row's own label begins, behind the headings of several rows. */
  labelStart: number;
  /** Headings stand in front of the row's own label, so that nothing was lost there. */
  headed?: boolean;
  /** How deep the official row's label lies: rows of one depth are drawn alike. */
  depth: number;
  /** The columns of its cells are drawn, or nearly so. */
  exact?: boolean | undefined;
  /** Its label begins on a line above, so that an empty cell in front of the figures may be the label's. */
  labelAbove?: boolean | undefined;
  /** Put together from lines: see `TableRow`. */
  joined?: TableRow['joined'] | undefined;
}

/** Where a row's cells stand in the columns of the whole table. */
export interface Seat {
  /** Column of the first cell behind the label. */
  start: number;
  /** Column of the first printed cell. */
  first: number;
  /** From the first printed cell to the last. */
  core: readonly RowCell[];
  /** Cells too many (or, negative, too few) for a row of this part of the table. */
  excess: number;
  /** Rows of one part are drawn alike: a page break may cut off a column. */
  part: number;
  /** Columns of the part, padding included. */
  length: number;
  /** Rows of one depth whose labels begin in one column are padded alike. */
  kind: string;
}

export interface Scheme {
  seats: Seat[];
  /** Empty cells are shown, but not at the ends of lines: nobody knows how many stood there. */
  cutEnds: boolean;
  /** Some rows have empty cells too many at their ends: the ends say nothing about how many cells a row has. */
  looseEnds: boolean;
}

/**
 * How the table was written down: with a place for every cell that a merged cell covers, so that all lines are
 * equally long; or every cell once, so that equally many cells stand behind all labels. The one that more rows keep.
 */
export function chooseScheme(rows: readonly SlotRow[], width: number): Scheme {
  if (!rows.length) return { seats: [], cutEnds: false, looseEnds: false };
  const whole = wholeLines(rows, width);
  const once = cellsOnce(rows, width);
  const regular = ({ seats }: Scheme) => seats.filter(({ excess }) => excess === 0).length;
  return regular(once) >= regular(whole) + clearly ? once : whole;
}

/** In one row or two it is a cell lost or come in between that makes the difference. */
const clearly = 3;

function wholeLines(rows: readonly SlotRow[], width: number): Scheme {
  const sizes = rows.map((row) => row.labelColumn + 1 + row.slots.length);
  const lengths = partLengths(sizes.map((size, i) => (isLong(rows[i], width) ? undefined : size)));
  const parts = lengths.map(
    (_, i) => lengths.slice(1, i + 1).filter((length, j) => length !== lengths[j]).length,
  );
  const usual = parts.map((part) =>
    labelColumns(rows.filter((_, j) => parts[j] === part && sizes[j] === lengths[j])),
  );
  const seats = rows.map((row, i) => {
    const [size = 0, length = 0, part = 0] = [sizes[i], lengths[i], parts[i]];
    const mayLack = size < length && row.labelColumn >= 0 && !row.headed;
    const lost = mayLack ? (usual[i]?.get(row.depth) ?? 0) - row.labelColumn : 0;
    const leading = Math.max(0, lost);
    const label = row.labelColumn < 0 ? usual[i]?.get(row.depth) : row.labelStart + leading;
    return seatOf(row, row.labelColumn + 1 + leading, {
      excess: size + leading - length,
      part,
      length,
      kind: `${part}:${row.depth}:${label}`,
    });
  });
  return {
    seats,
    cutEnds: hasCutEnds(rows, seats),
    looseEnds: hasLooseEnds(rows, seats),
  };
}

/** Where the table goes on with another number of columns, more rows than can have lost a cell must follow. */
const newPart = 3.5;

/** For each row the length of the rows around it. */
function partLengths(sizes: readonly (number | undefined)[]): number[] {
  let paths = [...new Set(sizes.map((size) => size ?? 0))]
    .sort((a, b) => b - a)
    .map((length) => ({ cost: 0, length, lengths: [] as number[] }));
  for (const size of sizes) {
    const cheapest = paths.reduce((a, b) => (b.cost < a.cost ? b : a));
    paths = paths.map((path) => {
      const from =
        path.cost <= cheapest.cost + newPart ? path : { ...cheapest, cost: cheapest.cost + newPart };
      const { length } = path;
      return {
        length,
        cost: from.cost + (size === undefined || size === length ? 0 : 1),
        lengths: [...from.lengths, length],
      };
    });
  }
  return paths.reduce((a, b) => (b.cost < a.cost ? b : a)).lengths;
}

/**
 * The leftmost column in which the labels of a depth begin: rows that begin before it lost empty cells in front. Of
 * a row whose label begins on a line above, a heading may be all that stands beside the figures.
 */
function labelColumns(rows: readonly SlotRow[]): Map<number, number> {
  const usual = new Map<number, number>();
  const own = rows.filter(({ labelAbove }) => !labelAbove);
  const depths = new Set(own.map(({ depth }) => depth));
  for (const { depth, labelColumn, labelStart } of [
    ...own,
    ...rows.filter((row) => !depths.has(row.depth)),
  ]) {
    if (labelColumn < 0) continue;
    usual.set(depth, Math.min(labelStart, usual.get(depth) ?? labelStart));
  }
  return usual;
}

function cellsOnce(rows: readonly SlotRow[], width: number): Scheme {
  const known = rows.filter((row) => !isLong(row, width));
  const length = mostFrequent(known.map((row) => row.slots.length));
  const spare = rows.some((row) => row.slots.length > length && isLedByBlank(row));
  const seats = rows.map((row) =>
    seatOf(row, 0, { excess: excessOnce(row, length, spare), part: 0, length, kind: '' }),
  );
  return { seats, cutEnds: false, looseEnds: hasLooseEnds(rows, seats) };
}

/**
 * Just as many cells, of which one may be the label's, are one too few. `spare`: other rows have an empty cell too
 * many in front.
 */
function excessOnce(row: SlotRow, length: number, spare: boolean): number {
  const excess = row.slots.length - length;
  return excess === 0 && (row.labelAbove || spare) && isLedByBlank(row) ? -1 : excess;
}

function isLedByBlank({ slots }: SlotRow): boolean {
  return slots[0]?.value.kind === 'empty';
}

/** More figures than columns: its length says nothing about the others'. */
function isLong(row: SlotRow | undefined, width: number): boolean {
  return (row?.slots.filter((cell) => cell.value.kind !== 'empty').length ?? 0) > width;
}

function seatOf({ slots }: SlotRow, start: number, rest: Omit<Seat, 'start' | 'first' | 'core'>): Seat {
  const first = slots.findIndex((cell) => cell.value.kind !== 'empty');
  const last = slots.findLastIndex((cell) => cell.value.kind !== 'empty');
  return {
    start,
    first: start + Math.max(0, first),
    core: first < 0 ? [] : slots.slice(first, last + 1),
    ...rest,
  };
}

function hasCutEnds(rows: readonly SlotRow[], seats: readonly Seat[]): boolean {
  const shown = seats.some(({ start, first }, i) => (rows[i]?.labelColumn ?? -1) >= 0 && first > start);
  return shown && rows.every(({ slots, exact }) => !exact && slots.at(-1)?.value.kind !== 'empty');
}

function hasLooseEnds(rows: readonly SlotRow[], seats: readonly Seat[]): boolean {
  return rows.some(({ slots }, i) => (seats[i]?.excess ?? 0) > 0 && slots.at(-1)?.value.kind === 'empty');
}

/** The larger one of two that are equally frequent. */
function mostFrequent(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a), [0, 0])[0];
}

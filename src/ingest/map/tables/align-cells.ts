import { type CellAlignment, drop, insert, orBlank, orDoubled, place } from './cell-columns.ts';
import { alwaysBlank, isInside, type Origins, settleOrigins } from './cell-origins.ts';
import { chooseScheme, type Scheme, type Seat, type SlotRow } from './cell-schemes.ts';
import { withoutDrawnColumn } from './drawn-column.ts';
import type { RowCell } from './stream.ts';

/**
 * Puts the cells of a table's rows into `width` columns. A row is placed where only one reading explains it: it has
 * as many cells as the form draws, so that none was lost and none came in between, and the rows that begin alike
 * agree on the column of the first figure; or all its columns are printed. Everything else is kept open, cell by
 * cell: what any of the possible readings would put there.
 */
export function alignCells(printed: readonly SlotRow[], width: number): CellAlignment[] {
  const rows = withoutDrawnColumn(printed, width);
  const scheme = chooseScheme(rows, width);
  const origins = settleOrigins(scheme, width);
  const blank = alwaysBlank(scheme, origins, width);
  const scattered = hasScatteredBlanks(scheme, blank);
  const padding = scheme.seats.filter((seat, i) => isPadded(seat, rows[i], width + 1)).length >= habit;
  return rows.map((_, i) => {
    const seat = scheme.seats[i];
    if (!seat) return { columns: [] };
    const own = origins[i] ?? [];
    const spread = {
      ...seat,
      origins: own,
      others: own.length ? [] : originsOfPart(scheme, origins, seat.part),
    };
    if (isTornApart(rows[i], seat, width)) return { ...insert([], width), doubt: 'torn' };
    const padded = isPadded(spread, rows[i], width) && (padding || !(scattered && isTwice(seat.core)));
    return seat.excess === 0 || padded
      ? alignRegular(spread, scheme, blank, width)
      : alignOdd(
          spread,
          { blank, scattered, padded: padding && isPadded(spread, rows[i], width + 1) },
          width,
        );
  });
}

/**
 * Figures of two lines between which digits or blanks may be lost: too few, or as many as columns where an empty
 * cell stands between the lines and one of two equal figures may have taken its place.
 */
function isTornApart(row: SlotRow | undefined, { core }: Seat, width: number): boolean {
  if (!row?.joined || row.joined === 'whole') return false;
  return core.filter(isPrinted).length !== width || (row.joined === 'blank between' && isTwice(core));
}

interface Spread extends Seat {
  /** Where the first figure of such rows may stand; one where it is known. */
  origins: readonly number[];
  /** Where that of the other rows stands, when the rows drawn like it do not tell. */
  others: readonly number[];
}

function originsOfPart(scheme: Scheme, origins: Origins, part: number): number[] {
  return [...new Set(scheme.seats.flatMap((seat, i) => (seat.part === part ? (origins[i] ?? []) : [])))];
}

/** So many rows with empty cells too many at their ends are padded; where it is one or two, a figure printed twice
 * may have pushed its row's blank end out. */
const habit = 3;

/** Longer by empty cells at its end, and shorter than `width` without them. */
function isPadded({ core, excess }: Seat, row: SlotRow | undefined, width: number): boolean {
  const end = row?.slots.slice(-excess) ?? [];
  return excess > 0 && core.length < width && !end.some(isPrinted);
}

/** As many cells as the form draws. */
function alignRegular(row: Spread, scheme: Scheme, blank: readonly boolean[], width: number): CellAlignment {
  const { core, first, origins, excess } = row;
  if (core.length > width) return tooMany(core, blank, width);
  if (!core.length) return place(core, [0], width);
  if (core.length === width && fillsColumns(row, blank)) return place(core, [0], width);
  const fits = origins.every(
    (origin) =>
      isInside(row, origin, width) && (!(scheme.looseEnds || excess) || isWhole(row, origin, blank)),
  );
  if (!origins.length && isAsBlank(row, blank, width)) return place(core, [blank.indexOf(false)], width);
  return origins.length && fits
    ? place(
        core,
        origins.map((origin) => first - origin),
        width,
      )
    : insert(core, width);
}

/** Printed up to the last column that is not blank in the whole table, and in none that is. */
function isWhole({ core, first }: Seat, origin: number, blank: readonly boolean[]): boolean {
  const reaches = first + core.length - origin > blank.lastIndexOf(false);
  return reaches && core.every((cell, c) => !isPrinted(cell) || !blank[first - origin + c]);
}

/** Its cells stand just where the columns stand that are not blank in the whole table. */
function isAsBlank(row: Spread, blank: readonly boolean[], width: number): boolean {
  const [origin, ...more] = row.others;
  if (origin === undefined || more.length || !blank.includes(true)) return false;
  const starts = row.first - origin === blank.indexOf(false);
  return starts && isInside(row, origin, width) && isWhole(row, origin, blank);
}

/** Cells in every column, or in every column that is not blank in the whole table. */
function fillsColumns({ core, first, origins }: Spread, blank: readonly boolean[]): boolean {
  return origins.includes(first) || core.every((cell, c) => isPrinted(cell) || blank[c]);
}

/** Any of the cells may be the one too much; with fewer figures than columns nobody knows which ones are blank. */
function tooMany(core: readonly RowCell[], blank: readonly boolean[], width: number): CellAlignment {
  const figures = core.filter(isPrinted);
  if (figures.length < width) return { ...insert([], width), doubt: 'too-many' };
  return orBlank(drop(core, width), blank);
}

interface Habits {
  blank: readonly boolean[];
  /** Rows are blank where others are not. */
  scattered: boolean;
  /** The row is padded at its end as others are. */
  padded: boolean;
}

/**
 * A cell was lost or came in between: only a row with something printed in every column can be placed, or one whose
 * ends are printed and that is padded like others.
 */
function alignOdd(row: Spread, { blank, scattered, padded }: Habits, width: number): CellAlignment {
  const { core } = row;
  if (core.length > width) return tooMany(core, blank, width);
  if (!core.length) return place(core, [0], width);
  const known = row.origins.length > 0 && row.origins.every((origin) => origin === row.first);
  const full = (padded && known) || core.every((cell, c) => isPrinted(cell) || blank[c]);
  if (core.length < width || !full) return insert(core, width);
  const pushed = blanksPushedOut(row, scattered, blank);
  return row.excess > 0 && isTwice(core) && (pushed.front || pushed.end)
    ? orDoubled(core, pushed)
    : place(core, [0], width);
}

/** Rows of as many cells as the form draws are blank where others are not. */
function hasScatteredBlanks({ seats }: Scheme, blank: readonly boolean[]): boolean {
  const columns = blank.filter((always) => !always).length;
  return seats.some(
    ({ excess, core }) => excess === 0 && core.length > 0 && core.filter(isPrinted).length < columns,
  );
}

/** Where a blank cell may have stood that a figure printed twice pushed out of its column. */
function blanksPushedOut(
  { first, origins }: Spread,
  scattered: boolean,
  blank: readonly boolean[],
): { front: boolean; end: boolean } {
  const behindBlank = origins.some((origin) => first > origin) || !origins.length;
  return {
    front: blank[0] === true || (behindBlank && (scattered || origins.length > 0)),
    end: blank.at(-1) === true || scattered,
  };
}

function isTwice(core: readonly RowCell[]): boolean {
  return core.some((cell, c) => cell.text === core[c + 1]?.text);
}

function isPrinted(cell: RowCell): boolean {
  return cell.value.kind !== 'empty';
}

/** A row without neighbours: nothing tells its padding from its blanks, but it may have just as many cells as columns. */
export function alignAlone(slots: readonly RowCell[], width: number): CellAlignment {
  const first = slots.findIndex(isPrinted);
  if (first < 0) return place([], [0], width);
  const core = slots.slice(first, slots.findLastIndex(isPrinted) + 1);
  const missing = width - core.length;
  if (missing < 0) return tooMany(core, [], width);
  if (missing === 0 && core.every(isPrinted)) return place(core, [0], width);
  if (slots.length === width) return place(core, [first], width);
  const trail = slots.length - first - core.length;
  const leads = Array.from({ length: missing + 1 }, (_, lead) => lead);
  const possible = leads.filter((lead) => lead <= first && missing - lead <= trail);
  return possible.length ? place(core, possible, width) : insert(core, width);
}

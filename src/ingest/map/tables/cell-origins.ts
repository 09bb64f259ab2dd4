import type { Scheme, Seat } from './cell-schemes.ts';

/** For each row the column of its first figure, blank or not; several where the rows do not tell which. */
export type Origins = (readonly number[])[];

/** Regular rows of one kind: they have their first figure in the same column. */
interface Peers {
  kind: string;
  seats: Seat[];
  /** The columns in which their first figure may stand. */
  candidates: number[];
}

export function settleOrigins(scheme: Scheme, width: number): Origins {
  const groups = peersOf(scheme, width).filter(({ candidates }) => candidates.length);
  const choices = choicesOf(groups);
  const costs = choices.map((choice) => costOf(choice, groups, width));
  const least = Math.min(...costs);
  const best = choices.filter((_, i) => (costs[i] ?? 0) < least + margin);
  return scheme.seats.map((seat) => {
    const at = groups.findIndex(({ kind }) => kind === seat.kind);
    return [...new Set(best.flatMap((choice) => choice[at] ?? []))];
  });
}

/** A choice is believed when it explains the table by so many oddities fewer than every other. */
const margin = 1;
/** A table that can be explained in more ways is not explained. */
const mostChoices = 4096;

/** Where more rows than this have more cells than the table has columns, the cells are not those of the columns. */
const mostLong = 0.2;

function peersOf(scheme: Scheme, width: number): Peers[] {
  const regular = scheme.seats.filter(({ excess, core }) => excess === 0 && core.length);
  const long = regular.filter(({ core }) => core.length > width).length;
  if (long > regular.length * mostLong) return [];
  const seats = new Map<string, Seat[]>();
  for (const seat of regular) {
    if (seat.core.length > width) continue;
    const key = seat.kind;
    seats.set(key, [...(seats.get(key) ?? []), seat]);
  }
  const full = scheme.seats.some(({ excess, core }) => excess === 0 && core.length === width);
  const room = scheme.cutEnds && !full ? 1 : 0;
  return [...seats].map(([kind, own]) => ({ kind, seats: own, candidates: candidatesOf(own, width, room) }));
}

/** Every column from which `width` columns hold the figures of as good as all these rows; `room`: columns cut off. */
function candidatesOf(seats: readonly Seat[], width: number, room: number): number[] {
  const columns = Math.max(0, (seats[0]?.length ?? 0) + room - width + 1);
  const fits = Array.from(
    { length: columns },
    (_, v) => seats.filter((seat) => isInside(seat, v, width)).length,
  );
  const least = Math.max(1, Math.min(seats.length - 1, seats.length * nearlyAll));
  return fits.flatMap((count, v) => (count >= least ? [v] : []));
}

const nearlyAll = 0.8;

/** The row's figures lie behind its label and in the columns that begin at `origin`. */
export function isInside({ start, first, core }: Seat, origin: number, width: number): boolean {
  return start <= origin && origin <= first && first + core.length <= origin + width;
}

function choicesOf(groups: readonly Peers[]): number[][] {
  const count = groups.reduce((product, { candidates }) => product * candidates.length, 1);
  if (count > mostChoices) return [];
  let choices: number[][] = [[]];
  for (const { candidates } of groups)
    choices = choices.flatMap((choice) => candidates.map((column) => [...choice, column]));
  return choices;
}

/**
 * The oddities of a choice: rows that do not fit it, figures that begin elsewhere than those of other rows, an empty column between all
 * labels and figures, and columns that are blank in the rows of one group but not in those of another.
 */
function costOf(choice: readonly number[], groups: readonly Peers[], width: number): number {
  const columns = new Set(choice.map((column, i) => `${groups[i]?.seats[0]?.part}:${column}`)).size;
  const gaps = groups.map(({ seats }, i) => (choice[i] ?? 0) - Math.max(...seats.map(({ start }) => start)));
  const misfits = groups.map(
    ({ seats }, i) => seats.filter((seat) => !isInside(seat, choice[i] ?? 0, width)).length,
  );
  let cost = columns + Math.max(0, Math.min(...gaps)) + misfits.reduce((sum, count) => sum + count, 0);
  for (let c = 0; c < width; c++) {
    const shares = groups.map(({ seats }, i) => blankShare(seats, (choice[i] ?? 0) + c));
    const most = Math.max(0, ...shares);
    const many = groups.some(
      ({ seats }, i) => (shares[i] ?? 0) >= most * nearlyAll && seats.length >= manyRows,
    );
    cost += (most - Math.min(1, ...shares)) * (many ? 2 : 1);
  }
  return cost;
}

function blankShare(seats: readonly Seat[], column: number): number {
  return seats.filter((seat) => isBlankIn(seat, column)).length / seats.length;
}

function isBlankIn({ first, core }: Seat, column: number): boolean {
  return (core[column - first]?.value.kind ?? 'empty') === 'empty';
}

/** Columns that are blank in every row of the table whose cells are placed for certain; none where these are few. */
export function alwaysBlank(scheme: Scheme, origins: Origins, width: number): boolean[] {
  const certain = scheme.seats.flatMap((seat, i) => {
    const [origin, ...others] = origins[i] ?? [];
    const counts = seat.excess === 0 && seat.core.length && origin !== undefined && !others.length;
    return counts && isInside(seat, origin, width) ? [{ seat, origin }] : [];
  });
  return Array.from(
    { length: width },
    (_, c) => certain.length >= manyRows && certain.every(({ seat, origin }) => isBlankIn(seat, origin + c)),
  );
}

/** So many rows are not blank in one column by chance. */
const manyRows = 8;

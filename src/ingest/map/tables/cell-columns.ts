import type { RowCell } from './stream.ts';

export type Doubt = 'too-many' | 'too-few' | 'shifted' | 'torn';

export interface CellAlignment {
  /** For each column the cells that it may hold; one means certain, `undefined` stands for no cell at all. */
  columns: (RowCell | undefined)[][];
  doubt?: Doubt;
  /** Read off a drawn header. */
  drawn?: boolean;
}

/** `core`: the cells from the first printed one to the last; `leads`: how many blank columns may stand before it. */
export function place(core: readonly RowCell[], leads: readonly number[], width: number): CellAlignment {
  const columns = Array.from({ length: width }, (_, c) =>
    distinct(leads.map((lead) => core[c - lead] ?? blankCell)),
  );
  return leads.length > 1 ? { columns, doubt: 'shifted' } : { columns };
}

/**
 * As many figures as columns, or one of two that are the same is printed twice and pushed a blank cell out of the
 * row's front or end.
 */
export function orDoubled(core: readonly RowCell[], blank: { front: boolean; end: boolean }): CellAlignment {
  const twins = core.flatMap((cell, c) => (cell.text === core[c + 1]?.text ? [c] : []));
  const once = twins.map((c) => core.toSpliced(c, 1));
  const readings = [
    core,
    ...(blank.front ? once.map((cells) => [blankCell, ...cells]) : []),
    ...(blank.end ? once.map((cells) => [...cells, blankCell]) : []),
  ];
  const columns = core.map((_, c) => distinct(readings.flatMap((cells) => cells[c] ?? [])));
  return { columns, doubt: 'too-many' };
}

/** Printed nowhere, but its place in the row is. */
const blankCell: RowCell = { text: '', bare: '', value: { kind: 'empty' }, column: 0, span: 1, own: true };

/** Too many cells: any of them may be the one too much. */
export function drop(core: readonly RowCell[], width: number): CellAlignment {
  const extra = core.length - width;
  const columns = Array.from({ length: width }, (_, c) => distinct(core.slice(c, c + extra + 1)));
  return { columns, doubt: 'too-many' };
}

/** What is blank in every other row may be blank in a row that cannot be aligned. */
export function orBlank(alignment: CellAlignment, blank: readonly boolean[]): CellAlignment {
  const columns = alignment.columns.map((cells, c) =>
    blank[c] && cells.every((cell) => cell?.value.kind !== 'empty') ? [...cells, blankCell] : cells,
  );
  return { ...alignment, columns };
}

/** Too few cells: the missing one may be any, and what is printed may have moved. */
export function insert(core: readonly RowCell[], width: number): CellAlignment {
  const missing = width - core.length;
  const columns = Array.from({ length: width }, (_, c): (RowCell | undefined)[] => [
    undefined,
    ...core.slice(Math.max(0, c - missing), c + 1),
  ]);
  return { columns, doubt: 'too-few' };
}

/** Cells that print the same are one. */
function distinct(cells: readonly RowCell[]): RowCell[] {
  const seen = new Map<string, RowCell>();
  for (const cell of cells) {
    const { value, text } = cell;
    const key = value.kind === 'number' ? String(value.value) : value.kind === 'text' ? text : '';
    if (!seen.has(key)) seen.set(key, cell);
  }
  return [...seen.values()];
}

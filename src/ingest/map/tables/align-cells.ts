import type { RowCell } from './stream.ts';

/** The cells behind a row's label, on their way into its columns. */
export interface SlotRow {
  slots: readonly RowCell[];
  /** Column of the last label cell: rows that begin alike are padded alike. */
  labelColumn: number;
}

export type Doubt = 'too-many' | 'too-few' | 'shifted';

export interface CellAlignment {
  /** For each column the cells that it may hold; one means certain, `undefined` stands for no cell at all. */
  columns: (RowCell | undefined)[][];
  doubt?: Doubt;
}

/** Leading empty cells, the cells from the first to the last printed one, trailing empty cells. */
interface Shape {
  lead: number;
  core: readonly RowCell[];
  trail: number;
}

/**
 * Puts the cells of a table's rows into `width` columns. Empty cells at the edges are columns left blank or mere
 * padding. Rows that fill every column say which; then rows that begin in the same column; then the columns
 * that are blank in every certain row. What stays open is kept open, cell by cell.
 */
export function alignCells(rows: readonly SlotRow[], width: number): CellAlignment[] {
  const shapes = rows.map(({ slots }) => shapeOf(slots));
  dropBlankColumn(shapes, width);
  const padded = shapes.some((shape) => shape.trail > 0);
  const paddings = peerPaddings(rows, shapes, width);
  const first = rows.map((row, i) => {
    const shape = shapes[i];
    return shape ? settle(shape, paddings.get(row.labelColumn), width, padded) : [];
  });
  const blankEdges = blankColumns(shapes, first, width);
  return shapes.map((shape, i) => {
    const leads = first[i] ?? [];
    const chosen = leads.length > 1 && blankEdges ? leads.filter((lead) => blankEdges(shape, lead)) : leads;
    return fill(shape, chosen.length === 1 ? chosen : leads, width);
  });
}

function shapeOf(slots: readonly RowCell[]): Shape {
  const printed = slots.map((cell) => cell.value.kind !== 'empty');
  const first = printed.indexOf(true);
  if (first < 0) return { lead: slots.length, core: [], trail: 0 };
  const last = printed.lastIndexOf(true);
  return { lead: first, core: slots.slice(first, last + 1), trail: slots.length - last - 1 };
}

/** A column that is empty in every row that has more cells than the table has columns belongs to the drawing. */
function dropBlankColumn(shapes: Shape[], width: number): void {
  const wide = shapes.filter((shape) => shape.core.length === width + 1);
  if (wide.length < 3) return;
  const empty = Array.from({ length: width + 1 }, (_, c) => c).filter((c) =>
    wide.every((shape) => shape.core[c]?.value.kind === 'empty'),
  );
  if (empty.length !== 1) return;
  for (const shape of wide) shape.core = shape.core.filter((_, c) => c !== empty[0]);
}

type Padding = { lead: number; trail: number };

/** How the full rows are padded, by the column in which their label ends. */
function peerPaddings(
  rows: readonly SlotRow[],
  shapes: readonly Shape[],
  width: number,
): Map<number, Padding[]> {
  const paddings = new Map<number, Padding[]>();
  for (const [i, { labelColumn }] of rows.entries()) {
    const shape = shapes[i];
    if (shape?.core.length !== width) continue;
    const known = paddings.get(labelColumn) ?? [];
    if (!known.some((p) => p.lead === shape.lead && p.trail === shape.trail)) known.push(shape);
    paddings.set(labelColumn, known);
  }
  return paddings;
}

/** The numbers of leading empty cells that may be columns left blank; empty when no reading fits. */
function settle(
  shape: Shape,
  peers: readonly Padding[] | undefined,
  width: number,
  padded: boolean,
): number[] {
  const missing = width - shape.core.length;
  if (missing < 0 || shape.core.length === 0) return missing < 0 ? [] : [0];
  if (missing === 0) return [0];
  const all = Array.from({ length: missing + 1 }, (_, lead) => lead).filter(
    (lead) => lead <= shape.lead && (missing - lead <= shape.trail || !padded),
  );
  if (!peers) return shape.lead + shape.core.length + shape.trail === width ? [shape.lead] : all;
  const alike = peers.flatMap((peer) => {
    const lead = shape.lead - peer.lead;
    const fits = lead >= 0 && lead <= missing && (!padded || shape.trail - peer.trail === missing - lead);
    return fits ? [lead] : [];
  });
  return alike.length ? [...new Set(alike)] : [];
}

/** Says whether a reading of an open row leaves blank only columns that are blank in every certain row. */
function blankColumns(
  shapes: readonly Shape[],
  leads: readonly number[][],
  width: number,
): ((shape: Shape, lead: number) => boolean) | undefined {
  const certain = shapes.flatMap((shape, i) => {
    const [lead, ...others] = leads[i] ?? [];
    return lead !== undefined && !others.length && shape.core.length ? [{ shape, lead }] : [];
  });
  if (certain.length < 3) return undefined;
  const blank = Array.from({ length: width }, (_, c) =>
    certain.every(({ shape, lead }) => (shape.core[c - lead]?.value.kind ?? 'empty') === 'empty'),
  );
  return (shape, lead) => blank.every((isBlank, c) => isBlank || (c >= lead && c < lead + shape.core.length));
}

function fill(shape: Shape, leads: readonly number[], width: number): CellAlignment {
  const { core } = shape;
  if (core.length > width) return drop(core, width);
  if (!leads.length) return insert(shape, width);
  const columns = Array.from({ length: width }, (_, c) =>
    distinct(leads.map((lead) => core[c - lead] ?? blankCell)),
  );
  return leads.length > 1 ? { columns, doubt: 'shifted' } : { columns };
}

/** Printed nowhere, but its place in the row is. */
const blankCell: RowCell = { text: '', bare: '', value: { kind: 'empty' }, column: 0, span: 1, own: true };

/** Too many cells: any of them may be the one too much. */
function drop(core: readonly RowCell[], width: number): CellAlignment {
  const extra = core.length - width;
  const columns = Array.from({ length: width }, (_, c) => distinct(core.slice(c, c + extra + 1)));
  return { columns, doubt: 'too-many' };
}

/** Too few cells: the missing one may be any, and what is printed may have moved. */
function insert(shape: Shape, width: number): CellAlignment {
  const missing = width - shape.core.length;
  const columns = Array.from({ length: width }, (_, c): (RowCell | undefined)[] => [
    undefined,
    ...shape.core.slice(Math.max(0, c - missing), c + 1),
  ]);
  return { columns, doubt: 'too-few' };
}

/** Cells that print the same are one. */
function distinct(cells: readonly RowCell[]): RowCell[] {
  const seen = new Map<string, RowCell>();
  for (const cell of cells) {
    const key =
      cell.value.kind === 'number' ? String(cell.value.value) : cell.value.kind === 'text' ? cell.text : '';
    if (!seen.has(key)) seen.set(key, cell);
  }
  return [...seen.values()];
}

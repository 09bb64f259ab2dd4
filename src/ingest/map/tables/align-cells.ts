import { type CellAlignment, drop, insert, orBlank, place, type Shape } from './cell-columns.ts';
import type { RowCell } from './stream.ts';

/** The cells behind a row's label, on their way into its columns. */
export interface SlotRow {
  slots: readonly RowCell[];
  /** Column of the last label cell: rows that begin alike are padded alike. */
  labelColumn: number;
  /** How deep the official row's label lies: rows of one depth are as long as one another. */
  depth: number;
}

/**
 * Puts the cells of a table's rows into `width` columns. Empty cells at the edges are columns left blank or mere
 * padding. Rows that fill every column say which; then rows that begin in the same column; then the columns
 * that are blank in every certain row. What stays open is kept open, cell by cell. `trimmed`: empty cells at the
 * end of lines are lost, so that nobody knows what a short row lacks.
 */
export function alignCells(rows: readonly SlotRow[], width: number, trimmed = false): CellAlignment[] {
  const lengths = usualValues(rows, (row) => row.slots.length);
  const columns = usualValues(rows, (row) => row.labelColumn);
  const shapes = rows.map((row) =>
    shapeOf(
      row,
      row.slots.length === lengths.get(row.depth) && row.labelColumn >= (columns.get(row.depth) ?? 0),
    ),
  );
  if (isUnpadded(rows, width)) return shapes.map((shape) => place(shape, [shape.lead], width));
  dropBlankColumn(shapes, width);
  const paddings = peerPaddings(rows, shapes, width);
  const leads = rows.map((row, i) => {
    const shape = shapes[i];
    return shape ? settle(shape, paddings.get(row.labelColumn), width, trimmed) : [];
  });
  return shapes.map((shape, i) => {
    const blank = alwaysBlank(shapes, leads, width, i);
    const others = shapes.filter((_, j) => j !== i && rows[j]?.labelColumn === rows[i]?.labelColumn);
    const alone = shapes.length > 3 && shapes.every((s) => s === shape || s.core.length < width);
    const holed = shape.core.some((cell) => cell.value.kind === 'empty');
    const surely = alwaysBlank(shapes, leads, width, i, manyRows);
    const agrees = shape.core.every((cell, c) => (cell.value.kind === 'empty') === surely[c]);
    const row = rows[i];
    // Longer than rows whose label stands in the same place: a figure may be printed twice behind a blank.
    const twice = shape.core.some((cell, c) => cell.text === shape.core[c + 1]?.text);
    const placed = row && row.labelColumn === columns.get(row.depth) && twice && shape.lead > 0;
    const longer = placed && row.slots.length > (lengths.get(row.depth) ?? 0);
    const odd = longer || (alone && trimmed) || (!shape.usual && (alone || (holed && !agrees)));
    if (odd && shape.core.length === width) {
      return orBlank(
        drop(shape.core, width - 1, width),
        shape.core.map(() => true),
      );
    }
    return decide(shape, leads[i] ?? [], blank, width, others);
  });
}

/**
 * As copied from a page: every cell once, so that rows of every depth have as many cells behind their labels as
 * the table has columns. Padding would give them different numbers.
 */
function isUnpadded(rows: readonly SlotRow[], width: number): boolean {
  const has = (depth: number) => rows.some((row) => row.depth === depth);
  // Nothing was repeated either: what stands in no group has one label cell.
  const single = rows.every((row) => row.depth > 1 || row.labelColumn === 0);
  return has(1) && has(3) && single && rows.every((row) => row.slots.length === width);
}

/** So many rows are not blank in one column by chance. */
const manyRows = 8;
/** What most rows of a depth have; nothing where no two agree. */
function usualValues(rows: readonly SlotRow[], pick: (row: SlotRow) => number): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const row of rows) {
    const known = counts.get(row.depth) ?? new Map<number, number>();
    known.set(pick(row), (known.get(pick(row)) ?? 0) + 1);
    counts.set(row.depth, known);
  }
  const usual = new Map<number, number>();
  for (const [depth, values] of counts) {
    const [value, count] = [...values].reduce((a, b) => (b[1] > a[1] ? b : a));
    if (count > 1 || values.size === 1) usual.set(depth, value);
  }
  return usual;
}

function shapeOf({ slots }: SlotRow, usual: boolean): Shape {
  const printed = slots.map((cell) => cell.value.kind !== 'empty');
  const first = printed.indexOf(true);
  if (first < 0) return { lead: slots.length, core: [], trail: 0, usual };
  const last = printed.lastIndexOf(true);
  return { lead: first, core: slots.slice(first, last + 1), trail: slots.length - last - 1, usual };
}

/** A column that is empty in every row that has more cells than the table has columns belongs to the drawing. */
function dropBlankColumn(shapes: Shape[], width: number): void {
  const wide = shapes.filter((shape) => shape.core.length === width + 1);
  if (wide.length < 3 || wide.length < shapes.length * 0.7) return;
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
    if (!shape?.usual || shape.core.length !== width) continue;
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
  trimmed: boolean,
): number[] {
  const missing = width - shape.core.length;
  if (missing < 0) return [];
  if (missing === 0 || shape.core.length === 0) return [0];
  if (trimmed) return [];
  if (!peers) {
    const whole = shape.usual && shape.lead + shape.core.length + shape.trail === width;
    if (whole) return [shape.lead];
    const leads = Array.from({ length: missing + 1 }, (_, lead) => lead);
    return leads.filter((lead) => lead <= shape.lead && missing - lead <= shape.trail);
  }
  const alike = peers.flatMap((peer) => {
    const lead = shape.lead - peer.lead;
    return lead >= 0 && lead <= missing && shape.trail - peer.trail === missing - lead ? [lead] : [];
  });
  return [...new Set(alike)];
}

/** Columns that are blank in every other row that is certain; none where fewer than `least` are. */
function alwaysBlank(
  shapes: readonly Shape[],
  leads: readonly number[][],
  width: number,
  except: number,
  least = 3,
): boolean[] {
  const certain = shapes.flatMap((shape, i) => {
    const [lead, ...others] = leads[i] ?? [];
    const counts = i !== except && lead !== undefined && !others.length && shape.core.length && shape.usual;
    return counts ? [{ shape, lead }] : [];
  });
  return Array.from({ length: width }, (_, c) => {
    const isBlank = ({ shape, lead }: { shape: Shape; lead: number }) =>
      (shape.core[c - lead]?.value.kind ?? 'empty') === 'empty';
    return certain.length >= least && certain.every(isBlank);
  });
}

/**
 * Among several readings the one that leaves blank only what is blank everywhere. A row of unusual length may
 * lack a cell or have one too many: it is believed only where its blanks are those of the other rows.
 */
function decide(
  shape: Shape,
  leads: readonly number[],
  blank: readonly boolean[],
  width: number,
  others: readonly Shape[],
): CellAlignment {
  const { core } = shape;
  if (core.length > width) return orBlank(drop(core, width), blank);
  if (core.length === 0) return place(shape, [0], width);
  if (core.length === width) {
    const odd =
      blank.some((always, c) => always && core[c]?.value.kind !== 'empty') && !fillsBlank(shape, others);
    return odd ? orBlank(drop(core, width - 1, width), blank) : place(shape, [0], width);
  }
  const agreeing = leads.filter((lead) =>
    blank.every((always, c) => always || (c >= lead && c < lead + core.length)),
  );
  if (agreeing.length === 1) return place(shape, agreeing, width);
  if (!leads.length || !shape.usual) return insert(shape, width);
  return place(shape, leads, width);
}

/** A figure in a column that is blank elsewhere stands where rows that begin alike have an empty cell. */
function fillsBlank(shape: Shape, others: readonly Shape[]): boolean {
  const length = (s: Shape) => s.lead + s.core.length + s.trail;
  return others.some((other) => other.core.length < shape.core.length && length(other) === length(shape));
}

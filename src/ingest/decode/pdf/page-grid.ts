import type { Cell } from '../../../model/document.ts';
import { bandOf } from './bands.ts';
import { isWide } from './characters.ts';
import { type Lattice, type Region, regionBox } from './lattice.ts';
import { boundingBox, centreX, centreY, type Glyph, type Ruling } from './layout.ts';
import { areaText, groupLines } from './lines.ts';
import type { Box } from './matrix.ts';
import { lineTolerance } from './rulings.ts';
import { splitRegions } from './split-cells.ts';

/** `room`: what the last line of the cell leaves free, in ems; a label that goes on elsewhere leaves none. */
export interface PageCell extends Cell {
  room: number;
}

/** A table on one page, before tables cut by page breaks are joined. */
export interface PageGrid extends Box {
  page: number;
  /** Edges of the columns: the same on the next page when the table goes on. */
  xs: number[];
  rows: number;
  columns: number;
  cells: PageCell[];
  exact: boolean;
}

/**
 * Glyphs whose middle lies within the table's outer edges. Where a page break left no border, the last line of a
 * cell may stick out by less than its height.
 */
export function glyphsInside(glyphs: readonly Glyph[], box: Box, rulings: readonly Ruling[]): Glyph[] {
  const level = rulings.filter((r) => r.direction === 'h' && r.to > box.left && r.from < box.right);
  const top = level.filter((r) => Math.abs(r.at - box.top) <= lineTolerance);
  const bottom = level.filter((r) => Math.abs(r.at - box.bottom) <= lineTolerance);
  return glyphs.filter((g) => {
    const x = centreX(g);
    const y = centreY(g);
    if (x <= box.left || x >= box.right) return false;
    if (y > box.top && y < box.bottom) return true;
    const reach = 0.9 * g.size;
    if (y <= box.top - reach || y >= box.bottom + reach) return false;
    const border = y <= box.top ? top : bottom;
    return !border.some((r) => r.from <= x && r.to >= x);
  });
}

/** Puts each glyph into its cell. @returns undefined for frames: fewer than two cells hold writing */
export function fillLattice(lattice: Lattice, glyphs: readonly Glyph[], page: number): PageGrid | undefined {
  const rows = lattice.ys.length - 1;
  const columns = lattice.xs.length - 1;
  const owner = ownerTable(lattice, rows, columns);
  const contents: Glyph[][] = lattice.cells.map(() => []);
  for (const word of words(glyphs)) {
    for (const [glyph, x] of placeWord(word, lattice)) {
      const row = bandOf(lattice.ys, centreY(glyph));
      contents[owner[row * columns + bandOf(lattice.xs, x)] ?? 0]?.push(glyph);
    }
  }
  if (contents.filter((c) => c.some((g) => g.text !== ' ')).length < 2) return undefined;
  const cells = lattice.cells.flatMap((region, i) =>
    splitRegions(lattice, region, contents[i] ?? []).map((part) => toCell(lattice, part, page)),
  );
  const outer = { row: 0, column: 0, rowSpan: rows, columnSpan: columns };
  const grid = { ...regionBox(lattice, outer), page, xs: lattice.xs, rows, columns, cells, exact: true };
  return withoutEmptyRows(grid);
}

/** Strips from edge to edge without a cell: between double borders, and what a page break leaves of a frame. */
function withoutEmptyRows(grid: PageGrid): PageGrid {
  const strips = grid.cells.filter((c) => c.columnSpan === grid.columns && c.rowSpan === 1 && c.text === '');
  const kept: number[] = [];
  for (let row = 0; row < grid.rows; row++) if (!strips.some((c) => c.row === row)) kept.push(row);
  if (kept.length === grid.rows) return grid;
  const before = (row: number) => kept.filter((r) => r < row).length;
  const cells = grid.cells.flatMap((cell) => {
    const row = before(cell.row);
    const rowSpan = before(cell.row + cell.rowSpan) - row;
    return rowSpan > 0 ? [{ ...cell, row, rowSpan }] : [];
  });
  return { ...grid, rows: kept.length, cells };
}

function toCell(lattice: Lattice, part: { region: Region; glyphs: Glyph[] }, page: number): PageCell {
  const box = regionBox(lattice, part.region);
  return { ...part.region, ...areaText(part.glyphs, box.right - box.left), place: { page } };
}

function ownerTable(lattice: Lattice, rows: number, columns: number): Int32Array {
  const owner = new Int32Array(rows * columns);
  lattice.cells.forEach((cell, i) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      owner.fill(i, r * columns + cell.column, r * columns + cell.column + cell.columnSpan);
  });
  return owner;
}

/** Runs of figures or Latin letters that stand without a gap; every Chinese character is a word of its own. */
function words(glyphs: readonly Glyph[]): Glyph[][] {
  const result: Glyph[][] = [];
  for (const line of groupLines(glyphs)) {
    let word: Glyph[] = [];
    for (const glyph of line) {
      const last = word.at(-1);
      const continues =
        last &&
        glyph.text !== ' ' &&
        last.text !== ' ' &&
        !isWide(glyph.text) &&
        !isWide(last.text) &&
        glyph.left - last.right < 0.2 * glyph.size;
      if (last && !continues) {
        result.push(word);
        word = [];
      }
      word.push(glyph);
    }
    if (word.length > 0) result.push(word);
  }
  return result;
}

/**
 * Each glyph of the word with the x that decides its column. A line through the body of a glyph shows that a long
 * number sticks out of its cell: it stays whole, where its middle is. A line between glyphs parts two cells.
 */
function placeWord(word: Glyph[], lattice: Lattice): [Glyph, number][] {
  const box = boundingBox(word);
  const cut = lattice.xs.some((x) =>
    word.some((g) => x > g.left + 0.2 * (g.right - g.left) && x < g.right - 0.2 * (g.right - g.left)),
  );
  return word.map((glyph) => [glyph, cut ? centreX(box) : centreX(glyph)]);
}

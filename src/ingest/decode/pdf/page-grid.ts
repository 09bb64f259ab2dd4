import type { Cell } from '../../../model/document.ts';
import { bandOf } from './bands.ts';
import { areaText } from './cell-text.ts';
import { isWide } from './characters.ts';
import { type Lattice, type Region, regionBox } from './lattice.ts';
import { boundingBox, centreX, centreY, type Glyph, type Ruling } from './layout.ts';
import { groupLines } from './lines.ts';
import type { Box } from './matrix.ts';
import { lineTolerance } from './rulings.ts';
import { splitRegions } from './split-cells.ts';

/** A label that goes on elsewhere leaves no room. */
export interface PageCell extends Cell {
  /** What the last line leaves free of the cell's width, in ems. */
  room: number;
  /** What is free below the last line, in ems. */
  below: number;
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

/** Puts each glyph into its cell. @returns undefined where no cell holds writing */
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
  if (!contents.some((c) => c.some((g) => g.text !== ' '))) return undefined;
  const cells = lattice.cells.flatMap((region, i) =>
    splitRegions(lattice, region, contents[i] ?? []).map((part) => toCell(lattice, part, page)),
  );
  const outer = { row: 0, column: 0, rowSpan: rows, columnSpan: columns };
  const grid = { ...regionBox(lattice, outer), page, xs: lattice.xs, rows, columns, cells, exact: true };
  return withoutEmptyRows(grid);
}

function freeBelow(glyphs: readonly Glyph[], box: Box): number {
  const inked = glyphs.filter((g) => g.text !== ' ');
  const size = inked[0]?.size;
  return size ? (box.bottom - boundingBox(inked).bottom) / size : Infinity;
}

/** Strips that are not parted into cells: between double borders, and what a page break leaves of a frame. */
function withoutEmptyRows(grid: PageGrid): PageGrid {
  const kept: number[] = [];
  for (let row = 0; row < grid.rows; row++) {
    const own = grid.cells.filter((c) => c.row === row);
    const [only] = own;
    const strip = own.length === 1 && only?.text === '' && only.columnSpan > grid.columns / 2;
    if (!strip) kept.push(row);
  }
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
  return {
    ...part.region,
    ...areaText(part.glyphs, box.right - box.left),
    below: freeBelow(part.glyphs, box),
    place: { page },
  };
}

function ownerTable(lattice: Lattice, rows: number, columns: number): Int32Array {
  const owner = new Int32Array(rows * columns);
  lattice.cells.forEach((cell, i) => {
    for (let r = cell.row; r < cell.row + cell.rowSpan; r++)
      owner.fill(i, r * columns + cell.column, r * columns + cell.column + cell.columnSpan);
  });
  return owner;
}

/** Runs of one kind of writing without a gap: Chinese, or figures and Latin letters. */
function words(glyphs: readonly Glyph[]): Glyph[][] {
  const result: Glyph[][] = [];
  for (const line of groupLines(glyphs)) {
    let word: Glyph[] = [];
    for (const glyph of line) {
      const last = word.at(-1);
      if (last && !continuesWord(last, glyph)) {
        result.push(word);
        word = [];
      }
      word.push(glyph);
    }
    if (word.length > 0) result.push(word);
  }
  return result;
}

function continuesWord(last: Glyph, glyph: Glyph): boolean {
  if (glyph.text === ' ' || last.text === ' ' || isWide(glyph.text) !== isWide(last.text)) return false;
  return glyph.left - last.right < 0.15 * glyph.size;
}

/**
 * Each glyph of the word with the x that decides its column. A line through the body of a glyph shows that the
 * word sticks out of its cell: it stays whole, where its middle is. A line between two Chinese characters parts
 * two cells; a number is never parted, for its digits always stand closer than those of two cells.
 */
function placeWord(word: Glyph[], lattice: Lattice): [Glyph, number][] {
  const pieces: Glyph[][] = [];
  for (const glyph of word) {
    const last = pieces.at(-1);
    const before = last?.at(-1);
    if (last && before && !(isWide(glyph.text) && isParted(before, glyph, lattice.xs))) last.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces.flatMap((piece) => {
    const x = centreX(boundingBox(piece));
    return piece.map((glyph): [Glyph, number] => [glyph, x]);
  });
}

/** A line stands between the two, not through the body of either. */
function isParted(a: Glyph, b: Glyph, xs: readonly number[]): boolean {
  const from = a.right - 0.2 * (a.right - a.left);
  const to = b.left + 0.2 * (b.right - b.left);
  return xs.some((x) => x >= from && x <= to);
}

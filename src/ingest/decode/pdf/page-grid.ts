import type { Cell } from '../../../model/document.ts';
import { bandOf } from './bands.ts';
import { isWide } from './characters.ts';
import { type Lattice, type Region, regionBox } from './lattice.ts';
import { boundingBox, centreX, centreY, type Glyph } from './layout.ts';
import { areaText, groupLines } from './lines.ts';
import type { Box } from './matrix.ts';
import { splitRegions } from './split-cells.ts';

/** A table on one page, before tables cut by page breaks are joined. */
export interface PageGrid extends Box {
  page: number;
  /** Edges of the columns: the same on the next page when the table goes on. */
  xs: number[];
  rows: number;
  columns: number;
  cells: Cell[];
  exact: boolean;
}

/** Glyphs whose middle lies within the table's outer edges. */
export function glyphsInside(glyphs: readonly Glyph[], box: Box): Glyph[] {
  return glyphs.filter((g) => {
    const x = centreX(g);
    const y = centreY(g);
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
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
  return { ...regionBox(lattice, outer), page, xs: lattice.xs, rows, columns, cells, exact: true };
}

function toCell(lattice: Lattice, part: { region: Region; glyphs: Glyph[] }, page: number): Cell {
  const box = regionBox(lattice, part.region);
  return { ...part.region, text: areaText(part.glyphs, box.right - box.left), place: { page } };
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

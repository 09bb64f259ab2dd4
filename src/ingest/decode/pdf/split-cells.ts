import { bandOf } from './bands.ts';
import { isFigure } from './characters.ts';
import { type Lattice, type Region, regionBox } from './lattice.ts';
import { boundingBox, centreX, centreY, type Glyph } from './layout.ts';
import { groupLines, lineText } from './lines.ts';

export interface Part {
  region: Region;
  glyphs: Glyph[];
}

/**
 * A cell that spans because a border was not drawn, not because it was merged, gives itself away: it holds
 * nothing but figures, and each stands by itself in its own column (or row) of the table. It is cut there again.
 */
export function splitRegions(lattice: Lattice, region: Region, glyphs: Glyph[]): Part[] {
  const whole = [{ region, glyphs }];
  if (region.rowSpan === 1 && region.columnSpan === 1) return whole;
  const figures = groupLines(glyphs).flatMap(apart);
  if (figures.length < 2 || !figures.every((f) => isFigure(lineText(f)))) return whole;
  const byRow = region.rowSpan > 1 ? cut(lattice, { region, glyphs }, figures, 'row') : undefined;
  const rows = byRow ?? whole;
  return rows.flatMap((part) => {
    const inside = figures.filter((f) => f.some((g) => part.glyphs.includes(g)));
    return (part.region.columnSpan > 1 && cut(lattice, part, inside, 'column')) || [part];
  });
}

/** Pieces of a line with more than an em between them. */
function apart(line: readonly Glyph[]): Glyph[][] {
  const pieces: Glyph[][] = [];
  for (const glyph of line) {
    if (glyph.text === ' ') continue;
    const last = pieces.at(-1);
    if (last && glyph.left - (last.at(-1)?.right ?? 0) <= glyph.size) last.push(glyph);
    else pieces.push([glyph]);
  }
  return pieces;
}

/** Single bands, if the figures stand in at least two of them and none reaches over an edge. */
function cut(
  lattice: Lattice,
  part: Part,
  figures: readonly Glyph[][],
  by: 'row' | 'column',
): Part[] | undefined {
  const edges = by === 'row' ? lattice.ys : lattice.xs;
  const bands = figures.map((figure) => {
    const box = boundingBox(figure);
    const [low, high, middle] =
      by === 'row' ? [box.top, box.bottom, centreY(box)] : [box.left, box.right, centreX(box)];
    const band = bandOf(edges, middle);
    const slack = by === 'row' ? (high - low) / 4 : 0.5;
    const fits = low >= (edges[band] ?? 0) - slack && high <= (edges[band + 1] ?? 0) + slack;
    return fits ? band : undefined;
  });
  if (bands.includes(undefined) || new Set(bands).size < 2) return undefined;
  const first = by === 'row' ? part.region.row : part.region.column;
  const span = by === 'row' ? part.region.rowSpan : part.region.columnSpan;
  return Array.from({ length: span }, (_, i) => {
    const region =
      by === 'row'
        ? { ...part.region, row: first + i, rowSpan: 1 }
        : { ...part.region, column: first + i, columnSpan: 1 };
    const box = regionBox(lattice, region);
    const inside = (g: Glyph) =>
      by === 'row'
        ? centreY(g) >= box.top && centreY(g) < box.bottom
        : centreX(g) >= box.left && centreX(g) < box.right;
    return { region, glyphs: part.glyphs.filter(inside) };
  });
}

import { latticeOf } from './lattice.ts';
import type { Glyph, PageContent } from './layout.ts';
import { fillLattice, glyphsInside, type PageGrid } from './page-grid.ts';
import { connectedRulings, mergeRulings } from './rulings.ts';

/** The tables that lines draw on a page, and the writing outside them. */
export function ruledTables(page: PageContent): { grids: PageGrid[]; rest: Glyph[] } {
  const grids: PageGrid[] = [];
  let rest = page.glyphs;
  const lattices = connectedRulings(mergeRulings(page.rulings))
    .map(latticeOf)
    .filter((lattice) => lattice !== undefined)
    // The larger first: a table inside a cell of another stays part of that cell.
    .sort((a, b) => b.xs.length * b.ys.length - a.xs.length * a.ys.length);
  for (const lattice of lattices) {
    const { xs, ys } = lattice;
    const box = { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 };
    const inside = glyphsInside(rest, box, page.rulings);
    if (inside.length === 0) continue;
    const grid = fillLattice(lattice, inside, page.number);
    if (!grid) continue;
    grids.push(grid);
    const taken = new Set(inside);
    rest = rest.filter((g) => !taken.has(g));
  }
  return { grids: grids.sort((a, b) => a.top - b.top), rest };
}

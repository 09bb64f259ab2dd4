import type { Block, Place } from '../../../model/document.ts';

/** The block as it stands `by` lines further down. */
export function shiftLines(block: Block, by: number): Block {
  const shift = (place: Place): Place => (place.line ? { ...place, line: place.line + by } : place);
  const place = shift(block.place);
  if (block.kind === 'paragraph') return { ...block, place };
  const cells = block.grid.cells.map((cell) => ({ ...cell, place: shift(cell.place) }));
  return { ...block, grid: { ...block.grid, cells }, place };
}

import type { Random } from './random.ts';
import { type Sheet, sliceSheet } from './sheet.ts';

/** Cuts a table at rows, as page breaks do; the parts may begin with the header again. */
export function cutSheet(sheet: Sheet, random: Random): Sheet[] {
  if (sheet.table !== 'applications') return [sheet];
  const at = random.int(sheet.headerRows + 1, sheet.rows - 2);
  const parts = [sliceSheet(sheet, 0, at), sliceSheet(sheet, at, sheet.rows)];
  const [top, rest] = parts;
  if (!top || !rest || random.chance(0.5)) return parts;
  const header = sliceSheet(sheet, 0, sheet.headerRows);
  const moved = rest.cells.map((cell) => ({ ...cell, row: cell.row + header.rows }));
  return [
    top,
    { ...rest, rows: rest.rows + header.rows, headerRows: header.rows, cells: [...header.cells, ...moved] },
  ];
}

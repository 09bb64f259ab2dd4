import type { SlotRow } from './cell-schemes.ts';

/**
 * A column that is empty in every row that has more cells than the table has columns belongs to the drawing, provided
 * that all the others hold figures. It stands equally far from the end of every row.
 */
export function withoutDrawnColumn(rows: readonly SlotRow[], width: number): readonly SlotRow[] {
  const wide = rows.filter((row) => spread(row) === width + 1);
  if (wide.length < 3 || wide.length < rows.length * 0.5) return rows;
  const ends = wide.map(({ slots }) => slots.length - 1 - slots.findLastIndex(isPrinted));
  const [end = 0] = ends;
  if (ends.some((other) => other !== end)) return rows;
  const empty = Array.from({ length: width + 1 }, (_, back) => back + end).filter((back) =>
    wide.every(({ slots }) => !isPrinted(slots.at(-1 - back))),
  );
  const [drawn] = empty;
  if (drawn === undefined || empty.length > 1) return rows;
  return rows.map((row) => {
    const at = row.slots.length - 1 - drawn;
    return isPrinted(row.slots[at]) ? row : { ...row, slots: row.slots.filter((_, i) => i !== at) };
  });
}

/** From the first printed cell to the last. */
function spread({ slots }: SlotRow): number {
  return slots.findLastIndex(isPrinted) - slots.findIndex(isPrinted) + 1;
}

function isPrinted(cell: SlotRow['slots'][number] | undefined): boolean {
  return cell !== undefined && cell.value.kind !== 'empty';
}

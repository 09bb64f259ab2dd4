import type { RowShape } from '../../layout/word-tables.ts';

/**
 * How a row is drawn, from its `TDefTableOperand` ([MS-DOC] 2.9.314): size, number of cells, their edges, then 20
 * bytes a cell, of which the first two say how it is merged (2.9.318, `TCGRF`).
 * @param later changes to vertical merging: cell number → 0 none, 1 covered, 3 first
 */
export function rowShape(definition: Buffer, later: readonly (readonly [number, number])[]): RowShape {
  const count = definition[2] ?? 0;
  const known = definition.length >= 3 + (count + 1) * 2;
  const edges = known ? Array.from({ length: count + 1 }, (_, i) => definition.readInt16LE(3 + i * 2)) : [];
  const flags = Array.from({ length: count }, (_, cell) => {
    const at = 3 + (count + 1) * 2 + cell * 20;
    return at + 2 <= definition.length ? definition.readUInt16LE(at) : 0;
  });
  const covered = coveredSideways(flags);
  const merged = flags.map((flag, cell) => {
    if ((flag & 3) === covered) return 'left';
    const vertical = later.find(([changed]) => changed === cell)?.[1] ?? (flag >> 5) & 3;
    return vertical === 1 ? 'above' : undefined;
  });
  return { edges, merged };
}

/**
 * The sign of cells joined to the one before them. Word 97's own description calls the first cell 1 and the others 2,
 * [MS-DOC] calls the first 2 or 3 and the others 1; a row begins such a set with its first cell.
 */
function coveredSideways(flags: readonly number[]): number {
  const first = flags.map((flag) => flag & 3).find((sign) => sign > 0);
  return first === 1 ? 2 : 1;
}

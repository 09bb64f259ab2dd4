import type { Extent } from './open-columns.ts';
import type { HeaderBlock } from './open-header.ts';

export interface MatchedColumns {
  /** From left to right: a header with the figures under it, figures without a header, a header without figures. */
  columns: Extent[];
  /** The column of each header that names one. */
  columnOf: Map<HeaderBlock, number>;
  /** Only one way to put headers and figures together explains where they stand. */
  sure: boolean;
}

interface Column {
  header?: HeaderBlock | undefined;
  figures?: Extent | undefined;
}

/**
 * Puts headers and columns of figures together. Where they overlap they are one column, for what stands in one
 * column never overlaps what stands in another. Where they do not (figures on the right under words on the left),
 * all figures of the table stand on the same side of their headers.
 */
export function matchHeaders(headers: readonly HeaderBlock[], figures: readonly Extent[]): MatchedColumns {
  const over = (column: Extent) => headers.filter((h) => overlap(h, column));
  const under = (header: Extent) => figures.filter((f) => overlap(f, header));
  const spanning = headers.filter((h) => under(h).length > 1);
  const named = headers.filter((h) => !spanning.includes(h));
  const torn = figures.some((f) => over(f).filter((h) => named.includes(h)).length > 1);
  const parts: Column[] = [
    ...named.map((header) => ({ header, figures: under(header)[0] })),
    ...figures.filter((f) => !over(f).some((h) => named.includes(h))).map((f) => ({ figures: f })),
  ].sort((a, b) => centreX(extentOf(a)) - centreX(extentOf(b)));
  const right = joined(parts, 'right');
  const left = joined(parts, 'left');
  const best = left.length < right.length ? left : right;
  const open = left.length === right.length && !same(left, right);
  const columns = best.map(extentOf);
  const columnOf = new Map(best.flatMap(({ header }, c) => (header ? [[header, c] as const] : [])));
  return { columns, columnOf, sure: !torn && !open && spanning.length === 0 };
}

/** Centres nearer than this are the same. */
const aligned = 2;

/**
 * Lone figures come under the lone header that stands before them (`right`) or behind them (`left`), unless those
 * that stand under their headers stand otherwise there.
 */
function joined(parts: readonly Column[], side: 'left' | 'right'): Column[] {
  const sign = side === 'right' ? 1 : -1;
  const shifts = parts.flatMap(({ header, figures }) =>
    header && figures ? [sign * (centreX(figures) - centreX(header))] : [],
  );
  const shifted = shifts.length === 0 || shifts.some((shift) => shift > aligned);
  if (!shifted || shifts.some((shift) => shift < -aligned)) return [...parts];
  const result: Column[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    const [header, figures] = side === 'right' ? [last, part] : [part, last];
    if (header?.header && !header.figures && figures?.figures && !figures.header) {
      result[result.length - 1] = { header: header.header, figures: figures.figures };
    } else result.push(part);
  }
  return result;
}

function same(a: readonly Column[], b: readonly Column[]): boolean {
  return a.every(({ header, figures }, i) => header === b[i]?.header && figures === b[i]?.figures);
}

function extentOf({ header, figures }: Column): Extent {
  return {
    left: Math.min(header?.left ?? Infinity, figures?.left ?? Infinity),
    right: Math.max(header?.right ?? -Infinity, figures?.right ?? -Infinity),
  };
}

function centreX({ left, right }: Extent): number {
  return (left + right) / 2;
}

function overlap(a: Extent, b: Extent): boolean {
  return a.left < b.right && b.left < a.right;
}

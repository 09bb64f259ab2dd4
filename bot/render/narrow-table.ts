import stringWidth from 'string-width';
import { alignTable } from '../../src/answer/plain-text.ts';

type Align = readonly ('left' | 'right')[];
interface Table {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  align: Align;
}

/** Cells of a fixed-width font that a phone shows on one line; a Han character takes two. */
export const phoneWidth = 34;
/** A column is never made narrower: five Han characters. */
const narrowest = 10;

/**
 * A table's lines for a narrow screen, the header first and each row as one or more lines. Long names are broken
 * inside their column; nothing is cut off. Undefined when the numbers alone are too wide.
 */
export function narrowTable({ header, rows, align }: Table, width = phoneWidth): string[][] | undefined {
  const lines = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => stringWidth(line[column] ?? ''))));
  const gaps = 2 * (header.length - 1);
  let excess = widths.reduce((sum, one) => sum + one, gaps) - width;
  const limits = [...widths];
  while (excess > 0) {
    const widest = widestText(limits, align);
    if (widest === undefined) return undefined;
    const limit = limits[widest] ?? narrowest;
    const less = Math.max(narrowest, limit - excess);
    excess -= limit - less;
    limits[widest] = less;
  }
  const broken = lines.map((line) => breakRow(line, limits));
  const aligned = alignTable(
    header.map((_, c) => ' '.repeat(limits[c] ?? 0)),
    broken.flat(),
    align,
  ).slice(1);
  let at = 0;
  return broken.map((row) => {
    at += row.length;
    return aligned.slice(at - row.length, at);
  });
}

/** The widest column of words that can still give way. */
function widestText(limits: readonly number[], align: Align): number | undefined {
  const candidates = limits.flatMap((limit, i) => (align[i] === 'left' && limit > narrowest ? [i] : []));
  if (candidates.length === 0) return undefined;
  return candidates.reduce((a, b) => ((limits[b] ?? 0) > (limits[a] ?? 0) ? b : a));
}

function breakRow(cells: readonly string[], limits: readonly number[]): string[][] {
  const columns = limits.map((limit, i) => breakCell(cells[i] ?? '', limit));
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, line) => columns.map((column) => column[line] ?? ''));
}

function breakCell(text: string, limit: number): string[] {
  const lines = [''];
  for (const char of text) {
    const last = lines.at(-1) ?? '';
    if (last && stringWidth(last + char) > limit) lines.push(char);
    else lines[lines.length - 1] = last + char;
  }
  return lines;
}

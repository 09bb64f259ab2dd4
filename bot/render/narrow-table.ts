import stringWidth from 'string-width';
import { alignTable } from '../../src/answer/plain-text.ts';

/** A Latin word with the spaces behind it, or one other character. */
const words = /[\p{Script=Latin}'’-]+\s*|[\s\S]/gu;

type Align = readonly ('left' | 'right')[];
interface Table {
  header: readonly string[];
  rows: readonly (readonly string[])[];
  align: Align;
}

/** Cells of a fixed-width font that a phone shows on one line; a Han character takes two. */
export const phoneWidth = 36;
/** A column of words is never made narrower: six Han characters. */
const narrowest = 12;
/** administrative, reconsideration */
const longestWord = 16;
/** Nor one of numbers: 未收录. */
const narrowestNumber = 6;

/**
 * A table's lines for a narrow screen, the header first and each row as one or more lines. Long names are broken
 * inside their column; nothing is cut off. Undefined when the numbers alone are too wide.
 */
export function narrowTable({ header, rows, align }: Table, width = phoneWidth): string[][] | undefined {
  const lines = [header, ...rows];
  const widths = header.map((_, column) => widest(lines, column));
  // Words may be broken anywhere, numbers not at all; a heading over numbers gives way to them.
  const least = header.map((_, column) =>
    align[column] === 'left' ? narrowestOf(lines, column) : Math.max(narrowestNumber, widest(rows, column)),
  );
  const gaps = 2 * (header.length - 1);
  let excess = widths.reduce((sum, one) => sum + one, gaps) - width;
  const limits = [...widths];
  while (excess > 0) {
    const yielding = widestYielding(limits, least);
    if (yielding === undefined) return undefined;
    const limit = limits[yielding] ?? 0;
    const less = Math.max(least[yielding] ?? 0, limit - excess);
    excess -= limit - less;
    limits[yielding] = less;
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

function widest(lines: readonly (readonly string[])[], column: number): number {
  return Math.max(0, ...lines.map((line) => stringWidth(line[column] ?? '')));
}

/** Wide enough for a Latin word, where there is one and it is not too long. */
function narrowestOf(lines: readonly (readonly string[])[], column: number): number {
  const latin = lines.flatMap((line) => (line[column] ?? '').match(/[\p{Script=Latin}'’-]+/gu) ?? []);
  const longest = Math.max(0, ...latin.map((word) => word.length));
  return Math.max(narrowest, Math.min(longest, longestWord));
}

/** The widest column that can still give way. */
function widestYielding(limits: readonly number[], least: readonly number[]): number | undefined {
  const candidates = limits.flatMap((limit, i) => (limit > (least[i] ?? 0) ? [i] : []));
  if (candidates.length === 0) return undefined;
  return candidates.reduce((a, b) => ((limits[b] ?? 0) > (limits[a] ?? 0) ? b : a));
}

function breakRow(cells: readonly string[], limits: readonly number[]): string[][] {
  const columns = limits.map((limit, i) => breakCell(cells[i] ?? '', limit));
  const height = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, line) => columns.map((column) => column[line] ?? ''));
}

/** Into lines of about the same length, so that no single character is left over. */
function breakCell(text: string, limit: number): string[] {
  const count = Math.ceil(stringWidth(text) / limit);
  const even = Math.min(limit, Math.ceil(stringWidth(text) / Math.max(1, count)) + 1);
  const balanced = breakAt(text, even, limit);
  return balanced.length > count ? breakAt(text, limit, limit) : balanced;
}

/** Han characters part anywhere, Latin words between them. @param longest a word longer than this is broken too */
function breakAt(text: string, limit: number, longest: number): string[] {
  const lines = [''];
  for (const word of text.match(words) ?? []) {
    for (const piece of stringWidth(word.trimEnd()) > longest ? word : [word]) {
      const last = lines.at(-1) ?? '';
      if (last && stringWidth((last + piece).trimEnd()) > limit) lines.push(piece);
      else lines[lines.length - 1] = last + piece;
    }
  }
  return lines.map((line) => line.trimEnd());
}

import type { RowMatch } from './align-rows.ts';
import type { CellAlignment } from './cell-columns.ts';
import { halfWidth } from './cell-value.ts';
import { joinedLabel } from './find-applications.ts';
import { labelFit } from './label.ts';
import { applicationWidth, labelData } from './label-data.ts';
import { printedCount } from './row-kinds.ts';
import { splitRow, type TableRow } from './stream.ts';

/**
 * The rows whose figures narrow cells or a page's end may have cut: digits stand on the line behind. 387 printed as
 * 38 over 7 must not be read as 38.
 */
export function tornFigures(body: readonly TableRow[], matches: readonly RowMatch[]): Set<RowMatch> {
  const named = new Set(matches.flatMap(({ values, score }) => (score > 0 ? [values] : [])));
  const used = new Set(matches.map((match) => match.values));
  const isLoose = (row: TableRow | undefined, i: number) =>
    row !== undefined && !used.has(i) && printedCount(row) > 0 && !isNamed(row) && !isPageNumber(row);
  const misplaced = labelsAmongFigures(body, matches);
  const torn = matches.filter((match) => {
    const row = body[match.values];
    const behind = body[match.to];
    const free =
      behind && (!used.has(match.to) || (!named.has(match.to) && count(behind) < applicationWidth));
    const goesOn = free && isRest(behind, match.row);
    const before = body[match.from - 1];
    const above = matches.find(({ to }) => to === match.from - 1);
    const restOfAbove = before && above && count(before) < applicationWidth && isRest(before, above.row);
    const amongLoose = (!restOfAbove && isLoose(before, match.from - 1)) || isLoose(behind, match.to);
    return (
      goesOn ||
      amongLoose ||
      misplaced(match) ||
      (row?.tail !== undefined && (row.joined || completes(row, row.tail)))
    );
  });
  return new Set(torn);
}

/** Of a drawn table: a piece of the label stands where the other rows have their first figure. */
function labelsAmongFigures(
  body: readonly TableRow[],
  matches: readonly RowMatch[],
): (match: RowMatch) => boolean {
  const starts = new Map<number, number[]>();
  for (const { values } of matches) {
    const row = body[values];
    const first = row?.exact ? splitRow(row).slots[0]?.column : undefined;
    const width = row?.grid?.columns ?? 0;
    if (first !== undefined) starts.set(width, [...(starts.get(width) ?? []), first]);
  }
  const usual = new Map(
    [...starts].map(([width, all]) => [width, all.sort((a, b) => a - b)[all.length >> 1]]),
  );
  return ({ from, to, values }) =>
    body.slice(from, to).some((row, i) => {
      if (from + i === values) return false;
      const start = row.exact ? usual.get(row.grid?.columns ?? 0) : undefined;
      return (
        start !== undefined && splitRow(row).label.some((cell) => cell.bare !== '' && cell.column >= start)
      );
    });
}

/** The whole label of some row: a row by itself, though nobody knows what it does here. */
function isNamed(row: TableRow): boolean {
  const label = joinedLabel(row);
  return label.length > 2 && labelData().rows.some(({ labels }) => labelFit(label, labels) >= wholeLabel);
}

const wholeLabel = 0.8;

/** `- 3 -` beside a letter of a vertical label. */
function isPageNumber(row: TableRow): boolean {
  return (
    splitRow(row)
      .slots.map(({ value }) => value.kind)
      .join() === 'mark,number,mark'
  );
}

/** Figures without a label, or behind the ends of the labels of the row before. */
function isRest(row: TableRow, official: number): boolean {
  if (!count(row)) return false;
  const { rows, headings } = labelData();
  const wholes = [...(rows[official]?.labels ?? []), ...(count(row) < applicationWidth ? headings : [])];
  const own = splitRow(row).label.flatMap((cell) => (cell.own && cell.bare ? [cell.bare] : []));
  return own.every((part) => wholes.some((whole) => whole !== part && whole.endsWith(part)));
}

function count(row: TableRow): number {
  return splitRow(row).slots.filter((cell) => cell.value.kind === 'number').length;
}

/** The total is no sum as printed, but it is one with these digits behind one of the figures. */
function completes(row: TableRow, digits: string): boolean {
  const figures = splitRow(row).slots.flatMap(({ value }) => (value.kind === 'number' ? value.value : []));
  if (figures.length !== applicationWidth || isSum(figures)) return false;
  return figures.some((figure, c) => isSum(figures.with(c, Number(`${figure}${halfWidth(digits)}`))));
}

function isSum(figures: readonly number[]): boolean {
  const parts = figures.slice(0, -1).reduce((sum, figure) => sum + figure, 0);
  return parts === figures.at(-1);
}

/**
 * Rows of loose text whose total alone is blank while the figure before it is as large as those in front together:
 * a cell was lost and the rest moved to the left, the total too.
 */
export function slippedRows(
  matches: readonly RowMatch[],
  body: readonly TableRow[],
  alignments: readonly CellAlignment[],
): Set<RowMatch> {
  const totals = alignments.map(({ columns }) => columns.at(-1)?.[0]?.value.kind);
  const blank = totals.filter((kind) => kind === 'empty').length;
  if (blank > totals.length / 2) return new Set();
  const slipped = matches.filter((match, i) => {
    const columns = alignments[i]?.columns ?? [];
    const cells = columns.flatMap(([cell, ...others]) => (cell && !others.length ? [cell] : []));
    if (body[match.values]?.exact || totals[i] !== 'empty' || cells.length !== applicationWidth) return false;
    const figures = cells.slice(0, -1).map(({ value }) => (value.kind === 'number' ? value.value : 0));
    const last = figures.pop() ?? 0;
    return last > 0 && last >= figures.reduce((sum, figure) => sum + figure, 0);
  });
  return new Set(slipped);
}

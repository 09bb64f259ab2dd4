import { joinedLabel } from './find-applications.ts';
import { labelFit } from './label.ts';
import { labelData } from './label-data.ts';
import { printedCount } from './row-kinds.ts';
import { splitRow, type TableRow } from './stream.ts';

/**
 * The rows without those that are printed once more word for word, as a page break makes them: label and figures are
 * the same and the label names one official row, so that the second says nothing that the first does not. A label
 * alone on its line belongs to the figures below it.
 */
export function withoutCopies(rows: readonly TableRow[]): TableRow[] {
  const kept: TableRow[] = [];
  for (let i = 0; i < rows.length; ) {
    const period = periods.find((length) => isCopy(kept.slice(-length), rows.slice(i, i + length), length));
    const row = rows[i];
    if (!period && row) kept.push(row);
    i += period ?? 1;
  }
  return kept;
}

/** A row, or a label and its figures, or a heading above both. */
const periods = [1, 2, 3];

function isCopy(before: readonly TableRow[], again: readonly TableRow[], length: number): boolean {
  if (before.length < length || again.length < length) return false;
  const [last] = again.slice(-1);
  return (
    last !== undefined &&
    printedCount(last) > 1 &&
    again.every((row, i) => wordsOf(row) === wordsOf(before[i])) &&
    again.slice(0, -1).every((row) => printedCount(row) === 0) &&
    namesOneRow(again.map(joinedLabel).join(''))
  );
}

/** What is printed, cell by cell; empty cells behind the last figure are padding or blanks in either. */
function wordsOf(row: TableRow | undefined): string | undefined {
  if (!row) return undefined;
  const { label, slots } = splitRow(row);
  const figures = slots.map((cell) => cell.text.trim()).join('\t');
  return `${label.map((cell) => cell.bare).join('')}\n${figures.trimEnd()}`;
}

/** As a whole, or in part where it is no row's whole label. */
function namesOneRow(label: string): boolean {
  const { rows } = labelData();
  const whole = rows.filter(({ labels }) => labelFit(label, labels) >= wholeLabel);
  const part = rows.filter(({ labels }) => labels.some((own) => own.includes(label)));
  return whole.length ? whole.length === 1 : label.length >= shortestPiece && part.length === 1;
}

const wholeLabel = 0.8;
const shortestPiece = 4;

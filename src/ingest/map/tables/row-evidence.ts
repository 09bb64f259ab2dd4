import type { RowMatch } from './align-rows.ts';
import type { CellAlignment } from './cell-columns.ts';
import type { ApplicationRow } from './label-data.ts';
import type { Verdict } from './row-doubts.ts';
import type { Item } from './row-groups.ts';
import { splitRow, type TableRow } from './stream.ts';

/** A label that is whole but for a slip, and one that is a label at all. */
const wholeLabel = 0.85;
const someLabel = 0.6;

/**
 * Which matches rest on their own label alone: it stands whole in front of the figures in one line; or, torn over
 * lines, in a table that came out whole, so that no piece of it can be another row's.
 */
export function labelledMatches(
  matches: readonly RowMatch[],
  verdicts: readonly Verdict[],
  items: readonly Item[],
  official: readonly ApplicationRow[],
): boolean[] {
  const sure = ({ behind, score }: RowMatch, i: number, least: number) =>
    verdicts[i] === 'sure' && !behind && score >= least;
  const complete =
    matches.every((match, i) => sure(match, i, someLabel)) &&
    nothingIsLeft(matches, items) &&
    missingRows(matches, official).length === 0;
  return matches.map((match, i) => complete || (sure(match, i, wholeLabel) && match.to === match.from + 1));
}

function nothingIsLeft(matches: readonly RowMatch[], items: readonly Item[]): boolean {
  const first = matches[0]?.from ?? 0;
  return items.every(
    ({ label, valued }, i) =>
      !(valued || (label && i >= first)) || matches.some(({ from, to }) => i >= from && i < to),
  );
}

/** Official rows that the table lacks; of the two forms of （六）其他处理 the one that it has counts. */
export function missingRows(
  matches: readonly RowMatch[],
  official: readonly ApplicationRow[],
): ApplicationRow[] {
  const found = new Set(matches.map((match) => match.row));
  const printed = official.filter((row, k) => row.optional && found.has(k));
  const otherForm = (row: ApplicationRow) => row.optional && printed.some(({ depth }) => depth !== row.depth);
  return official.filter((row, k) => !found.has(k) && !otherForm(row));
}

/** A figure in every column, in one line and nothing else; or cells under a drawn header. */
export function isSeated(row: TableRow, alignment: CellAlignment, width: number): boolean {
  if (alignment.doubt || row.joined || row.tail !== undefined) return false;
  const printed = splitRow(row).slots.filter((cell) => cell.value.kind !== 'empty');
  return alignment.drawn === true || printed.length === width;
}

/** So many rows of one drawing are the way in which the table is drawn. */
const usual = 3;

/**
 * Where a table's doubts are: rows with another number of cells, or behind a label of another column, than nearly all;
 * and rows beside which an official row is missing, figures or labels are left over, or a label does not tell; and rows without a whole label.
 */
export function oddMatches(
  matches: readonly RowMatch[],
  verdicts: readonly Verdict[],
  body: readonly TableRow[],
  official: readonly ApplicationRow[],
): boolean[] {
  const drawings = matches.map(({ values }) => drawingOf(body[values]));
  const beside = matches.map((match, i) => i > 0 && !follows(matches[i - 1], match, official));
  const unsure = verdicts.map((verdict) => verdict !== 'sure');
  return matches.map(
    ({ score, behind }, i) =>
      score < wholeLabel ||
      behind ||
      drawings.filter((other) => other === drawings[i]).length < usual ||
      [beside[i], beside[i + 1], unsure[i - 1], unsure[i + 1]].includes(true),
  );
}

function drawingOf(row: TableRow | undefined): string {
  if (!row) return '';
  const { label, slots } = splitRow(row);
  return `${row.cells.length}:${label.at(-1)?.column ?? -1}:${slots.length}`;
}

/** The next official row, in the next line. */
function follows(
  before: RowMatch | undefined,
  match: RowMatch,
  official: readonly ApplicationRow[],
): boolean {
  if (!before || before.to !== match.from) return false;
  return official.slice(before.row + 1, match.row).every((row) => row.optional);
}

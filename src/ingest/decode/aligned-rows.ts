import { columnsUnderHeader } from './aligned-header.ts';
import { numbersOf, overlap, type Stretch, type Token, tokenize } from './aligned-tokens.ts';
import type { Row } from './row-grid.ts';

/**
 * Cells of lines whose columns are drawn with spaces. Numbers stand under one another, so a row with fewer
 * numbers than its neighbours gets blanks where the others have one, provided that each of its numbers has a
 * column of its own; where no row is printed whole the header may tell the columns of a table that does not go on
 * behind these lines. Undefined when neither does and fewer than three lines look like rows of numbers.
 */
export function alignedCells(lines: readonly Row[], goesOn: boolean): Row[] | undefined {
  const rows = lines.map(({ cells, line }) => ({ line, tokens: tokenize(cells[0] ?? '') }));
  const columns = goesOn ? undefined : columnsUnderHeader(rows);
  if (!columns && rows.filter(({ tokens }) => numbersOf(tokens).length >= 3).length < 3) return undefined;
  const steady = isSteady(rows);
  return rows.map(({ tokens, line }, i) => {
    const numbers = numbersOf(tokens);
    const labels = tokens.slice(0, tokens.length - numbers.length).map((token) => token.text);
    const known = columns ? placed(numbers, columns) : steady ? underNeighbours(rows, i, numbers) : undefined;
    const values = (numbers.length ? known : undefined) ?? numbers.map((token) => token.text);
    return { line, cells: wordsAmong(rows, i, numbers) ?? [...labels, ...values] };
  });
}

/**
 * The numbers of a row under the columns of the rows of seven around it; undefined where two of these do not put
 * them in the same columns: then the numbers do not stand under one another.
 */
function underNeighbours(rows: readonly { tokens: Token[] }[], i: number, numbers: readonly Token[]) {
  if (numbers.length >= width) return undefined;
  const [first, second] = fullRows(rows, i);
  const cells = first && placed(numbers, first);
  const others = second && placed(numbers, second);
  return cells?.join('|') === others?.join('|') ? cells : undefined;
}

/** The cells of a row of seven in which words stand for a figure, each under its neighbours' as in no label. */
function wordsAmong(rows: readonly { tokens: Token[] }[], i: number, numbers: readonly Token[]) {
  const tokens = rows[i]?.tokens ?? [];
  const figures = tokens.slice(-width);
  if (numbers.length >= width || tokens.length <= width || figures.some(isLong)) return undefined;
  const [columns] = fullRows(rows, i);
  const cells = columns && placed(figures, columns);
  return cells?.every(Boolean) ? [...tokens.slice(0, -width).map(({ text }) => text), ...cells] : undefined;
}

/** All rows of seven stand under one another: where some slipped, a row with a blank may have slipped as well. */
function isSteady(rows: readonly { tokens: Token[] }[]): boolean {
  const full = rows.map(({ tokens }) => numbersOf(tokens)).filter((numbers) => numbers.length === width);
  const [first] = full;
  return full.every((numbers) => first && placed(numbers, first));
}

const isLong = ({ text }: Token) => text.length > longestWord;
const longestWord = 5;

const width = 7;

/** No table has more rows. */
const farthest = 80;

/** The two rows of seven numbers next to row `i`. */
function fullRows(rows: readonly { tokens: Token[] }[], i: number): Token[][] {
  const found: Token[][] = [];
  for (let distance = 1; distance < farthest && found.length < 2; distance++) {
    for (const at of [i - distance, i + distance]) {
      const numbers = numbersOf(rows[at]?.tokens ?? []);
      if (numbers.length === width) found.push(numbers);
    }
  }
  return found;
}

function placed(numbers: readonly Token[], columns: readonly Stretch[]): string[] | undefined {
  const cells = columns.map(() => '');
  for (const number of numbers) {
    const over = columns.flatMap((c, i) => (overlap(number, c) ? [i] : []));
    const [column] = over;
    if (column === undefined || over.length > 1 || cells[column]) return undefined;
    cells[column] = number.text;
  }
  return cells;
}

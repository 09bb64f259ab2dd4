import type { Row } from './row-grid.ts';

const value = /^(?:[+-]?[\d０-９][\d０-９,，.．]*(?:件|项|元|万元)?|[/／—–－-]+|无)$/;

/** `- 3 -`, `— 3 —`, `第 3 页`, `3`, `3/5`. */
export function isPageNumber(text: string): boolean {
  const bare = text.trim();
  if (bare.length > 30) return false;
  return /^(?:[-—–－·]*\s*\d{1,3}\s*[-—–－·]*|第\s*\d{1,3}\s*页(?:[,，/\s]*共\s*\d{1,3}\s*页)?|\d{1,3}\s*\/\s*\d{1,3})$/.test(
    bare,
  );
}

/**
 * The cells of a line of tab-separated text, padding included; undefined for a line that is none. A tab in front
 * of a sentence is an indentation, but in front of a short text inside a table it is an empty cell.
 */
export function tabCells(line: string, inside: boolean): string[] | undefined {
  if (!line.includes('\t')) return undefined;
  const bare = line.trim();
  if (!bare) return inside ? line.split('\t').map((cell) => cell.trim()) : undefined;
  const indented = /^[\s\u3000]*\S[^\t]*$/.test(line);
  if (indented && (!inside || bare.length > 60 || /[。；]/.test(bare))) return undefined;
  return line.split('\t').map((cell) => cell.trim());
}

const cellPatterns = {
  ',': /,(?:"((?:[^"]|"")*)"|([^,]*))/g,
  ';': /;(?:"((?:[^"]|"")*)"|([^;]*))/g,
};

/** Values between commas or semicolons, quotes allowed. A row ends with at least two cells that hold a value or nothing. */
export function commaCells(line: string): string[] | undefined {
  const separator = /;.*;/.test(line) && !line.includes(',') ? ';' : ',';
  if (line.split(separator).length < 3 || line.includes('。')) return undefined;
  const cells = [...`${separator}${line}`.matchAll(cellPatterns[separator])].map((m) =>
    (m[1]?.replaceAll('""', '"') ?? m[2] ?? '').trim(),
  );
  // Figures with thousands separators, parted by spaces.
  if (cells.some((cell) => /\d\s+\d/.test(cell))) return undefined;
  const tail = cells.slice(-2);
  const short = cells.every((cell) => cell.length < 60);
  const header = cells.length > 3 && cells.every((cell) => cell.length < 20);
  return short && (header || tail.every((cell) => cell === '' || value.test(cell))) ? cells : undefined;
}

interface Token {
  text: string;
  /** Display columns, a Han character counting two; `end` is exclusive. */
  start: number;
  end: number;
}

/**
 * Cells of lines whose columns are drawn with spaces. Numbers stand under one another, so a row with fewer
 * numbers than its neighbours gets blanks where the others have one, provided that each of its numbers has a
 * column of its own. Undefined when fewer than three lines look like rows of numbers.
 */
export function alignedCells(lines: readonly Row[]): Row[] | undefined {
  const rows = lines.map(({ cells, line }) => ({ line, tokens: tokenize(cells[0] ?? '') }));
  if (rows.filter(({ tokens }) => numbersOf(tokens).length >= 3).length < 3) return undefined;
  return rows.map(({ tokens, line }, i) => {
    const numbers = numbersOf(tokens);
    const labels = tokens.slice(0, tokens.length - numbers.length).map((token) => token.text);
    const under = numbers.length ? underNeighbours(rows, i, numbers) : undefined;
    const values = under ?? numbers.map((token) => token.text);
    return { line, cells: [...labels, ...values] };
  });
}

/** Runs of text with one space inside belong together, but numbers stand alone. */
function tokenize(line: string): Token[] {
  const tokens: Token[] = [];
  for (const match of line.matchAll(/\S+(?: (?! )\S+)*/g)) {
    let at = displayWidth(line.slice(0, match.index));
    const words = match[0].split(' ');
    const separate = words.length > 1 && words.every((word) => value.test(word));
    for (const text of separate ? words : [match[0]]) {
      tokens.push({ text, start: at, end: at + displayWidth(text) });
      at += displayWidth(text) + 1;
    }
  }
  return tokens;
}

function numbersOf(tokens: readonly Token[]): Token[] {
  let first = tokens.length;
  while (first > 0 && value.test(tokens[first - 1]?.text ?? '')) first--;
  return tokens.slice(first);
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

const width = 7;

/** The two rows of seven numbers next to row `i`. */
function fullRows(rows: readonly { tokens: Token[] }[], i: number): Token[][] {
  const found: Token[][] = [];
  for (let distance = 1; distance < rows.length && found.length < 2; distance++) {
    for (const at of [i - distance, i + distance]) {
      const numbers = numbersOf(rows[at]?.tokens ?? []);
      if (numbers.length === width) found.push(numbers);
    }
  }
  return found;
}

function placed(numbers: readonly Token[], columns: readonly Token[]): string[] | undefined {
  const cells = columns.map(() => '');
  for (const number of numbers) {
    const over = columns.flatMap((c, i) => (number.start < c.end && number.end > c.start ? [i] : []));
    const [column] = over;
    if (column === undefined || over.length > 1 || cells[column]) return undefined;
    cells[column] = number.text;
  }
  return cells;
}

function displayWidth(text: string): number {
  let width = 0;
  for (const char of text)
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/.test(char)
      ? 2
      : 1;
  return width;
}

import { numbersOf, overlap, type Stretch, type Token } from './aligned-tokens.ts';

/** How many columns of figures the tables of the form have. */
const whole = new Set([7, 15, 10, 5]);

/**
 * The columns of rows of which none is printed whole, where the header tells them: every column of figures has a
 * name over it, and what names it has besides stand over columns that are blank in every row. Undefined unless
 * that makes as many columns as one of the form's tables has, or three behind five rows.
 */
export function columnsUnderHeader(rows: readonly { tokens: readonly Token[] }[]): Stretch[] | undefined {
  const first = rows.findIndex(({ tokens }) => numbersOf(tokens).length > 1);
  const head = rows.slice(0, Math.max(0, first)).flatMap(({ tokens }) => tokens);
  const words = new Set(head.map(({ text }) => text));
  // The header may stand on the next page once more.
  const body = rows
    .slice(first)
    .map(({ tokens }) => tokens)
    .filter((tokens) => !tokens.every(({ text }) => words.has(text)));
  const printed = body.map(numbersOf).filter((numbers) => numbers.length);
  if (first < 1 || !printed.length) return undefined;
  const figures = stretches(printed.flat());
  if (figures.length > Math.max(...whole)) return undefined;
  const labels = body.flatMap((tokens) => tokens.slice(0, tokens.length - numbersOf(tokens).length));
  const left = Math.max(0, ...labels.map(({ end }) => end));
  const names = head.filter((name) => figures.filter((figure) => overlap(name, figure)).length < 2);
  const besides = names.filter((name) => !figures.some((figure) => overlap(name, figure)));
  const named = figures.every((figure) => names.some((name) => overlap(name, figure)));
  const blank = stretches(besides.filter(({ start }) => start >= left));
  const count = figures.length + blank.length;
  const turned = count === 3 && printed.length === 5 && body.length === 5;
  if (!named || !blank.length || !(whole.has(count) || turned)) return undefined;
  const columns = [...figures, ...blank].sort((a, b) => a.start - b.start);
  const apart = printed.every((numbers) =>
    columns.every((c) => numbers.filter((n) => overlap(n, c)).length < 2),
  );
  return apart && left <= (columns[0]?.start ?? 0) ? columns : undefined;
}

/** What stands under one another makes one column. */
function stretches(tokens: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { start, end } of [...tokens].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

import { catalogue } from '../../../catalogue/catalogue.ts';
import { alignCells, type CellAlignment } from './align-cells.ts';
import { alignRows, type Item, type RowMatch } from './align-rows.ts';
import { isApplicationHeader, joinedLabel } from './find-applications.ts';
import { cellsUnder, extentsByGrid, looseExtents } from './header-columns.ts';
import { type ApplicationRow, labelData } from './label-data.ts';
import { emptyOutcome, keepReading, type Outcome } from './outcome.ts';
import { judgeMatches, type Verdict } from './row-doubts.ts';
import { isProse, isTitle, type Span } from './row-kinds.ts';
import { type RowCell, rowText, splitRow, type TableRow } from './stream.ts';

/** Table 三: seven columns for each official row. */
export function readApplications(rows: readonly TableRow[], span: Span): Outcome {
  const outcome = emptyOutcome();
  const region = rows.slice(span.from, span.to);
  const headers = headerRows(region);
  const body = joinTornValues(region.filter((row) => !headers.includes(row) && !isTitle(row)));
  const items = body.map(toItem);
  const matches = alignRows(items, labelData().rows);
  const verdicts = judgeMatches(matches, items, labelData().rows);
  const alignments = alignMatched(body, matches, headers, isTrimmed(region, headers));
  for (const [i, match] of matches.entries()) {
    const alignment = alignments[i];
    const verdict = verdicts[i];
    if (alignment && verdict) keepRow(outcome, body, match, alignment, verdict);
  }
  warnOfTheRest(outcome, body, items, matches);
  addBlocks(outcome, region, body, matches);
  return outcome;
}

/** Also the short words (其他, 总计) that stand alone on lines next to other header lines. */
function headerRows(region: readonly TableRow[]): TableRow[] {
  const isHeader = region.map(isApplicationHeader);
  const words = new Set(labelData().columns.flatMap(({ labels }) => labels));
  const isWord = (row: TableRow | undefined) =>
    row?.plain && row.cells.length === 1 && words.has(row.cells[0]?.bare ?? '');
  for (let i = 0; i < region.length; i++) if (isHeader[i - 1] && isWord(region[i])) isHeader[i] = true;
  for (let i = region.length - 1; i >= 0; i--) if (isHeader[i + 1] && isWord(region[i])) isHeader[i] = true;
  return region.filter((_, i) => isHeader[i]);
}

function toItem(row: TableRow): Item {
  const { slots } = splitRow(row);
  const valued = slots.some((cell) => cell.value.kind === 'number' || cell.value.kind === 'mark');
  const label = joinedLabel(row);
  return { label, valued, blank: !valued && slots.length >= width && label !== '' };
}

const width = 7;

/** Values that go on in the next line, and numbers of pages between complete rows. */
function joinTornValues(rows: readonly TableRow[]): TableRow[] {
  const joined: TableRow[] = [];
  for (const row of rows) {
    const { label, slots } = splitRow(row);
    const before = joined.at(-1);
    const open = before && !row.exact ? width - printed(splitRow(before).slots) : 0;
    const count = printed(slots);
    if (label.length || !count) joined.push(row);
    else if (before && open < width && count <= open && slots.length > 1)
      joined[joined.length - 1] = join(before, row);
    else if (slots.length > 1 || count > 1) joined.push(row);
  }
  return joined;
}

function join(a: TableRow, b: TableRow): TableRow {
  return { ...a, cells: [...a.cells, ...b.cells], blocks: [...a.blocks, ...b.blocks] };
}

function printed(slots: readonly RowCell[]): number {
  return slots.filter((cell) => cell.value.kind !== 'empty').length;
}

/** A grid that goes on behind a page break has no header: that of the last grid of the same width stands. */
function alignMatched(
  body: readonly TableRow[],
  matches: readonly RowMatch[],
  headers: readonly TableRow[],
  trimmed: boolean,
): CellAlignment[] {
  const valueRows = matches.flatMap((match) => body[match.values] ?? []);
  const slotRows = valueRows.map((row, i) => {
    const { label, slots } = splitRow(row);
    const depth = labelData().rows[matches[i]?.row ?? 0]?.depth ?? 0;
    return { slots, labelColumn: label.at(-1)?.column ?? -1, depth };
  });
  const byOrder = alignCells(slotRows, width, trimmed);
  const known = extentsByGrid(headers);
  const underLoose = cellsUnderLoose(valueRows, byOrder, headers);
  return valueRows.map((row, i) => {
    const extents = row.exact && known.findLast((k) => k.columns === row.grid?.columns)?.extents;
    const under = extents ? cellsUnder(row, extents) : byOrder[i]?.doubt && underLoose[i];
    return under ? { columns: under.map((cell) => [cell]) } : (byOrder[i] ?? { columns: [] });
  });
}

/**
 * What loose rows hold under their header's columns; nothing at all when a row that is certain contradicts it, or
 * when some rows lack the first column and others the last: then some of them slipped.
 */
function cellsUnderLoose(
  rows: readonly TableRow[],
  byOrder: readonly CellAlignment[],
  headers: readonly TableRow[],
): (RowCell[] | undefined)[] {
  const loose = looseExtents(rows, headers);
  if (!loose) return [];
  const under = rows.map((row) =>
    row.cells.length === loose.columns ? cellsUnder(row, loose.extents) : undefined,
  );
  const certain = byOrder.filter(({ doubt }) => !doubt);
  const blank = Array.from(
    { length: width },
    (_, c) => certain.length > 2 && certain.every(({ columns }) => !columns[c]?.[0]?.text),
  );
  const contradicted = byOrder.some(
    ({ columns, doubt }, i) =>
      under[i]?.some((cell, c) => cell.text !== '' && blank[c]) ||
      (!doubt && under[i]?.some((cell, c) => cell.text !== (columns[c]?.[0]?.text ?? ''))),
  );
  const edge = (c: number) =>
    under.some((cells) => cells?.[c]?.text === '' && cells[width - 1 - c]?.text !== '');
  return contradicted || (edge(0) && edge(width - 1)) ? [] : under;
}

/** No line ends with an empty cell although the lines of the header are not equally long: their ends were cut. */
function isTrimmed(region: readonly TableRow[], headers: readonly TableRow[]): boolean {
  const loose = region.filter((row) => !row.exact && row.cells.length > 1);
  const lengths = new Set((headers.length ? headers : loose).map((row) => row.cells.length));
  return (
    loose.length > 0 && lengths.size > 1 && loose.every((row) => row.cells.at(-1)?.value.kind !== 'empty')
  );
}

function keepRow(
  outcome: Outcome,
  body: readonly TableRow[],
  match: RowMatch,
  alignment: CellAlignment,
  verdict: Verdict,
): void {
  const row = body[match.values];
  const official = labelData().rows[match.row];
  if (!row || !official) return;
  const text = rowText(row, printedLabel(body, match));
  const ids = idsOf(official);
  const open: string[] = [];
  for (const [c, id] of ids.entries()) {
    const [cell, ...others] = alignment.columns[c] ?? [];
    if (cell && !others.length && verdict !== 'unknown') keepReading(outcome, id, cell, row, text);
    else open.push(id);
  }
  const place = row.place;
  if (verdict !== 'sure') {
    const message = `表三有一行的项目名称对不上：“${text}”，按位置看是“${nameOf(official)}”${verdict === 'unknown' ? '，未采用' : ''}`;
    outcome.warnings.push({ code: 'row-unmatched', message, place, raw: text, readings: ids });
  }
  if (!alignment.doubt || verdict === 'unknown') return;
  const { code, reason } = doubts[alignment.doubt];
  const rest = open.length
    ? `，${open.length === width ? '整行' : `${open.length}格`}未采用`
    : '，各种对法读数相同，不影响结果';
  outcome.warnings.push({
    code,
    message: `表三“${nameOf(official)}”一行${reason}${rest}`,
    place,
    raw: text,
    readings: open,
  });
}

const doubts = {
  'too-many': { code: 'row-count', reason: '的格数比表头多' },
  'too-few': { code: 'row-count', reason: '的格数比表头少，无法确定缺的是哪一格' },
  shifted: { code: 'row-alignment', reason: '的空格可能是空白栏，也可能是错位，无法对准各栏' },
} as const;

function idsOf(row: ApplicationRow): string[] {
  return labelData().columns.map((column) => `applications.${row.key}.${column.key}`);
}

function nameOf(row: ApplicationRow): string {
  return catalogue().fields.get(`applications.${row.key}.total`)?.rowPath.at(-1) ?? row.key;
}

/** The label's pieces in the order in which they stand. */
function printedLabel(body: readonly TableRow[], match: RowMatch): string {
  return body
    .slice(match.from, match.to)
    .flatMap((row) => splitRow(row).label.map((cell) => cell.text.trim()))
    .filter((text, i, all) => text && text !== all[i - 1])
    .join(' ');
}

function warnOfTheRest(
  outcome: Outcome,
  body: readonly TableRow[],
  items: readonly Item[],
  matches: readonly RowMatch[],
): void {
  const used = new Set(matches.map((match) => match.values));
  for (const [i, item] of items.entries()) {
    const row = body[i];
    if (!row || !item.valued || used.has(i)) continue;
    const raw = rowText(row);
    const message = `表三有一行对不上任何项目，未采用：“${raw}”`;
    outcome.warnings.push({ code: 'row-unmatched', message, place: row.place, raw, readings: [] });
  }
  const found = new Set(matches.map((match) => match.row));
  const some = labelData().rows.some((row, k) => found.has(k) && row.optional && row.depth === 3);
  const missing = labelData().rows.filter(
    (row, k) => !found.has(k) && (!row.optional || (some && row.depth === 3)),
  );
  for (const row of missing) {
    const message = `表三没有找到“${nameOf(row)}”一行`;
    outcome.warnings.push({ code: 'row-missing', message, readings: idsOf(row) });
  }
}

/** Grids belong to the table whole; lines of text between its rows do unless they are sentences. */
function addBlocks(
  outcome: Outcome,
  region: readonly TableRow[],
  body: readonly TableRow[],
  matches: readonly RowMatch[],
): void {
  const lastRow = body[(matches.at(-1)?.to ?? 0) - 1];
  const lastBlock = lastRow?.blocks.at(-1);
  const end = region.findLastIndex((row) => lastBlock && row.blocks.includes(lastBlock));
  for (const [i, row] of region.entries()) {
    if (isTitle(row) || isProse(row) || (row.plain && i > end)) continue;
    for (const block of row.blocks) outcome.blocks.add(block);
  }
}

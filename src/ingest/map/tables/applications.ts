import { catalogue } from '../../../catalogue/catalogue.ts';
import { alignForms } from './align-forms.ts';
import type { RowMatch } from './align-rows.ts';
import { alignMatched } from './application-cells.ts';
import { headerRows, joinTornValues, toItem } from './application-rows.ts';
import type { CellAlignment } from './cell-columns.ts';
import { type ApplicationRow, applicationWidth, labelData } from './label-data.ts';
import { doubtApplications, type PlacedRow } from './law-doubts.ts';
import { emptyOutcome, keepReading, type Outcome } from './outcome.ts';
import { judgeMatches, openRows, type Verdict } from './row-doubts.ts';
import { isSeated, labelledMatches, missingRows, oddMatches } from './row-evidence.ts';
import type { Item } from './row-groups.ts';
import { isProse, isTitle, type Span } from './row-kinds.ts';
import { rowText, splitRow, type TableRow } from './stream.ts';
import { slippedRows, tornFigures } from './torn-figures.ts';

/** Table 三: seven columns for each official row. */
export function readApplications(rows: readonly TableRow[], span: Span): Outcome {
  const outcome = emptyOutcome();
  const region = rows.slice(span.from, span.to);
  const headers = headerRows(region);
  const body = joinTornValues(region.filter((row) => !headers.includes(row) && !isTitle(row)));
  const items = body.map(toItem);
  const { rows: official } = labelData();
  const { matches, rivals } = alignForms(items, official);
  const verdicts = judgeMatches(matches, items, official, rivals);
  const alignments = alignMatched(body, matches, headers);
  const torn = tornFigures(body, matches);
  const slipped = slippedRows(matches, body, alignments);
  const labelled = labelledMatches(matches, verdicts, items, official);
  const odd = oddMatches(matches, verdicts, body, official);
  const placed: PlacedRow[] = [];
  for (const [i, match] of matches.entries()) {
    const alignment = torn.has(match) ? tornRow : slipped.has(match) ? slippedRow : alignments[i];
    const verdict = verdicts[i];
    if (!alignment || !verdict) continue;
    keepRow(outcome, body, match, alignment, {
      verdict,
      open: openRows(match.values, matches, verdicts, official),
    });
    placed.push(
      ...placedRow(outcome, body, match, {
        labelled: labelled[i] === true,
        odd: odd[i] === true,
        alignment,
      }),
    );
  }
  outcome.warnings.push(...doubtApplications(outcome.readings, placed));
  warnOfTheRest(outcome, body, items, matches, verdicts);
  addBlocks(outcome, region, body, matches);
  return outcome;
}

function keepRow(
  outcome: Outcome,
  body: readonly TableRow[],
  match: RowMatch,
  alignment: CellAlignment,
  { verdict, open: others }: { verdict: Verdict; open: readonly ApplicationRow[] },
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
    outcome.warnings.push({
      code: 'row-unmatched',
      message,
      place,
      raw: text,
      readings: [...new Set([...ids, ...others.flatMap(idsOf)])],
    });
  }
  if (!alignment.doubt || verdict === 'unknown') return;
  const { code, reason } = doubts[alignment.doubt];
  const rest = open.length
    ? `，${open.length === applicationWidth ? '整行' : `${open.length}格`}未采用`
    : '，各种对法读数相同，不影响结果';
  outcome.warnings.push({
    code,
    message: `表三“${nameOf(official)}”一行${reason}${rest}`,
    place,
    raw: text,
    readings: open,
  });
}

/** Nothing for a row of which nothing was read. */
function placedRow(
  { readings }: Outcome,
  body: readonly TableRow[],
  match: RowMatch,
  found: { labelled: boolean; alignment: CellAlignment; odd: boolean },
): PlacedRow[] {
  const row = body[match.values];
  const official = labelData().rows[match.row];
  const ids = official ? idsOf(official).filter((id) => id in readings) : [];
  if (!row || !official || !ids.length) return [];
  const name = `表三“${nameOf(official)}”一行`;
  const raw = rowText(row, printedLabel(body, match));
  const seated = isSeated(row, found.alignment, applicationWidth);
  const { labelled, odd } = found;
  return [{ name, readings: ids, place: row.place, raw, labelled, seated, odd, loose: !row.exact }];
}

const slippedRow: CellAlignment = { columns: [], doubt: 'shifted' };
const tornRow: CellAlignment = { columns: [], doubt: 'torn' };

const doubts = {
  torn: { code: 'row-torn', reason: '的数字断在两行，无法确定怎样拼接' },
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
  verdicts: readonly Verdict[],
): void {
  const used = new Set(matches.map((match) => match.values));
  for (const [i, item] of items.entries()) {
    const row = body[i];
    if (!row || !item.valued || used.has(i)) continue;
    const raw = rowText(row);
    const readings = openRows(i, matches, verdicts, labelData().rows).flatMap(idsOf);
    const message = `表三有一行对不上任何项目，未采用：“${raw}”`;
    outcome.warnings.push({ code: 'row-unmatched', message, place: row.place, raw, readings });
  }
  for (const row of missingRows(matches, labelData().rows)) {
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

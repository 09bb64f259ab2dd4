import { columnCells, withoutRepeats } from './disclosure-columns.ts';
import { disclosureRow, disclosureRowOf, isDisclosureHeader } from './find-disclosure.ts';
import { labelFit } from './label.ts';
import type { Labelled } from './label-data.ts';
import type { Outcome } from './outcome.ts';
import { printedCount } from './row-kinds.ts';
import { type RowCell, rowText, splitRow, type TableRow } from './stream.ts';

/** A row of table 二 with the header over it. */
export interface Entry {
  official: Labelled;
  header: readonly RowCell[];
  /** The last row of the header. */
  headerRow: TableRow | undefined;
  row: TableRow;
  label: string;
}

export function entriesOf(outcome: Outcome, region: readonly TableRow[]): Entry[] {
  const entries: Entry[] = [];
  let header: RowCell[] = [];
  let headerRow: TableRow | undefined;
  let fragments: string[] = [];
  let waiting: { row: TableRow; before: string } | undefined;
  let inHeader = false;
  /** A number alone on its line behind a piece of a label: the next one may turn out to be the row's. */
  let lone: { entry: Entry; text: string } | undefined;
  const add = (row: TableRow, official: Labelled, label: string) => {
    const entry = { official, header, headerRow, row: withoutRepeats(row, header), label };
    entries.push(entry);
    lone = row.plain && row.cells.length === 1 ? { entry, text: fragments.join('') } : undefined;
    fragments = [];
    waiting = undefined;
  };
  for (const row of region) {
    if (isDisclosureHeader(row) && !hasValues(row)) {
      close();
      header = inHeader ? [...header, ...columnCells(row)] : columnCells(row);
      headerRow = row;
      inHeader = true;
      fragments = [];
      continue;
    }
    inHeader = inHeader && !hasValues(row) && !disclosureRow(row);
    const { label } = splitRow(row);
    if (!hasValues(row)) {
      const official = disclosureRow(row);
      if (official && !row.plain && row.cells.length > 1) add(row, official, labelText(row));
      else if (label.length) completeOrKeep(row);
      continue;
    }
    const torn = lone && [lone.text, ...fragments, bareText(row)].join('');
    // Cells without a label behind it are the row's too, rather than a number on a line of its own.
    const bare = !row.plain && !label.length && !fragments.length;
    if (lone && torn && (bare || fitOf(torn, lone.entry) > fitOf(lone.text, lone.entry))) {
      entries.splice(entries.indexOf(lone.entry), 1);
      add(row, lone.entry.official, torn);
      continue;
    }
    const official = label.length
      ? disclosureRowOf([labelText(row), fragments.join('') + bareText(row)], 0.6)
      : namedBy(fragments);
    if (official) add(row, official, [...fragments, labelText(row)].join(''));
    else if (label.length || printedCount(row) > 1) {
      close();
      waiting = { row, before: fragments.join('') + bareText(row) };
    }
  }
  close();
  return entries;

  /** No label came for the row of values that waits for one. */
  function close(): void {
    if (waiting) warnUnmatched(outcome, waiting.row);
    waiting = undefined;
  }

  /** A piece of a label: of the row of values that waits for it, or of the next one. */
  function completeOrKeep(row: TableRow): void {
    const text = bareText(row);
    // A label that stands below figures without any is the next row's.
    const whole = waiting?.before && waiting.before + text;
    const official = whole && disclosureRowOf([whole], 0.8);
    if (waiting && official) add(waiting.row, official, whole);
    else fragments.push(text);
  }
}

function fitOf(text: string, { official }: Entry): number {
  return labelFit(text, official.labels);
}

function namedBy(fragments: readonly string[]): Labelled | undefined {
  return disclosureRowOf([fragments.join(''), fragments.at(-1) ?? ''], 0.6);
}

function labelText(row: TableRow): string {
  return splitRow(row)
    .label.map((cell) => cell.text.trim())
    .join('');
}

function bareText(row: TableRow): string {
  return splitRow(row)
    .label.map((cell) => cell.bare)
    .join('');
}

function hasValues(row: TableRow): boolean {
  return printedCount(row) > 0;
}

function warnUnmatched(outcome: Outcome, row: TableRow): void {
  const raw = rowText(row);
  const message = `表二有一行对不上任何项目，未采用：“${raw}”`;
  outcome.warnings.push({ code: 'row-unmatched', message, place: row.place, raw, readings: [] });
}

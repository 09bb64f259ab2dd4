import { catalogue, type Table } from '../../../catalogue/catalogue.ts';
import type { Block, Warning } from '../../../model/document.ts';
import type { Edition, EditionKey, Reading, ReadingId } from '../../../model/report.ts';
import { readApplications } from './applications.ts';
import { readDisclosure } from './disclosure.ts';
import { findApplications } from './find-applications.ts';
import { findDisclosure } from './find-disclosure.ts';
import { findReviews } from './find-reviews.ts';
import { agreedReadings, type TablesPrint, tables } from './printed-twice.ts';
import { readReviews } from './reviews.ts';
import { isPageFurniture, type TableRow, tableRows } from './stream.ts';
import { tableCopies } from './table-copies.ts';

export interface TablesRead {
  readings: Record<ReadingId, Reading>;
  edition: Edition;
  warnings: Warning[];
  /** Every block that is, or is part of, an official table: the reading of text skips them. */
  tableBlocks: ReadonlySet<Block>;
  /** Where tables are printed twice, one after the other: the last block of the first print, the first of the second. */
  between?: { from: Block; to: Block };
}

/**
 * Finds the three official tables by what they print, in grids and in torn lines of any format, and reads them
 * cell by cell. Printed values are never corrected; a cell that cannot be told with certainty has no reading and
 * a warning that names it.
 */
export function readTables(blocks: readonly Block[]): TablesRead {
  const { copies, sequential } = tableCopies(tableRows(blocks));
  const prints = copies.map(readPrint);
  const { readings, warnings } = agreedReadings(prints);
  const outcomes = prints.flatMap((print) => Object.values(print));
  const tableBlocks = new Set(outcomes.flatMap((outcome) => withFurniture(blocks, outcome.blocks)));
  const missing = tables.filter((table) => !prints.some((print) => print[table]));
  const between = sequential ? gapBetween(blocks, prints) : undefined;
  return {
    readings,
    edition: editionOf(Object.keys(readings)),
    warnings: [...missing.map(missingTable), ...warnings],
    tableBlocks,
    ...(between && { between }),
  };
}

/** The three tables in rows that print each of them once. */
function readPrint(rows: readonly TableRow[]): TablesPrint {
  const { disclosure, applications, reviews } = findTables(rows);
  return {
    ...(disclosure && { disclosure: readDisclosure(rows, disclosure) }),
    ...(applications && { applications: readApplications(rows, applications) }),
    ...(reviews && { reviews: readReviews(rows, reviews) }),
  };
}

function gapBetween(blocks: readonly Block[], prints: readonly TablesPrint[]): TablesRead['between'] {
  const [first, second] = prints.map((print) => {
    const own = new Set(Object.values(print).flatMap((outcome) => [...outcome.blocks]));
    return blocks.filter((block) => own.has(block));
  });
  const from = first?.at(-1);
  const to = second?.[0];
  return from && to ? { from, to } : undefined;
}

/** Numbers of pages between the blocks of a table belong to it. */
function withFurniture(blocks: readonly Block[], table: ReadonlySet<Block>): Block[] {
  const first = blocks.findIndex((block) => table.has(block));
  const last = blocks.findLastIndex((block) => table.has(block));
  const inside = blocks.slice(first, last + 1);
  return inside.filter(
    (block) => table.has(block) || (block.kind === 'paragraph' && isPageFurniture(block.text)),
  );
}

/** Names the cells of either form: nobody knows which one was printed. */
function missingTable(table: Table): Warning {
  const fields = [...catalogue().fields.values()].filter((field) => field.table === table);
  return {
    code: 'table-missing',
    message: `没有找到“${catalogue().title(table)}”的表格`,
    readings: fields.map((field) => field.id),
  };
}

function findTables(rows: readonly TableRow[]) {
  const applications = findApplications(rows);
  const behind = applications ? rows.slice(applications.to) : rows;
  const shift = applications?.to ?? 0;
  const span = findReviews(behind);
  const reviews = span && { from: span.from + shift, to: span.to + shift };
  const disclosure = findDisclosure(rows, applications?.from ?? reviews?.from ?? rows.length);
  return { disclosure, applications, reviews };
}

/** By the rows and columns that only one edition prints; the newer form where nothing tells. */
function editionOf(ids: readonly ReadingId[]): Edition {
  const seen = new Set<EditionKey>();
  for (const id of ids) {
    const editions = catalogue().fields.get(id)?.editions ?? [];
    if (editions.length === 1 && editions[0]) seen.add(editions[0]);
  }
  return seen.size > 1 ? 'mixed' : ([...seen][0] ?? '2021');
}

import { catalogue, type Table } from '../../../catalogue/catalogue.ts';
import type { Block, Warning } from '../../../model/document.ts';
import type { Edition, EditionKey, Reading, ReadingId } from '../../../model/report.ts';
import { readApplications } from './applications.ts';
import { readDisclosure } from './disclosure.ts';
import { findApplications } from './find-applications.ts';
import { findDisclosure } from './find-disclosure.ts';
import { findReviews } from './find-reviews.ts';
import type { Outcome } from './outcome.ts';
import { readReviews } from './reviews.ts';
import { isPageFurniture, type TableRow, tableRows } from './stream.ts';

export interface TablesRead {
  readings: Record<ReadingId, Reading>;
  edition: Edition;
  warnings: Warning[];
  /** Every block that is, or is part of, an official table: the reading of text skips them. */
  tableBlocks: ReadonlySet<Block>;
}

/**
 * Finds the three official tables by what they print, in grids and in torn lines of any format, and reads them
 * cell by cell. Printed values are never corrected; a cell that cannot be told with certainty has no reading and
 * a warning that names it.
 */
export function readTables(blocks: readonly Block[]): TablesRead {
  const rows = tableRows(blocks);
  const { disclosure, applications, reviews } = findTables(rows);
  const outcomes: Outcome[] = [];
  if (disclosure) outcomes.push(readDisclosure(rows, disclosure));
  if (applications) outcomes.push(readApplications(rows, applications));
  if (reviews) outcomes.push(readReviews(rows, reviews));
  const readings = Object.assign({}, ...outcomes.map((outcome) => outcome.readings));
  const found = { disclosure, applications, reviews };
  const missing = (['disclosure', 'applications', 'reviews'] as const).filter((table) => !found[table]);
  const warnings = [
    ...missing.map((table) => missingTable(table)),
    ...outcomes.flatMap((outcome) => outcome.warnings),
  ];
  const tableBlocks = new Set(outcomes.flatMap((outcome) => withFurniture(blocks, outcome.blocks)));
  return { readings, edition: editionOf(Object.keys(readings)), warnings, tableBlocks };
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

import { z } from 'zod';
import { catalogue, type Field, type Table } from '../../../catalogue/catalogue.ts';
import { loadDataFile } from '../../../catalogue/data-file.ts';
import type { EditionData } from '../../../catalogue/schema.ts';
import { bareLabel, withoutNumber } from './label.ts';

const words = z.array(z.string().min(1));
const byKey = z.record(z.string(), words);
const schema = z.strictObject({
  rows: byKey,
  columns: byKey,
  headers: words,
  disclosureRows: byKey,
  disclosureColumns: byKey,
  disclosureHeaders: words,
  reviewBlocks: byKey,
  reviewColumns: byKey,
  reviewHeaders: words,
  placeholders: words,
});

/** A row, column or block of an official table and every bare label under which reports print it. */
export interface Labelled {
  key: string;
  labels: string[];
}

/** A row of table 三: the labels of its own, and the headings that may stand in front of them in the same row. */
export interface ApplicationRow extends Labelled {
  /** One edition's only: a report has it or its alternative, never both. */
  optional: boolean;
  /** 1 for 一, 二, 四; 2 for （一） …; 3 for the rows below. */
  depth: number;
  /** Its own labels without their numbers: 予以公开. */
  unnumbered: string[];
}

export interface LabelData {
  rows: ApplicationRow[];
  /** What stands in front of rows' labels and is none itself: 三、本年度办理结果, （三）不予公开. */
  headings: ReadonlySet<string>;
  headingLabels: readonly string[];
  columns: Labelled[];
  headers: string[];
  disclosureRows: Labelled[];
  disclosureColumns: Labelled[];
  disclosureHeaders: string[];
  reviewBlocks: Labelled[];
  reviewColumns: Labelled[];
  reviewHeaders: string[];
  placeholders: string[];
}

/** The columns of table 三: six kinds of applicants and the total. */
export const applicationWidth = 7;

let loaded: LabelData | undefined;

/**
 * The labels of the catalogue and, from `data/lexicon/table-labels.json`, how else reports print them.
 * @throws {DataFileError}
 */
export function labelData(): LabelData {
  loaded ??= build();
  return loaded;
}

function build(): LabelData {
  const data = loadDataFile(schema, 'lexicon', 'table-labels.json');
  const bare = (list: string[]) => list.map(bareLabel);
  const labelled = (table: Table, part: 'row' | 'column', more: Record<string, string[]>): Labelled[] => {
    const known = new Map<string, Set<string>>();
    for (const edition of catalogue().editions.values()) mergeInOrder(known, keysOf(edition, table, part));
    for (const field of fieldsOf(table)) {
      const label = part === 'row' ? (field.rowPath.at(-1) ?? '') : field.columnLabel;
      known.get(field[part])?.add(bareLabel(label));
    }
    return [...known].map(([key, labels]) => ({ key, labels: [...labels, ...bare(more[key] ?? [])] }));
  };
  const fronts = headings();
  return {
    rows: labelled('applications', 'row', {}).map(({ key }) => applicationRow(key, data.rows[key] ?? [])),
    columns: labelled('applications', 'column', data.columns),
    headings: fronts,
    headingLabels: [...fronts].sort((a, b) => b.length - a.length),
    headers: bare(data.headers),
    disclosureRows: labelled('disclosure', 'row', data.disclosureRows),
    disclosureColumns: labelled('disclosure', 'column', data.disclosureColumns),
    disclosureHeaders: bare(data.disclosureHeaders),
    reviewBlocks: labelled('reviews', 'row', data.reviewBlocks),
    reviewColumns: labelled('reviews', 'column', data.reviewColumns),
    reviewHeaders: bare(data.reviewHeaders),
    placeholders: bare(data.placeholders),
  };
}

/** A row's printed label without headings in front: 三本年度办理结果三不予公开事务信息 → 事务信息. */
export function ownLabel(text: string): string {
  const heading = labelData().headingLabels.find((front) => text.startsWith(front) && text !== front);
  return heading ? ownLabel(text.slice(heading.length)) : text;
}

const mostKept = 4096;
let ownNames = new Map<string, string>();

/** The same without its number; the same labels come in every report: names are kept. */
export function ownName(text: string): string {
  const known = ownNames.get(text);
  if (known !== undefined) return known;
  if (ownNames.size > mostKept) ownNames = new Map();
  const name = withoutNumber(ownLabel(text));
  ownNames.set(text, name);
  return name;
}

function fieldsOf(table: Table): Field[] {
  return [...catalogue().fields.values()].filter((field) => field.table === table);
}

function keysOf(edition: EditionData, table: Table, part: 'row' | 'column'): string[] {
  const rows = table === 'reviews' ? edition.reviews.blocks : edition[table].rows;
  if (part === 'row') return rows.map((row) => row.key);
  if (table === 'disclosure')
    return edition.disclosure.rows.flatMap((row) => row.columns.map(({ key }) => key));
  return edition[table].columns.map(({ key }) => key);
}

/** A key that only the later list knows comes after the one that it follows there. */
function mergeInOrder(known: Map<string, Set<string>>, keys: readonly string[]): void {
  const order = [...known.keys()];
  let at = -1;
  for (const key of keys) {
    const found = order.indexOf(key);
    if (found >= 0) at = found;
    else order.splice(++at, 0, key);
  }
  const old = new Map(known);
  known.clear();
  for (const key of order) known.set(key, old.get(key) ?? new Set());
}

function headings(): Set<string> {
  const paths = fieldsOf('applications').map((field) => field.rowPath.map(bareLabel));
  const own = new Set(paths.flatMap((path) => path.map((_, i) => path.slice(i).join(''))));
  const fronts = paths.flatMap((path) =>
    path.slice(1).flatMap((_, i) => [path[i] ?? '', path.slice(0, i + 1).join('')]),
  );
  return new Set(fronts.filter((front) => !own.has(front)));
}

function applicationRow(key: string, more: string[]): ApplicationRow {
  const fields = fieldsOf('applications').filter((field) => field.row === key);
  const path = fields[0]?.rowPath ?? [];
  const leaves = [path.at(-1) ?? '', ...more].map(bareLabel);
  const fronts = path.slice(0, -1).map((_, i) => bareLabel(path.slice(i, -1).join('')));
  const skipping = path.length > 2 ? [bareLabel(path[0] ?? '')] : [];
  const labels = ['', ...fronts, ...skipping].flatMap((front) => leaves.map((leaf) => front + leaf));
  return {
    key,
    labels,
    optional: (fields[0]?.editions.length ?? 0) < 2,
    depth: path.length,
    unnumbered: leaves.map(withoutNumber),
  };
}

import type { EditionKey, ReadingId } from '../model/report.ts';
import { DataFileError, loadDataFile } from './data-file.ts';
import { type DerivedData, derivedSchema, type EditionData, editionSchema } from './schema.ts';

export type Table = 'disclosure' | 'applications' | 'reviews';

/** One official cell. */
export interface Field {
  id: ReadingId;
  table: Table;
  /** The row's key (table 四: the block's), e.g. `refused.stateSecret`. */
  row: string;
  column: string;
  /** The labels from the outside in, as printed: 三、本年度办理结果 · （三）不予公开 · 1.属于国家秘密. */
  rowPath: string[];
  columnLabel: string;
  /** For people, without numbering: 属于国家秘密（自然人）. */
  label: string;
  unit: string;
  editions: EditionKey[];
}

/** A sum of rows of table 三 or blocks of table 四, one for each column: `applications.refused.total` … */
export interface DerivedSum {
  id: ReadingId;
  key: string;
  column: string;
  label: string;
  unit: string;
  sumOf: ReadingId[];
}

export interface Rate {
  id: string;
  label: string;
  unit: string;
  numerator: ReadingId[];
  denominator: ReadingId[];
}

export interface Catalogue {
  editions: ReadonlyMap<EditionKey, EditionData>;
  /** In official order, the 2021 edition's first. */
  fields: ReadonlyMap<ReadingId, Field>;
  sums: ReadonlyMap<ReadingId, DerivedSum>;
  rates: ReadonlyMap<string, Rate>;
  /** Label and unit of a reading, a sum or a rate; undefined for an id that nobody knows. */
  describe(id: string): { label: string; unit: string } | undefined;
  /** The official title of a table's part, e.g. 三、收到和处理政府信息公开申请情况. */
  title(table: Table): string;
}

let loaded: Catalogue | undefined;

/**
 * The catalogue of `data/catalogue`, loaded once.
 * @throws {DataFileError}
 */
export function catalogue(): Catalogue {
  loaded ??= buildCatalogue(
    [
      loadDataFile(editionSchema, 'catalogue', '2021.json'),
      loadDataFile(editionSchema, 'catalogue', '2019.json'),
    ],
    loadDataFile(derivedSchema, 'catalogue', 'derived.json'),
  );
  return loaded;
}

/** Editions in order of preference: where two print other labels for one cell, the first one's stands. */
export function buildCatalogue(editions: EditionData[], derived: DerivedData): Catalogue {
  const fields = new Map<ReadingId, Field>();
  for (const edition of editions) {
    for (const field of fieldsOf(edition)) {
      const known = fields.get(field.id);
      if (known) known.editions.push(edition.edition);
      else fields.set(field.id, field);
    }
  }
  const sums = new Map(
    derived.sums
      .flatMap((sum) =>
        (editions[0]?.[sum.table ?? 'applications'].columns ?? []).map((c) => derivedSum(sum, c)),
      )
      .map((s) => [s.id, s]),
  );
  const rates = new Map(derived.rates.map((rate) => [rate.id, rate]));
  for (const sum of sums.values()) requireFields(sum.sumOf, fields, `sums.${sum.key}`);
  for (const rate of rates.values()) requireFields([...rate.numerator, ...rate.denominator], fields, rate.id);
  const titles = editions[0];
  return {
    editions: new Map(editions.map((edition) => [edition.edition, edition])),
    fields,
    sums,
    rates,
    describe: (id) => fields.get(id) ?? sums.get(id) ?? rates.get(id),
    title: (table) => titles?.[table].title ?? '',
  };
}

function requireFields(ids: string[], fields: ReadonlyMap<string, Field>, path: string): void {
  const unknown = ids.find((id) => !fields.has(id));
  if (unknown) throw new DataFileError('data/catalogue/derived.json', path, `${unknown} is no official cell`);
}

function derivedSum(sum: DerivedData['sums'][number], column: { key: string; label: string }): DerivedSum {
  const table = sum.table ?? 'applications';
  const label = plainLabel(sum.label);
  return {
    id: `${table}.${sum.key}.${column.key}`,
    key: sum.key,
    column: column.key,
    label: table === 'reviews' ? `${label}${column.label}` : withColumn(label, column.label),
    unit: '件',
    sumOf: sum.sumOf.map((row) => `${table}.${row}.${column.key}`),
  };
}

function* fieldsOf(data: EditionData): Generator<Field> {
  const editions = () => [data.edition];
  for (const row of data.disclosure.rows) {
    for (const column of row.columns) {
      yield {
        id: `disclosure.${row.key}.${column.key}`,
        table: 'disclosure',
        row: row.key,
        column: column.key,
        rowPath: [row.label],
        columnLabel: column.label,
        label: `${row.label}${plainLabel(column.label)}`,
        unit: column.unit ?? row.unit ?? '件',
        editions: editions(),
      };
    }
  }
  for (const row of data.applications.rows) {
    for (const column of data.applications.columns) {
      yield {
        id: `applications.${row.key}.${column.key}`,
        table: 'applications',
        row: row.key,
        column: column.key,
        rowPath: row.path,
        columnLabel: column.label,
        label: withColumn(rowLabel(row.path), column.label),
        unit: data.applications.unit,
        editions: editions(),
      };
    }
  }
  for (const block of data.reviews.blocks) {
    for (const column of data.reviews.columns) {
      yield {
        id: `reviews.${block.key}.${column.key}`,
        table: 'reviews',
        row: block.key,
        column: column.key,
        rowPath: block.path,
        columnLabel: column.label,
        label: `${block.path.join('（')}${block.path.length > 1 ? '）' : ''}${column.label}`,
        unit: data.reviews.unit,
        editions: editions(),
      };
    }
  }
}

/** 总计 alone says nothing and 其他 alone too little, so the group is told with them. */
function rowLabel(path: string[]): string {
  const last = plainLabel(path.at(-1) ?? '');
  if (last === '总计') return `${plainLabel(path[0] ?? '')}总计`;
  if (last === '其他') return `${plainLabel(path.at(-2) ?? '')}：其他`;
  return last;
}

function withColumn(label: string, column: string): string {
  return column === '总计' ? label : `${label}（${column}）`;
}

/** Without numbering in front and remarks in brackets behind: （一）予以公开 → 予以公开. */
export function plainLabel(label: string): string {
  return label
    .replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、])/, '')
    .replace(/（.*）$/, '');
}

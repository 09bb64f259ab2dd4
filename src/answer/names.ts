import { z } from 'zod';
import { catalogue, plainLabel } from '../catalogue/catalogue.ts';
import { loadDataFile } from '../catalogue/data-file.ts';
import { commonUnit, unknownUnit } from '../catalogue/money.ts';
import type { Query } from '../model/query.ts';

const name = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** `data/lexicon/answer.json`: how answers call the figures, in a sentence. */
const schema = z.strictObject({
  /** By `TABLE.ROW` (table 三), by reading id (二, 四) or by rate. */
  names: z.record(z.string(), name),
  /** The same for tables; where it has none the catalogue's label stands. */
  short: z.record(z.string(), z.string()),
  /** English for the columns of table 三. */
  columns: z.record(z.string(), z.string()),
  /** English for the units, printed right behind the number. */
  units: z.record(z.string(), z.string()),
  /** What is counted at one time, not over a year: years of it cannot be added up. By `TABLE.ROW` or reading id. */
  stocks: z.array(z.string()),
  /** How groups of agencies are called. */
  kinds: z.record(z.string(), name),
  /** What a summary tells, in this order. */
  keyFigures: z.array(z.string()).min(1),
  /** Those of them that are told also when they are zero. */
  always: z.array(z.string()).min(1),
  /** English for the themes of part 五, by key. */
  themes: z.record(z.string(), z.string()),
  /** What every report is about: of a question it tells nothing. */
  everywhere: z.array(z.string().min(1)),
  /** Words that ask after measures, whatever they are for; longest first. */
  pointWords: z.array(z.string().min(1)).min(1),
  /** Words of a question that ask for a number or a name. */
  asksFigure: z.array(z.string().min(1)).min(1),
});

let loaded: z.infer<typeof schema> | undefined;

export function wording(): z.infer<typeof schema> {
  loaded ??= loadDataFile(schema, 'lexicon', 'answer.json');
  return loaded;
}

type Language = Query['language'];

/** The catalogue's own label, e.g. 属于国家秘密（自然人）; the id itself for an unknown one. */
export function labelOf(id: string): string {
  return catalogue().describe(id)?.label ?? wording().names[id]?.zh ?? id;
}

/** Of a figure of many reports; one report may print its money in another. */
export function unitOf(id: string): string {
  const unit = catalogue().describe(id)?.unit ?? (id.startsWith('rates.') ? '%' : '');
  return unit.startsWith('as printed') ? commonUnit : unit;
}

/** As a sentence says it: 新收政府信息公开申请 · 因“属于国家秘密”不予公开（申请人为自然人）. */
export function spoken(id: string, language: Language = 'zh'): string {
  const { row, column } = rowAndColumn(id);
  const known = wording().names[row];
  const text = known?.[language] ?? labelOf(row === id ? id : `${row}.total`);
  if (language === 'en') {
    const official = labelOf(id);
    const who = column && column !== 'total' ? `, ${wording().columns[column] ?? column}` : '';
    return `${text}${who} (${official})`;
  }
  const person = column && column !== 'total' ? columnLabel(column) : undefined;
  return person ? `${text}（申请人为${person === '其他' ? '其他组织' : person}）` : text;
}

/** True for what happens during a year, so that years can be added up. */
export function isFlow(id: string): boolean {
  const { stocks } = wording();
  return !id.startsWith('rates.') && !stocks.includes(id) && !stocks.includes(rowAndColumn(id).row);
}

/** For tables, where room is short: 新收申请 · 属于国家秘密（自然人）. */
export function short(id: string, language: Language = 'zh'): string {
  const { row, column } = rowAndColumn(id);
  if (language === 'en') {
    const who = column && column !== 'total' ? `, ${wording().columns[column] ?? column}` : '';
    return `${wording().names[row]?.en ?? ''}${who} ${short(id)}`.trim();
  }
  const known = wording().short[row];
  if (known === undefined) return labelOf(id);
  return column && column !== 'total' ? `${known}（${columnLabel(column) ?? column}）` : known;
}

/** Where the figure stands in the official form: 不予公开：属于国家秘密，总计. Empty for what is computed. */
export function official(id: string): string {
  const field = catalogue().fields.get(id);
  if (!field) return '';
  const path = field.rowPath.map(plainLabel);
  const row = path.length > 1 && field.table === 'applications' ? path.slice(1) : path;
  return `${row.join('：')}，${plainLabel(field.columnLabel)}`;
}

function columnLabel(key: string): string | undefined {
  return catalogue()
    .editions.get('2021')
    ?.applications.columns.find((column) => column.key === key)?.label;
}

/** Table 三 has a name for each row; elsewhere every cell has one of its own. */
function rowAndColumn(id: string): { row: string; column?: string } {
  if (!id.startsWith('applications.')) return { row: id };
  const dot = id.lastIndexOf('.');
  return { row: id.slice(0, dot), column: id.slice(dot + 1) };
}

/** 3 件 · 47.62% · 7730.28 万元; English: 3 · 47.62% · 7730.28 × 10,000 yuan */
export function amount(value: number, unit: string, language: Language = 'zh'): string {
  if (language === 'en') return `${value}${wording().units[unit] ?? ` ${unit}`}`;
  if (unit === unknownUnit) return `${value}（年报没有写明是元还是万元）`;
  return unit === '%' || unit === '' ? `${value}${unit}` : `${value} ${unit}`;
}

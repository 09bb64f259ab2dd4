import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildCatalogue, catalogue } from '../../src/catalogue/catalogue.ts';
import { readDataFile } from '../../src/catalogue/data-file.ts';
import { editionSchema } from '../../src/catalogue/schema.ts';
import { dataPath, packageRoot } from '../../src/package-root.ts';

describe('the catalogue', () => {
  it('addresses every cell of the 2021 form: 10 of table 二, 25 rows × 7 of table 三, 15 of table 四', () => {
    const ids = [...catalogue().fields.values()].filter((field) => field.editions.includes('2021'));
    const count = (table: string) => ids.filter((field) => field.table === table).length;
    expect([count('disclosure'), count('applications'), count('reviews')]).toEqual([10, 25 * 7, 15]);
  });

  it('holds both editions of a cell that both print', () => {
    expect(catalogue().fields.get('applications.granted.total')?.editions).toEqual(['2021', '2019']);
    expect(catalogue().fields.get('disclosure.procurement.amount')?.editions).toEqual(['2019']);
  });

  it('labels cells so that they can be read alone', () => {
    const label = (id: string) => catalogue().describe(id)?.label;
    expect(label('applications.refused.stateSecret.naturalPerson')).toBe('属于国家秘密（自然人）');
    expect(label('applications.handledTotal.total')).toBe('本年度办理结果总计');
    expect(label('applications.otherHandling.other.total')).toBe('其他处理：其他');
    expect(label('reviews.directLitigation.upheld')).toBe('行政诉讼（未经复议直接起诉）结果维持');
    expect(label('applications.refused.total')).toBe('不予公开合计');
    expect(catalogue().describe('disclosure.fees.amount')?.unit).toBe('万元');
    expect(catalogue().describe('no.such.reading')).toBeUndefined();
  });

  it('names the file and the path inside it when a data file is wrong', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'nianbao-')), 'broken.json');
    const data = JSON.parse(readFileSync(dataPath('catalogue', '2021.json'), 'utf8'));
    data.applications.rows[3].key = 'Not A Key';
    writeFileSync(file, JSON.stringify(data));
    expect(() => readDataFile(editionSchema, file)).toThrow(/broken\.json at applications\.rows\[3\]\.key/);
  });

  it('refuses a sum over a row that does not exist', () => {
    const editions = [...catalogue().editions.values()];
    const derived = {
      sums: [{ key: 'refused', label: '不予公开合计', sumOf: ['granted', 'nowhere'] }],
      rates: [],
    };
    expect(() => buildCatalogue(editions, derived)).toThrow(/sums\.refused: applications\.nowhere/);
  });

  const standard = join(packageRoot, '../shared/standard/fields.json');
  it.skipIf(!existsSync(standard))('has every row and column of the official standard', () => {
    const { applications, disclosure } = JSON.parse(readFileSync(standard, 'utf8'));
    const known = catalogue().fields;
    for (const row of applications.rows) {
      for (const column of applications.columns) {
        expect(known.get(`applications.${row.key}.${column.key}`)?.editions.toSorted()).toEqual(row.editions);
      }
    }
    for (const row of [...disclosure['2019'], ...disclosure['2021']]) {
      for (const column of row.columns) expect(known.has(`disclosure.${row.key}.${column.key}`)).toBe(true);
    }
  });
});

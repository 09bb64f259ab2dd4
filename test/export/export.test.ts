import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type ExportFormat, encode, workbook } from '../../src/export/encode.ts';
import { findingsTable, readingsTable } from '../../src/export/readings.ts';
import type { Report } from '../../src/model/report.ts';
import { fictional, received } from '../answer/fictional.ts';

const natural = 'applications.newReceived.naturalPerson';
const dashed = fictional({ agency: '青禾县水务局', year: 2023, cells: { [natural]: null, [received]: 3 } });
dashed.readings[natural] = { value: null, raw: '—', status: 'blank', source: { line: 41, text: '一、 — 3' } };
const reports = [
  dashed,
  fictional({ agency: '石桥镇"甲",乙', year: 2022, cells: { 'disclosure.fees.amount': 7730.28 } }),
];

async function exported(format: ExportFormat, from: Iterable<Report> = reports): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of encode(readingsTable(from), format)) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('export', () => {
  it('writes csv with a byte order mark, quotes where needed, blank values empty and the printed cell kept', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exported('csv'));
    expect(text.startsWith('\uFEFFagency,region,year,reading,label,value,raw,status,unit,reportId\r\n')).toBe(
      true,
    );
    const lines = text.trimEnd().split('\r\n');
    expect(lines).toContain(
      '青禾县水务局,云岭省临江市青禾县,2023,applications.newReceived.naturalPerson,本年新收政府信息公开申请数量（自然人）,,—,blank,件,2023-青禾县水务局',
    );
    expect(lines.at(-1)).toContain('"石桥镇""甲"",乙"');
    expect(lines.at(-1)).toContain(',7730.28,7730.28,reported,万元,');
    expect(lines).toHaveLength(4);
  });

  it('writes json that says null where a cell is blank', async () => {
    const rows = JSON.parse(new TextDecoder().decode(await exported('json')));
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({ reading: natural, value: null, raw: '—', status: 'blank' });
    expect(JSON.parse(new TextDecoder().decode(await exported('json', [])))).toEqual([]);
  });

  it('opens reports only when their rows are written', async () => {
    let opened = 0;
    function* many() {
      for (let i = 0; i < 3000; i++) {
        opened++;
        yield fictional({ agency: `第${i}镇`, year: 2023, cells: { [received]: i } });
      }
    }
    const stream = encode(readingsTable(many()), 'csv');
    await stream.next();
    expect(opened).toBe(0);
    await stream.next();
    expect(opened).toBe(1000);
  });

  it('writes a workbook whose numbers are numbers and whose text is never a formula', async () => {
    const hostile = fictional({ agency: '=1+1', year: 2023, cells: { [received]: 5 } });
    const files = unzipSync(await exported('xlsx', [hostile]));
    const sheet = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toMatch(/<v>5<\/v>/);
    expect(sheet).not.toContain('<f>');
    expect(strFromU8(files['xl/sharedStrings.xml'] ?? new Uint8Array()) + sheet).toContain('=1+1');
  });

  it('writes findings with what is printed and what was computed', async () => {
    const found = {
      rule: 'review-block-total',
      severity: 'error' as const,
      message: '行政复议总计与各项之和不符',
      readings: ['reviews.reconsideration.total'],
      printed: 12,
      computed: 11,
      quotations: [{ text: '10\t1\t0\t0\t12', page: 4 }],
      reportId: '2023-x',
      agency: '青禾县水务局',
      year: 2023,
    };
    const names = {
      severity: (severity: string) => (severity === 'error' ? '错误' : '存疑'),
      rule: () => '表四各组总计',
    };
    const [row] = findingsTable([found], names).rows;
    expect(row).toMatchObject({
      程度: '错误',
      核对规则: '表四各组总计',
      指标: '行政复议总计',
      印为: 12,
      对照数: 11,
      位置: '第4页',
      原文: '10 1 0 0 12',
      规则编号: 'review-block-total',
    });
    const twice = { ...found, quotations: [...found.quotations, { line: 7, text: '复议 11 件' }] };
    expect([...findingsTable([twice], names).rows][0]?.原文).toBe('第4页：10 1 0 0 12\n第7行：复议 11 件');
    const bytes = await workbook([readingsTable(reports), findingsTable([found], names)]);
    expect(Object.keys(unzipSync(bytes)).filter((name) => name.includes('worksheets/sheet'))).toHaveLength(2);
    const styles = new TextDecoder().decode(unzipSync(bytes)['xl/styles.xml']);
    expect(styles).toContain('wrapText="1"');
    expect(styles).toMatch(/F8D7DA/);
  });
});

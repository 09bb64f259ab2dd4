import { describe, expect, it } from 'vitest';
import { packReport, unpackReport } from '../../src/archive/packed-report.ts';
import type { Reading } from '../../src/model/report.ts';
import { reports } from '../bench/corpus/reports.ts';

const some = [...reports(60)];

describe('a packed report', () => {
  it('gives the report back, cell by cell and in its order', () => {
    for (const report of some) {
      const { report: back } = unpackReport(JSON.parse(JSON.stringify(packReport({ sequence: 3, report }))));
      expect(back).toEqual(report);
      expect(Object.keys(back.readings)).toEqual(Object.keys(report.readings));
    }
  });

  it('keeps how a cell was printed', () => {
    const [report] = some;
    if (!report) throw new Error('no report');
    const source = { line: 3, text: '规章 | ／ | 1,200 | 5.0' };
    const readings: Record<string, Reading> = {
      a: { value: null, raw: '／', status: 'blank', source },
      b: { value: 1200, raw: '1,200', status: 'reported', source },
      c: { value: 5, raw: '5.0', status: 'reported', source: { ...source, page: 2 } },
      d: { value: null, raw: '', status: 'blank', source },
    };
    const stored = { sequence: 1, report: { ...report, readings } };
    expect(unpackReport(JSON.parse(JSON.stringify(packReport(stored))))).toEqual(stored);
  });

  it('is less than half as long', () => {
    for (const report of some) {
      const length = (value: unknown) => JSON.stringify(value).length;
      expect(length(packReport({ sequence: 1, report }))).toBeLessThan(length({ sequence: 1, report }) / 2);
    }
  });

  it('of an older program, with its readings as they are, is read too', () => {
    const [report] = some;
    if (!report) throw new Error('no report');
    expect(unpackReport({ sequence: 1, report })).toEqual({ sequence: 1, report });
  });

  it('is refused when a cell stands in a row that is not there', () => {
    const [report] = some;
    if (!report) throw new Error('no report');
    const packed = packReport({ sequence: 1, report });
    expect(() =>
      unpackReport({ ...packed, report: { ...packed.report, readings: { rows: [], cells: [['a', 1, 0]] } } }),
    ).toThrow(RangeError);
  });
});

import { describe, expect, it } from 'vitest';
import { inCommonUnit, moneyCells, moneyColumn, printedUnit } from '../../src/catalogue/money.ts';
import type { Report } from '../../src/model/report.ts';
import { ask, fictional } from './fictional.ts';

const fees = 'disclosure.fees.amount';
const procurement = 'disclosure.procurement.amount';

/** A report that prints a sum of money as `raw`. */
function printing(agency: string, id: string, raw: string, year = 2019): Report {
  const report = fictional({ agency, year, more: { edition: '2019' } });
  const value = Number.parseFloat(raw);
  report.readings[id] = { value, raw, status: 'reported', source: { line: 37, text: `项目\t${raw}` } };
  return report;
}

const mixed = [
  printing('青禾县人民政府', procurement, '3120.5万元'),
  printing('望溪县人民政府', procurement, '45000000元'),
  printing('石桥镇人民政府', procurement, '900000'),
];

describe('sums of money', () => {
  it('are read in the unit that is printed, else in that of the form', () => {
    expect(printedUnit(fees, '77302800元')).toBe('元');
    expect(printedUnit(fees, '7730.28')).toBe('万元');
    expect(printedUnit(procurement, '900000')).toBe('元或万元');
    expect(inCommonUnit(77302800, '元')).toBe(7730.28);
    expect(inCommonUnit(1, '元或万元')).toBeNull();
    expect(moneyCells(mixed[1] as Report)).toEqual({ [moneyColumn(procurement)]: { value: 4500 } });
    expect(moneyCells(mixed[2] as Report)).toEqual({});
  });

  it('are added up in one unit, without those of which nobody knows the unit', () => {
    const answer = ask(mixed, { kind: 'aggregate', aggregate: 'sum', readings: [procurement] });
    expect(answer.values).toMatchObject([{ value: 7620.5, unit: '万元' }]);
    expect(answer.text).toContain('无法计算，未计入（1份）：石桥镇人民政府');
  });

  it('are ranked and compared in one unit', () => {
    const ranking = ask(mixed, { kind: 'ranking', readings: [procurement] });
    expect(ranking.text).toMatch(/^望溪县人民政府：4500 万元/);
    expect(ranking.chart?.series[0]?.values).toEqual([4500, 3120.5]);
    const agencies = ['青禾县人民政府', '望溪县人民政府'];
    const compared = ask(mixed, { kind: 'comparison', agencies, readings: [procurement] });
    expect(compared.text).toMatch(/^望溪县人民政府更多：4500 万元/);
    const unknown = ask(mixed, {
      kind: 'comparison',
      agencies: ['青禾县人民政府', '石桥镇人民政府'],
      readings: [procurement],
    });
    expect(unknown.text).toMatch(/^无法比较/);
    expect(unknown.text).toContain('年报没有印这个数的单位（元或万元）。');
  });

  it('are told of one report as it prints them', () => {
    const query = { kind: 'value' as const, agencies: ['望溪县人民政府'], readings: [procurement] };
    expect(ask(mixed, query).text).toMatch(/^45000000 元\n/);
  });

  it('follow the years in one unit', () => {
    const years = [
      printing('青禾县人民政府', fees, '12.5', 2021),
      printing('青禾县人民政府', fees, '150000元', 2022),
    ];
    const trend = ask(years, { kind: 'trend', agencies: ['青禾县人民政府'], readings: [fees] });
    expect(trend.text).toMatch(/^2021年 12.5 万元 → 2022年 15 万元（\+20%）/);
  });
});

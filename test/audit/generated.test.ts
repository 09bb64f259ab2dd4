import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit/audit.ts';
import type { Report } from '../../src/model/report.ts';
import { type Forms, generateFigures } from '../fuzz/figures.ts';
import { Random } from '../fuzz/random.ts';
import { balancedReport } from './balanced-report.ts';

const forms: Forms[] = [
  { disclosure: '2021', applications: '2021' },
  { disclosure: '2021', applications: '2019' },
  { disclosure: '2019', applications: '2019' },
];
const runs = 120;

/** A report that prints just these cells. */
function printing(cells: ReadonlyMap<string, number | null>): Report {
  return { ...balancedReport(Object.fromEntries(cells)), readings: onlyThese(cells) };
}

function onlyThese(cells: ReadonlyMap<string, number | null>): Report['readings'] {
  const all = balancedReport(Object.fromEntries(cells)).readings;
  return Object.fromEntries(Object.entries(all).filter(([id]) => cells.has(id)));
}

const errors = (report: Report) => audit(report).filter((finding) => finding.severity === 'error');

function eachGenerated(check: (cells: Map<string, number | null>, random: Random) => void): void {
  for (let seed = 0; seed < runs; seed++) {
    const random = new Random(seed);
    check(generateFigures(random, random.pick(forms)), random);
  }
}

describe('generated figures that keep every law of the tables', () => {
  it('are accused of nothing', () => {
    // Table 二 is generated without a thought for what was in force before.
    const found = (report: Report) => audit(report).filter(({ rule }) => rule !== 'in-force-too-few');
    eachGenerated((cells) => expect(found(printing(cells))).toEqual([]));
  });

  it('are accused of nothing when cells are blank or rows are not there', () => {
    eachGenerated((cells, random) => {
      for (const id of [...cells.keys()]) {
        if (random.chance(0.1)) cells.set(id, null);
        if (random.chance(0.05)) cells.delete(id);
      }
      expect(errors(printing(cells))).toEqual([]);
    });
  });

  it('show every single slip in tables 三 and 四, with the cell and what it should be', () => {
    eachGenerated((cells, random) => {
      const id = random.pick([...cells.keys()].filter((key) => !key.startsWith('disclosure.')));
      const right = cells.get(id) ?? 0;
      cells.set(id, right + random.int(1, 9));
      const found = errors(printing(cells));
      expect(found.some((finding) => finding.readings.includes(id))).toBe(true);
      if (!id.endsWith('.total')) return;
      expect(found).toContainEqual(
        expect.objectContaining({
          readings: expect.arrayContaining([id]),
          printed: cells.get(id),
          computed: right,
        }),
      );
    });
  });

  it('turn no slip into an error where the reader was not sure of the cell', () => {
    eachGenerated((cells, random) => {
      const id = random.pick([...cells.keys()].filter((key) => !key.startsWith('disclosure.')));
      cells.set(id, (cells.get(id) ?? 0) + 1);
      const warnings = [{ code: 'row-alignment', message: '', readings: [id] }];
      expect(errors({ ...printing(cells), warnings })).toEqual([]);
    });
  });
});

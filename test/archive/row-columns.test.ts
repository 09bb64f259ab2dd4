import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HoldingRecord } from '../../src/archive/record.ts';
import { Register } from '../../src/archive/register.ts';
import type { RowFilter } from '../../src/model/library.ts';

const places = ['青石县', '白沙县', '长桥市'];
const record = fc.record({
  reportId: fc.integer({ min: 0, max: 30 }).map((n) => `2023-${String(n).padStart(2, '0')}`),
  agencyId: fc.constantFrom('a', 'b', 'c', 'd'),
  year: fc.constantFrom(2021, 2022, 2023),
  kind: fc.constantFrom('bureau', 'town', 'government'),
  region: fc.oneof(
    fc.constant({}),
    fc.record({ province: fc.constant('云水省'), county: fc.constantFrom(...places) }),
  ),
  aliases: fc.constant([]),
});
const filter = fc.record(
  {
    region: fc.record({
      level: fc.constantFrom('province', 'county'),
      name: fc.constantFrom('云水省', ...places),
    }),
    kinds: fc.array(fc.constantFrom('bureau', 'town', 'street')),
  },
  { requiredKeys: [] },
);
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ put: fc.array(record, { minLength: 1, maxLength: 8 }) }) },
  { weight: 1, arbitrary: fc.record({ remove: fc.nat() }) },
);

it('says of every row in numbers what its holding says, after any changes', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), filter, (steps, wanted) => {
      const register = new Register();
      const held = new Map<string, HoldingRecord>();
      for (const one of steps) {
        expect(register.agencies.map(({ id }) => id)).toEqual([...register.agencyIds].sort());
        if ('put' in one) {
          const changed = new Map(one.put.map((some) => [some.reportId, some as unknown as HoldingRecord]));
          // An agency's report of a year has one id only, as in the archive; another agency's record replaces none.
          const fresh = [...changed.values()].filter(
            (some) => (held.get(some.reportId)?.agencyId ?? some.agencyId) === some.agencyId,
          );
          register.apply({ changed: fresh, removed: [] });
          for (const some of fresh) held.set(some.reportId, some);
        } else {
          const gone = [...held.values()][one.remove % Math.max(1, held.size)];
          if (!gone) continue;
          register.apply({ changed: [], removed: [gone] });
          held.delete(gone.reportId);
        }
      }
      const { rows, holdings } = register;
      expect(register.agencies).toEqual([...register.agencyIds].sort().map((id) => register.agency(id)));
      expect([...rows.years]).toEqual(holdings.map(({ year }) => year));
      const agencies = [...rows.agencies];
      expect(
        holdings.map(({ agencyId }) => agencies[holdings.findIndex((h) => h.agencyId === agencyId)]),
      ).toEqual(agencies);
      expect(new Set(agencies).size).toBe(new Set(holdings.map(({ agencyId }) => agencyId)).size);
      expect(agencies.every((number) => number < rows.agencyCount)).toBe(true);
      const test = rows.test(wanted as RowFilter);
      for (const [row, { reportId, region, kind }] of holdings.entries()) {
        expect(rows.rowOf(reportId)).toBe(row);
        const here = !wanted.region || region[wanted.region.level as 'county'] === wanted.region.name;
        expect(test(row)).toBe(here && (!wanted.kinds?.length || (wanted.kinds as string[]).includes(kind)));
      }
      expect(rows.rowOf('2023-99')).toBeUndefined();
    }),
  );
});

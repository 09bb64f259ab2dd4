import { expect, it } from 'vitest';
import { decideYear } from '../../../../src/ingest/map/text/year.ts';

const evidence = { titles: [2023], file: undefined, publishedAt: null, text: '', whole: '' };
const period = { from: '2024-01-01' };

it('takes the title’s year when only the period tells another', () => {
  const decided = decideYear({ ...evidence, period, file: 2024 });
  expect(decided).toMatchObject({ year: 2023, warnings: [{ code: 'year-differs' }] });
});

it('takes a title left from last year for a slip when period, text and date tell the next', () => {
  const told = { ...evidence, period, publishedAt: '2025-01-20', text: '2024年，我局认真工作。' };
  const decided = decideYear(told);
  expect(decided?.year).toBe(2024);
  expect(decided?.warnings[0]?.message).toContain('按统计期限收录');
  expect(decideYear({ ...told, file: 2023 })?.year).toBe(2023);
});

import { describe, expect, it } from 'vitest';
import { ask, fictional, received } from './fictional.ts';

const reports = [
  fictional({ agency: '青禾县水务局', year: 2023, cells: { [received]: 21 } }),
  fictional({ agency: '石桥镇人民政府', year: 2023, cells: { [received]: 0 } }),
];

describe('a printed cell that other cells contradict', () => {
  const total = 'reviews.reconsideration.total';
  const finding = {
    rule: 'review-block-total',
    severity: 'error' as const,
    message: '“行政复议总计”印为 0，按其他各格计算为 11',
    readings: [total, 'reviews.reconsideration.upheld'],
    printed: 0,
    computed: 11,
    quotations: [],
  };
  const faulty = fictional({
    agency: '柳湾市水务局',
    year: 2023,
    cells: { [total]: 0 },
    more: { findings: [finding] },
  });
  const filter = { conditions: [{ reading: total, operator: '>' as const, value: 0 }] };

  it('counts as printed, and the asker is told', () => {
    for (const part of [
      { kind: 'list' as const, filter },
      { kind: 'aggregate' as const, aggregate: 'count' as const, filter },
      { kind: 'aggregate' as const, aggregate: 'sum' as const, readings: [total] },
      { kind: 'ranking' as const, readings: [total] },
    ])
      expect(ask([...reports, faulty], part).text).toContain(
        '请注意：柳湾市水务局2023年：“行政复议总计”印为 0',
      );
  });
});

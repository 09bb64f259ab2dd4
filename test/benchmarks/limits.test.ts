import { describe, expect, it } from 'vitest';
import type { Figure } from '../bench/figure.ts';
import { limits } from '../bench/limits.ts';

const figure = (value: number, processor?: number): Figure => ({
  what: 'ranking, p95',
  at: '',
  value,
  unit: 'ms',
  ...(processor === undefined ? {} : { processor }),
});

describe('where one machine ends', () => {
  it('goes on in a straight line from the two largest archives', () => {
    const curves = new Map([
      [1000, [figure(100)]],
      [10_000, [figure(2)]],
      [50_000, [figure(6)]],
    ]);
    expect(limits(curves)).toContain('ranking, p95: 20 ms are reached at about 190,000 reports');
  });

  it('goes by processor time where it is known', () => {
    const curves = new Map([
      [10_000, [figure(50, 2)]],
      [50_000, [figure(50, 6)]],
    ]);
    expect(limits(curves)).toContain('190,000');
  });

  it('says what does not grow', () => {
    const curves = new Map([
      [10_000, [figure(3)]],
      [50_000, [figure(2)]],
    ]);
    expect(limits(curves)).toContain('does not grow');
  });
});

import { catalogue } from '../catalogue/catalogue.ts';
import { libraryGauge } from './gauge.ts';
import { roundRate } from './numbers.ts';
import type { Task } from './task.ts';

/** The rate of all together: the sums divided, not the mean of the rates. Null where the whole is zero. */
export function pooled({ query, library }: Task, id: string, rows: readonly number[]): number | null {
  const rate = catalogue().rates.get(id);
  const { measure } = query;
  const share = measure.kind === 'share' ? { above: [id], below: [measure.of] } : undefined;
  const { above, below } = share ?? { above: rate?.numerator ?? [], below: rate?.denominator ?? [] };
  const total = (ids: readonly string[]) =>
    ids
      .map((one) => libraryGauge(library, one))
      .reduce((sum, one) => rows.reduce((n, row) => n + (one(row).value ?? 0), sum), 0);
  const whole = total(below);
  return whole === 0 ? null : roundRate((total(above) / whole) * 100);
}

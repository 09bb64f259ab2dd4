import { catalogue } from '../catalogue/catalogue.ts';
import { round } from '../catalogue/laws.ts';
import type { Report } from '../model/report.ts';
import { printed } from './cells.ts';

export interface Figure {
  value: number;
  /** The printed cells it rests on. */
  parts: string[];
}

/** The figure of a reading, or of a sum or rate whose parts are all printed; undefined when it cannot be told. */
export function figure(report: Report, id: string): Figure | undefined {
  const own = printed(report, id);
  if (own !== undefined) return { value: own, parts: [id] };
  const sum = catalogue().sums.get(id);
  if (sum) return total(report, sum.sumOf);
  const rate = catalogue().rates.get(id);
  if (!rate) return undefined;
  const above = total(report, rate.numerator);
  const below = total(report, rate.denominator);
  if (!above || !below?.value) return undefined;
  return { value: (above.value / below.value) * 100, parts: [...above.parts, ...below.parts] };
}

function total(report: Report, ids: readonly string[]): Figure | undefined {
  const values = ids.map((id) => printed(report, id));
  if (values.some((value) => value === undefined)) return undefined;
  return { value: round(values.reduce<number>((a, b) => a + (b ?? 0), 0)), parts: [...ids] };
}

import type { Archives } from './archives.ts';
import { measureInChild } from './child.ts';
import { type Figure, reportCount, upToPlenty } from './figure.ts';
import { quantile } from './search/latency.ts';
import type { Asked } from './workers/ask.ts';

/** Kind → how many milliseconds 95 of 100 questions may take at 50,000 reports. */
const TARGETS: Record<string, number> = {
  value: 5,
  ranking: 20,
  'ranking in a province': 20,
  'ranking by a rate': 20,
  aggregate: 20,
  mean: 20,
  count: 20,
};

/** How long does a question of each kind take, once the program is warm? The whole way: understanding and answering. */
export function measureAsk(archives: Archives, count: number, times: number): Figure[] {
  const { path } = archives.get(count);
  const all = measureInChild<Asked[]>('./workers/ask.js', [path, String(count), String(times)]);
  return all.flatMap(({ kind, laps, right }) => {
    const most = TARGETS[kind];
    const at = (part: number) => ({
      value: quantile(
        laps.map((lap) => lap.ms),
        part,
      ),
      processor: quantile(
        laps.map((lap) => lap.processor),
        part,
      ),
      unit: 'ms' as const,
      at: reportCount(count),
    });
    const wrong = laps.length - right;
    const because = `half of them take up to ${at(0.5).value.toFixed(1)} ms; most goes into finding the names and into opening reports that are not in memory`;
    const target = most === undefined ? {} : upToPlenty(count, most);
    return [
      { what: `${kind}, p50`, ...at(0.5) },
      { what: `${kind}, p95`, ...at(0.95), ...target, because },
      ...(wrong > 0
        ? [
            {
              what: `${kind}, answers not to the point`,
              at: reportCount(count),
              value: wrong,
              unit: '' as const,
            },
          ]
        : []),
    ];
  });
}

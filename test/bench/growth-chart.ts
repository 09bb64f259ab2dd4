import { draw, WIDTH } from './chart.ts';
import type { Part } from './results.ts';

const HEIGHT = 520;
/** What a user feels. */
const WANTED = [
  'start to the first right answer',
  'add one report',
  'value, p95',
  'ranking, p95',
  'aggregate, p95',
  'passages, p95',
];

/**
 * How each cost grows with the number of reports, both axes logarithmic, as SVG; processor time, so that it is smooth.
 * Undefined where fewer than two sizes were measured.
 */
export async function growthChart(parts: readonly Part[]): Promise<string | undefined> {
  const sizes = [...new Set(parts.flatMap(({ size }) => (size > 0 ? [size] : [])))].sort((a, b) => a - b);
  if (sizes.length < 2) return undefined;
  const series = WANTED.map((what) => ({
    type: 'line' as const,
    name: what,
    symbolSize: 8,
    data: sizes.flatMap((size) => {
      const figures = parts.filter((part) => part.size === size).flatMap((part) => part.figures);
      const figure = figures.find((one) => one.what === what);
      if (!figure) return [];
      const time = figure.processor ?? figure.value;
      return [[size, figure.unit === 's' ? time * 1000 : time]];
    }),
  }));
  return draw(
    {
      legend: { top: 10, width: WIDTH - 80, itemGap: 18 },
      grid: { left: 70, right: 40, top: 110, bottom: 60 },
      xAxis: {
        type: 'log',
        name: 'reports',
        nameLocation: 'middle',
        nameGap: 32,
        min: sizes[0] ?? 1,
        max: sizes.at(-1) ?? 1,
      },
      yAxis: { type: 'log', name: 'ms of processor time', nameTextStyle: { align: 'left' } },
      series,
    },
    HEIGHT,
  );
}

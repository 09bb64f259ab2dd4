import type { Figure } from './figure.ts';

const WIDTH = 900;
const HEIGHT = 600;

/** How each cost grows with the number of reports, both axes logarithmic, as SVG; processor time, so that it is smooth. */
export async function growthChart(curves: ReadonlyMap<number, readonly Figure[]>): Promise<string> {
  const echarts = await import('echarts');
  const sizes = [...curves.keys()].sort((a, b) => a - b);
  const wanted = [
    'start to the first right answer',
    'add one report',
    'value, p95',
    'ranking, p95',
    'aggregate, p95',
    'passages, p95',
  ];
  const series = wanted.map((what) => ({
    type: 'line' as const,
    name: what,
    symbolSize: 8,
    data: sizes.flatMap((size) => {
      const figure = curves.get(size)?.find((one) => one.what === what);
      if (!figure) return [];
      const time = figure.processor ?? figure.value;
      return [[size, figure.unit === 's' ? time * 1000 : time]];
    }),
  }));
  const drawing = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: HEIGHT });
  try {
    drawing.setOption({
      animation: false,
      backgroundColor: '#ffffff',
      legend: { top: 10, width: WIDTH - 80, itemGap: 34 },
      grid: { left: 70, right: 30, top: 130, bottom: 60 },
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
    });
    return drawing.renderToSVGString();
  } finally {
    drawing.dispose();
  }
}

import type { EChartsOption } from 'echarts';
import type { Chart } from '../../src/model/answer.ts';
import {
  colours,
  fontFamily,
  frame,
  gapText,
  ink,
  numberText,
  size,
  textWidth,
  wrap,
} from './chart-style.ts';

/** Characters of a name on one line. */
const nameWidth = 11;

/** Lying bars, the first on top: long names of agencies have room beside them. */
export function barOption(chart: Chart): { option: EChartsOption; height: number } {
  const names = chart.categories.map((name) => wrap(name, nameWidth, 3));
  const several = chart.series.length > 1;
  const step = Math.max(
    several ? chart.series.length * 46 + 30 : 78,
    ...names.map((lines) => lines.length * 38 + 24),
  );
  const legend = several ? 70 : 0;
  const { top, height, option } = frame(
    chart,
    (title) => title + legend + chart.categories.length * step + 110,
  );
  const labelWidth = Math.max(...names.flat().map(textWidth)) * size.label + 20;
  return {
    height,
    option: {
      ...option,
      ...(several
        ? {
            legend: {
              top,
              left: 40,
              itemWidth: 32,
              itemHeight: 22,
              itemGap: 30,
              textStyle: { fontSize: size.label, fontFamily },
            },
          }
        : {}),
      grid: { left: 40 + labelWidth, right: 190, top: top + legend + 10, bottom: 80, containLabel: false },
      xAxis: {
        type: 'value',
        min: (range) => Math.min(0, range.min),
        max: (range) => (range.max > 0 ? range.max : 1),
        axisLabel: { show: false },
        splitLine: { show: false },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: chart.categories.map((_, i) => (names[i] ?? []).join('\n')),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.line, width: 2 } },
        axisLabel: {
          fontSize: size.label,
          lineHeight: 38,
          color: ink.text,
          fontFamily,
          margin: 16,
          interval: 0,
        },
      },
      series: chart.series.map((series, s) => ({
        type: 'bar' as const,
        name: series.name,
        barMaxWidth: 48,
        barGap: '20%',
        data: series.values.map((value, i) => bar(chart, value, i, s)),
      })),
    },
  };
}

/** A gap is a bar of no length whose label says why; a zero is told as a zero. */
function bar(chart: Chart, value: number | null, i: number, series: number) {
  const gap = value === null;
  const text = gap ? gapText(chart, chart.categories[i] ?? '') : numberText(value, chart.unit);
  return {
    value: value ?? 0,
    itemStyle: { color: colours[series % colours.length] ?? '#000000' },
    label: {
      show: true,
      position: 'right' as const,
      formatter: text,
      fontSize: size.label,
      fontFamily,
      color: gap ? ink.soft : ink.text,
      distance: 12,
    },
  };
}

import type { EChartsOption } from 'echarts';
import type { Chart } from '../../src/model/answer.ts';
import { colours, fontFamily, frame, gapText, ink, numberText, size } from './chart-style.ts';

/** Series are told apart by the shape of their points too. */
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle'];

/** Years from left to right; a year without a figure interrupts the line and says why under the axis. */
export function lineOption(chart: Chart): { option: EChartsOption; height: number } {
  const several = chart.series.length > 1;
  const legend = several ? 20 + chart.series.length * 44 : 0;
  const { top, height, option } = frame(chart, (title) => title + legend + 660);
  const labelled = chart.categories.length * chart.series.length <= 14;
  const whole = chart.series.every(({ values }) => values.every((value) => Number.isInteger(value ?? 0)));
  return {
    height,
    option: {
      ...option,
      ...(several
        ? {
            legend: {
              top,
              left: 40,
              orient: 'vertical' as const,
              itemWidth: 60,
              itemHeight: 22,
              itemGap: 14,
              textStyle: { fontSize: size.label, fontFamily, width: 900, overflow: 'truncate' as const },
            },
          }
        : {}),
      grid: { left: 60, right: labelled ? 60 : 120, top: top + legend + 50, bottom: 100, containLabel: true },
      xAxis: {
        type: 'category',
        data: chart.categories.map((category, i) => axisText(chart, category, i)),
        boundaryGap: true,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: ink.soft, width: 2 } },
        axisLabel: {
          fontSize: size.label,
          lineHeight: 40,
          color: ink.text,
          fontFamily,
          interval: 0,
          margin: 18,
        },
      },
      yAxis: {
        type: 'value',
        min: (range) => Math.min(0, range.min),
        ...(whole ? { minInterval: 1 } : {}),
        axisLabel: {
          fontSize: size.small,
          color: ink.soft,
          fontFamily,
          formatter: (value: number) => numberText(value, chart.unit),
        },
        splitLine: { lineStyle: { color: ink.line } },
      },
      series: chart.series.map((series, s) => ({
        type: 'line' as const,
        name: series.name,
        // Where there are too many figures to tell them all, the last of each line is told.
        data: series.values.map((value, i) => ({
          value,
          ...(labelled || i !== lastKnown(series.values) ? {} : { label: { show: true, position: 'right' } }),
        })),
        labelLayout: { hideOverlap: true },
        connectNulls: false,
        symbol: symbols[s % symbols.length] ?? 'circle',
        symbolSize: 22,
        lineStyle: { width: 6 },
        itemStyle: { color: colours[s % colours.length] ?? '#000000' },
        label: {
          show: labelled,
          position: s % 2 ? ('bottom' as const) : ('top' as const),
          fontSize: size.label,
          fontFamily,
          color: several ? (colours[s % colours.length] ?? ink.text) : ink.text,
          distance: 12,
          // The line may run behind a label.
          textBorderColor: '#ffffff',
          textBorderWidth: 8,
          formatter: ({ value }: { value?: unknown }) =>
            typeof value === 'number' ? numberText(value, chart.unit) : '',
        },
      })),
    },
  };
}

function lastKnown(values: readonly (number | null)[]): number {
  return values.findLastIndex((value) => value !== null);
}

/** A year in which no series has a figure says why; where only some have none, the gap speaks for itself. */
function axisText(chart: Chart, category: string, i: number): string {
  const gap = chart.series.every((series) => series.values[i] === null || series.values[i] === undefined);
  return gap ? `${category}\n${gapText(chart, category)}` : category;
}

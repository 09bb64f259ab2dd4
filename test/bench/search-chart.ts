import { draw, WIDTH } from './chart.ts';
import type { Part } from './results.ts';

const HEIGHT = 380;
const ENGINE = /^p95 of (.+)$/;
const NAMES: Record<string, string> = {
  fts5: 'SQLite FTS5',
  minisearch: 'MiniSearch',
  flexsearch: 'FlexSearch',
  orama: 'Orama',
};

/** How long 95 of 100 ranked queries take at most, by engine and number of passages, as SVG. */
export async function searchChart(parts: readonly Part[]): Promise<string | undefined> {
  const figures = parts.filter(({ question }) => question === 'peers').flatMap((part) => part.figures);
  const told = figures.flatMap(({ what, at, value }) => {
    const engine = ENGINE.exec(what)?.[1];
    return engine ? [{ engine, at, value }] : [];
  });
  if (told.length === 0) return undefined;
  const engines = [...new Set(told.map(({ engine }) => engine))];
  const sizes = [...new Set(told.map(({ at }) => at))];
  const label = { show: true, position: 'top' as const, formatter: labelOf, fontSize: 11 };
  return draw(
    {
      legend: { top: 10, width: WIDTH - 80, itemGap: 18 },
      grid: { left: 70, right: 40, top: 80, bottom: 40 },
      xAxis: { type: 'category', data: engines.map((engine) => NAMES[engine] ?? engine) },
      yAxis: {
        type: 'log',
        name: 'p95 of a ranked query, ms',
        nameTextStyle: { align: 'left' },
        min: 0.1,
        startValue: 0.1,
      },
      series: sizes.map((size) => ({
        type: 'bar' as const,
        name: size,
        label,
        data: engines.map(
          (engine) => told.find((one) => one.engine === engine && one.at === size)?.value ?? null,
        ),
      })),
    },
    HEIGHT,
  );
}

function labelOf({ value }: { value?: unknown }): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(2))) : '';
}

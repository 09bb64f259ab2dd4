import type { Figure } from '../figure.ts';
import { markdown } from '../markdown.ts';
import type { Comparison } from './compare.ts';
import type { Hit } from './engines.ts';

/** Sums that were added up in another order may differ in the last digits. */
const TIE = 1e-9;
const HUNDRED_THOUSAND = 100_000;
/** The targets are for so many passages and more; with few, fixed costs count too much. */
const LEAST = 200_000;

export function engineTable({ engines, size }: Comparison): string {
  const rows = [...engines].map(([name, { p50, p95, buildMs, bytes, load }]) => [
    name,
    `${p50.toFixed(2)} ms`,
    `${p95.toFixed(2)} ms`,
    `${(buildMs / 1000).toFixed(1)} s`,
    `${((bytes / 1e6 / size) * HUNDRED_THOUSAND).toFixed(0)} MB`,
    load ? `${(load.bytes / 1e6).toFixed(0)} MB` : '',
    load ? `${(load.loadMs / 1000).toFixed(2)} s` : '',
  ]);
  return markdown(['', 'p50', 'p95', 'build', 'memory per 100,000', 'snapshot', 'load'], rows);
}

/** Ours beside FTS5 in the same run, and what it costs. */
export function searchFigures({ engines, size, best }: Comparison): Figure[] {
  const [ours, fts5] = [engines.get('nianbao'), engines.get('fts5')];
  if (!ours || !fts5) return [];
  const at = `${size.toLocaleString('en')} passages`;
  const most = (limit: number) => (size >= LEAST ? { target: { most: limit } } : {});
  const times = (what: string, ratio: number, limit: number): Figure => ({
    what: `${what}, times FTS5`,
    at,
    value: ratio,
    unit: '×',
    ...most(limit),
  });
  return [
    times('ranked top ten, p50', ours.p50 / fts5.p50, 0.02),
    times('ranked top ten, p95', ours.p95 / fts5.p95, 0.02),
    ...(best ? [sameFigure(overlap(ours.found.slice(0, best.length), best), best.length, at)] : []),
    times('build', ours.buildMs / fts5.buildMs, 2.5),
    {
      what: 'memory per 100,000 passages',
      at,
      value: (ours.bytes / 1e6 / size) * HUNDRED_THOUSAND,
      unit: 'MB',
      ...most(120),
    },
    ...(ours.load
      ? [{ what: 'snapshot load', at, value: ours.load.loadMs / 1000, unit: 's' as const, ...most(2) }]
      : []),
  ];
}

function sameFigure(value: number, queries: number, at: string): Figure {
  const what = `same ten as MiniSearch’s exhaustive ranking, ties aside (${queries} queries)`;
  return { what, at, value, unit: '', target: { least: 1 } };
}

/** Which part of the first lists scores at least what the last of the second does. */
export function overlap(ours: readonly Hit[][], plain: readonly Hit[][]): number {
  let same = 0;
  let all = 0;
  for (const [i, hits] of plain.entries()) {
    const scores = new Map(hits.map(({ id, score }) => [id, score]));
    const least = Math.min(...scores.values());
    all += hits.length;
    same += (ours[i] ?? []).filter(
      ({ id, score }) => Math.abs((scores.get(id) ?? least) - score) < TIE * score,
    ).length;
  }
  return same / all;
}
